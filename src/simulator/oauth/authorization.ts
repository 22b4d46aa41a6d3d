// The authorization endpoint: a user consents, and the browser is redirected with a code or an error.
import type { Accounts } from '../accounts.ts';
import type { ApiRequest } from '../request.ts';
import type { ApiResponse } from '../response.ts';
import type { Client } from '../client.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { consentPage, unknownClientPage } from './consent-page.ts';

/** What the OAuth endpoints need. */
export interface OAuthServices {
  readonly client: Client;
  readonly codes: AuthorizationCodes;
  readonly accounts: Accounts;
  /** The id of the person who consents without a page; null shows the page. */
  readonly autoConsent: () => string | null;
}

const SCOPE = 'accesslink.read_all';
const FIELDS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state'] as const;

/** `GET /oauth2/authorization`: the consent page, or a redirect when there is an error or automatic consent. */
export function showConsent(oauth: OAuthServices, request: ApiRequest): ApiResponse {
  const rejection = rejectionOf(oauth, request.query);
  if (rejection) return rejection;
  const userId = oauth.autoConsent();
  if (userId !== null) return consented(oauth, { parameters: request.query, userId, now: request.now });
  const known = new URLSearchParams(FIELDS.flatMap((name) => request.query.getAll(name).map((value) => [name, value])));
  return html(200, consentPage(oauth.accounts.people, known));
}

/** `POST /oauth2/authorization`: the form of the consent page. */
export function decideConsent(oauth: OAuthServices, request: ApiRequest): ApiResponse {
  const parameters = new URLSearchParams(request.body);
  const rejection = rejectionOf(oauth, parameters);
  if (rejection) return rejection;
  const userId = parameters.get('user_id') ?? '';
  const isAccepted = parameters.get('decision') === 'accept' && oauth.accounts.personOf(userId) !== null;
  if (!isAccepted) return redirectBack(oauth, parameters, { error: 'access_denied' });
  return consented(oauth, { parameters, userId, now: request.now });
}

function consented(
  oauth: OAuthServices,
  consent: { parameters: URLSearchParams; userId: string; now: number },
): ApiResponse {
  const { parameters, userId, now } = consent;
  const code = oauth.codes.issue({ userId, redirectUri: parameters.get('redirect_uri'), issuedAt: now });
  return redirectBack(oauth, parameters, { code });
}

/** The error response; null when the request is valid. An unknown client gets a page, since it has no redirect URL. */
function rejectionOf(oauth: OAuthServices, parameters: URLSearchParams): ApiResponse | null {
  if (parameters.get('client_id') !== oauth.client.id) return html(400, unknownClientPage());
  const error = errorOf(oauth.client, parameters);
  return error === null ? null : redirectBack(oauth, parameters, { error });
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

/** Redirects to the requested URL if it is registered, else to the default one, with `state` as received. */
function redirectBack(
  { client }: OAuthServices,
  parameters: URLSearchParams,
  result: Readonly<Record<string, string>>,
): ApiResponse {
  const requested = parameters.get('redirect_uri');
  const location = new URL(
    requested !== null && client.mayRedirectTo(requested) ? requested : client.defaultRedirectUri,
  );
  const state = parameters.get('state');
  const values = { ...result, ...(state === null ? {} : { state }) };
  for (const [name, value] of Object.entries(values)) location.searchParams.set(name, value);
  return { status: 302, headers: { Location: location.href } };
}

function html(status: number, bytes: string): ApiResponse {
  return { status, content: { type: 'text/html; charset=utf-8', bytes } };
}
