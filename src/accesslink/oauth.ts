// Polar's OAuth: the address of the consent page, and the exchange of a code for a token.
import { createSecret, type Secret } from '../secret.ts';
import { basic } from './credentials.ts';
import { AccessLinkError } from './errors.ts';
import type { Transport } from './upstream.ts';
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
 * every token of the user. `send` is a transport to the server of `tokenUrl`. Rejects with AccessLinkError.
 */
export async function exchangeCode(
  send: Transport,
  client: OAuthClient,
  { code, redirectUri }: AuthorizationCode,
): Promise<PolarToken> {
  const { pathname, search } = new URL(client.tokenUrl);
  const { body, status } = await send({
    method: 'POST',
    path: pathname + search,
    authorization: basic(client.id, client.secret),
    form: { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
  });
  const token = tokenIn(body);
  if (token) return token;
  throw new AccessLinkError('invalid', `Cannot read the answer to POST ${pathname}: there is no token in it`, {
    status,
  });
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
