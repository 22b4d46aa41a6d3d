// The credentials of a request, read from its headers and not yet verified.
import { badUserInput, DomainError } from '../../domain/errors.ts';
import { createSecret, type Secret } from '../../secret.ts';
import { readCookie, sessionCookie } from '../http/cookies.ts';
import { mediaTypeOf } from '../http/media-type.ts';
import { ownOrigin } from '../http/origin.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import { isUserId } from '../../accesslink/user-id.ts';

/** The parts of a request that authentication reads. */
export interface AuthenticationRequest extends Pick<Request, 'method'> {
  readonly headers: RequestHeaders;
  /** Parsed. */
  readonly url: URL;
}

export type Credentials =
  | { readonly kind: 'none' }
  /** Of a browser or an app that signed in here. */
  | { readonly kind: 'session'; readonly token: Secret }
  /** A token of Polar, and the user id that the caller claims. */
  | { readonly kind: 'polar-token'; readonly token: Secret; readonly polarUserId: string | null }
  /** The client's id and secret, `id:secret`. */
  | { readonly kind: 'client'; readonly idAndSecret: Secret }
  | { readonly kind: 'partner-key'; readonly key: Secret };

/** The prefix of every token for an app: it is never sent to Polar by mistake, and easy to find where it leaked. */
export const APP_TOKEN_PREFIX = 'alg_';

/** RFC 6750, section 2.1. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
/** RFC 7617. */
const BASIC = /^Basic +([A-Za-z0-9+/]+=*)$/i;

/** Throws unauthenticated or bad-user-input for malformed credentials, and for a cookie without the header against CSRF. */
export function credentialsIn(request: AuthenticationRequest, publicUrl: string | null): Credentials {
  const { headers } = request;
  const authorization = headers.get('authorization');
  const partnerKey = headers.get('accesslink-partner-key');
  if (partnerKey !== null && authorization !== null)
    return denyUnauthenticated('the request carries both Authorization and Accesslink-Partner-Key; send one');
  if (partnerKey !== null) return { kind: 'partner-key', key: createSecret(partnerKey) };
  if (authorization !== null) return authorizationCredentials(authorization, headers);
  const origin = ownOrigin(request.url, publicUrl);
  const cookie = origin === null ? null : readCookie(headers, sessionCookie(origin));
  if (origin === null || cookie === null) return { kind: 'none' };
  denyForgery(request, origin);
  return { kind: 'session', token: createSecret(cookie) };
}

function authorizationCredentials(authorization: string, headers: RequestHeaders): Credentials {
  const basic = BASIC.exec(authorization)?.[1];
  if (basic) return { kind: 'client', idAndSecret: createSecret(Buffer.from(basic, 'base64').toString()) };
  const token = bearerTokenIn(headers);
  if (token === null)
    return denyUnauthenticated(`the Authorization header is neither Bearer nor Basic; ${HOW_TO_AUTHENTICATE}`);
  if (token.startsWith(APP_TOKEN_PREFIX)) return { kind: 'session', token: createSecret(token) };
  return { kind: 'polar-token', token: createSecret(token), polarUserId: polarUserIdIn(headers) };
}

/** The token of a Bearer credential; null without one. */
export function bearerTokenIn(headers: RequestHeaders): string | null {
  return BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

function polarUserIdIn(headers: RequestHeaders): string | null {
  const id = headers.get('polar-user-id');
  if (id === null || isUserId(id)) return id;
  // The value is not quoted: it may be a token by mistake.
  throw badUserInput(
    'Cannot identify the user: Polar-User-Id is not a number of 1 to 19 digits; send x_user_id of Polar',
  );
}

/**
 * A browser sends its cookies with requests of any page. A page of another origin cannot send JSON with a header of ours:
 * the browser would send a preflight first, which is not granted.
 */
function denyForgery({ method, headers }: AuthenticationRequest, own: string): void {
  const isIntended =
    method === 'POST' && mediaTypeOf(headers) === 'application/json' && headers.get('accesslink-csrf') === '1';
  if (!isIntended)
    denyUnauthenticated('a session cookie is accepted only with "Accesslink-Csrf: 1" and a POST of application/json');
  const origin = headers.get('origin');
  if (origin !== null && origin !== own) denyUnauthenticated(`a session cookie is accepted from pages of ${own} only`);
}

/** The remedy, for people. */
export const HOW_TO_AUTHENTICATE =
  'sign in at /auth/login, or send "Authorization: Bearer <Polar access token>" and, where known, "Polar-User-Id: <id>"';

/** Throws unauthenticated, with the reason and the remedy. */
export function denyUnauthenticated(reason: string): never {
  throw new DomainError('unauthenticated', `Not authenticated: ${reason}`);
}
