// The authorization endpoint: a user consents, and the browser goes back with a code or an error.
import type { Accounts } from '../accounts.ts';
import type { Answer, OpenAsk } from '../ask.ts';
import type { Client } from '../client.ts';
import type { Codes } from './codes.ts';
import { consentPage, unknownClientPage } from './consent-page.ts';

export interface SignIn {
  readonly client: Client;
  readonly codes: Codes;
  readonly accounts: Accounts;
  /** Whom everybody is taken for without a page; null shows the page. */
  readonly autoConsent: () => string | null;
}

const SCOPE = 'accesslink.read_all';
const FIELDS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state'] as const;

/** `GET /oauth2/authorization`: the consent page, or at once the way back. */
export function showConsent(signIn: SignIn, ask: OpenAsk): Answer {
  const refusal = refusalOf(signIn, ask.query);
  if (refusal) return refusal;
  const userId = signIn.autoConsent();
  if (userId !== null) return accepted(signIn, { parameters: ask.query, userId, now: ask.now });
  const kept = new URLSearchParams(FIELDS.flatMap((name) => ask.query.getAll(name).map((value) => [name, value])));
  return html(200, consentPage(signIn.accounts.residents, kept));
}

/** The form of the page, posted back. */
export function decideConsent(signIn: SignIn, ask: OpenAsk): Answer {
  const parameters = new URLSearchParams(ask.body);
  const refusal = refusalOf(signIn, parameters);
  if (refusal) return refusal;
  const userId = parameters.get('user_id') ?? '';
  const isAccepted = parameters.get('decision') === 'accept' && signIn.accounts.residentOf(userId) !== null;
  if (!isAccepted) return back(signIn, parameters, { error: 'access_denied' });
  return accepted(signIn, { parameters, userId, now: ask.now });
}

function accepted(signIn: SignIn, consent: { parameters: URLSearchParams; userId: string; now: number }): Answer {
  const { parameters, userId, now } = consent;
  const code = signIn.codes.issue({ userId, redirectUri: parameters.get('redirect_uri'), issuedAt: now });
  return back(signIn, parameters, { code });
}

/** Null when the request can be granted. A client that is not known cannot be answered by a redirect. */
function refusalOf(signIn: SignIn, parameters: URLSearchParams): Answer | null {
  if (parameters.get('client_id') !== signIn.client.id) return html(400, unknownClientPage());
  const error = errorOf(signIn.client, parameters);
  return error === null ? null : back(signIn, parameters, { error });
}

function errorOf(client: Client, parameters: URLSearchParams): string | null {
  if (FIELDS.some((name) => parameters.getAll(name).length > 1)) return 'invalid_request';
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri !== null && !client.mayRedirectTo(redirectUri)) return 'invalid_request';
  const type = parameters.get('response_type');
  if (type === null) return 'invalid_request';
  if (type !== 'code') return 'unsupported_response_type';
  return parameters.has('scope') && parameters.get('scope') !== SCOPE ? 'invalid_scope' : null;
}

/** To the redirect URL asked for if it is registered, else to the default one; `state` goes along as it came. */
function back({ client }: SignIn, parameters: URLSearchParams, result: Readonly<Record<string, string>>): Answer {
  const asked = parameters.get('redirect_uri');
  const location = new URL(asked !== null && client.mayRedirectTo(asked) ? asked : client.defaultRedirectUri);
  const state = parameters.get('state');
  const values = { ...result, ...(state === null ? {} : { state }) };
  for (const [name, value] of Object.entries(values)) location.searchParams.set(name, value);
  return { status: 302, headers: { Location: location.href } };
}

function html(status: number, bytes: string): Answer {
  return { status, content: { type: 'text/html; charset=utf-8', bytes } };
}
