// The token endpoint: a code becomes an access token, once.
import type { Answer, OpenAsk } from '../ask.ts';
import { wholeNumber } from '../dialects/spelling.ts';
import type { SignIn } from './authorization.ts';
import { CODE_LIFETIME_MS, type Grant } from './codes.ts';

const EXPIRES_IN = 31_535_999;
const FIELDS = ['grant_type', 'code', 'redirect_uri'] as const;

/** `POST /v2/oauth2/token`. A code that comes a second time is refused, and every token of its user is revoked. */
export function exchangeCode(signIn: SignIn, ask: OpenAsk): Answer {
  const form = new URLSearchParams(ask.body);
  if (!ask.isClient) return refused('invalid_client');
  const code = form.get('code');
  const isAmbiguous = FIELDS.some((name) => form.getAll(name).length > 1) || form.has('client_secret');
  if (isAmbiguous || code === null || !form.has('grant_type')) return refused('invalid_request');
  if (form.get('grant_type') !== 'authorization_code') return refused('unsupported_grant_type');
  const grant = signIn.codes.find(code);
  if (!grant) return refused('invalid_grant');
  if (grant.isUsed) {
    signIn.accounts.revokeTokens(grant.userId);
    return refused('invalid_grant');
  }
  if (ask.now - grant.issuedAt > CODE_LIFETIME_MS) return refused('invalid_grant');
  if (!isRepeated(signIn, grant, form.get('redirect_uri'))) return refused('invalid_grant');
  signIn.codes.use(code);
  return issued(signIn, grant);
}

function issued({ accounts }: SignIn, { userId }: Grant): Answer {
  const body = {
    access_token: accounts.issueToken(userId),
    token_type: 'bearer',
    expires_in: EXPIRES_IN,
    x_user_id: wholeNumber(userId),
  };
  return { status: 200, body, headers: { 'Cache-Control': 'no-store' } };
}

/** The redirect URL of the first step; the default one may be named although it was left out there. */
function isRepeated({ client }: SignIn, grant: Grant, redirectUri: string | null): boolean {
  return redirectUri === grant.redirectUri || (grant.redirectUri ?? client.defaultRedirectUri) === redirectUri;
}

function refused(error: string): Answer {
  return { status: 400, body: { error }, headers: { 'Cache-Control': 'no-store' } };
}
