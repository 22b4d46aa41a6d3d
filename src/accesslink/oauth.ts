// Polar's OAuth: the address of the consent page, and the exchange of a code for a token.
import { createSecret, type Secret } from '../secret.ts';
import { basic } from './credentials.ts';
import { AccessLinkError, type AccessLinkErrorCode, reinterpreted } from './errors.ts';
import type { Transport, UpstreamReply, UpstreamRequest } from './upstream.ts';
import { isUserId } from './user-id.ts';

/** The partner's client, and Polar's authorization and token endpoints. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: Secret;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
}

/** A code as received, and the redirect URI that received it. */
export interface AuthorizationCode {
  readonly code: string;
  readonly redirectUri: string;
}

/** The result of an exchange. There is no refresh token: a token is valid for about a year, or until the user revokes it. */
export interface PolarToken {
  readonly token: Secret;
  readonly polarUserId: string;
}

/** The errors of RFC 6749, section 4.1.2.1, which the consent page redirects back with in the place of a code. */
const AUTHORIZATION_ERRORS = [
  'access_denied',
  'invalid_request',
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
] as const;

export type AuthorizationError = (typeof AUTHORIZATION_ERRORS)[number];

/** The error that the consent page sent, in whatever case; `server_error` for one that the standard does not know. */
export function authorizationErrorFrom(error: string): AuthorizationError {
  return AUTHORIZATION_ERRORS.find((known) => known === error.trim().toLowerCase()) ?? 'server_error';
}

/** An error of the consent page as a failure, for the log. The error is one of a fixed list; nobody answered a request. */
export function authorizationFailure(
  client: Pick<OAuthClient, 'authorizeUrl'>,
  error: AuthorizationError,
): AccessLinkError {
  const label = `GET ${new URL(client.authorizeUrl).pathname}`;
  const upstream = { status: 302, errorType: error, message: null, correlationId: null };
  return new AccessLinkError('refused', `Polar answered ${label} with ${error}`, { label, status: 302, upstream });
}

/** The only scope that AccessLink has. */
export const SCOPE = 'accesslink.read_all';

/** The address of Polar's consent page. Polar documents no PKCE: only `state` binds the callback to this request. */
export function authorizeUrl(
  client: OAuthClient,
  { redirectUri, state }: { redirectUri: string; state: string },
): string {
  const url = new URL(client.authorizeUrl);
  const query = { response_type: 'code', client_id: client.id, redirect_uri: redirectUri, scope: SCOPE, state };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Exchanges a code for a token with exactly one request, also when it fails: a code that is used twice makes Polar revoke
 * every token of the user. `send` is a transport to the server of `tokenUrl`. Rejects with AccessLinkError; with
 * `client-rejected` when Polar does not accept the client, which no other code will change.
 */
export async function exchangeCode(
  send: Transport,
  client: OAuthClient,
  { code, redirectUri }: AuthorizationCode,
): Promise<PolarToken> {
  const { pathname, search } = new URL(client.tokenUrl);
  const { body, status } = await sendAsClient(send, {
    method: 'POST',
    path: pathname + search,
    authorization: basic(client.id, client.secret),
    form: { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
  });
  const token = tokenIn(body);
  if (token) return token;
  const label = `POST ${pathname}`;
  throw new AccessLinkError('invalid', `Cannot read the answer to ${label}: there is no token in it`, {
    status,
    label,
  });
}

/**
 * RFC 6749, section 5.2, and what some servers send besides: whether an error is about the client, about the code or the
 * request for a token, or about Polar itself, whatever the status says.
 */
const TOKEN_ERRORS: Readonly<Record<string, AccessLinkErrorCode>> = {
  invalid_client: 'client-rejected',
  unauthorized_client: 'client-rejected',
  invalid_grant: 'refused',
  invalid_request: 'refused',
  invalid_scope: 'refused',
  unsupported_grant_type: 'refused',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
};
/** The errors that are about the request: no other code will change them. */
const REQUEST_ERRORS = ['invalid_request', 'invalid_scope', 'unsupported_grant_type'];

/** Whether Polar rejected the request for a token as such, and not the code in it. */
export function isAboutTokenRequest({ upstream }: AccessLinkError): boolean {
  return REQUEST_ERRORS.includes(upstream?.errorType ?? '');
}

async function sendAsClient(send: Transport, request: UpstreamRequest): Promise<UpstreamReply> {
  try {
    return await send(request);
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) throw failure;
    const code = TOKEN_ERRORS[failure.upstream?.errorType ?? ''];
    throw code === undefined ? failure : reinterpreted(failure, { code, problem: null });
  }
}

/** Accepts characters that an Authorization header can carry; an id stays text, since it may be too long for a number. */
function tokenIn(body: unknown): PolarToken | null {
  if (typeof body !== 'object' || body === null) return null;
  const { access_token: token, token_type: type, x_user_id: userId } = body as Record<string, unknown>;
  const isToken = typeof token === 'string' && /^[A-Za-z0-9\-._~+/]{1,4096}=*$/.test(token);
  const isBearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  const polarUserId = typeof userId === 'number' || typeof userId === 'string' ? String(userId) : '';
  if (!isToken || !isBearer || !isUserId(polarUserId)) return null;
  return { token: createSecret(token), polarUserId };
}
