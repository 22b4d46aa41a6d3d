// The credential that a request presents, read from its headers and not yet checked.
import { badUserInput, DomainError } from '../../domain/errors.ts';
import { createSecret, type Secret } from '../../secret.ts';
import { readCookie, sessionCookie } from '../http/cookies.ts';
import { ownOrigin } from '../http/origin.ts';

/** What is looked at of a request. */
export type AuthenticationRequest = Pick<Request, 'method' | 'headers' | 'url'>;

/** One credential, or none. */
export type Credentials =
  | { readonly kind: 'nothing' }
  /** Of a browser or an app that signed in here. */
  | { readonly kind: 'session'; readonly token: Secret }
  /** A token of Polar's that the caller brings, and whose it is by their word. */
  | { readonly kind: 'polar-token'; readonly token: Secret; readonly polarUserId: string | null }
  /** The client's id and secret, `id:secret`. */
  | { readonly kind: 'client'; readonly idAndSecret: Secret }
  | { readonly kind: 'partner-key'; readonly key: Secret };

/** Every token of ours begins like this, so that it is not sent to Polar by mistake, and found where it leaked. */
export const APP_TOKEN = 'alg_';

/** RFC 6750, section 2.1. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
/** RFC 7617. */
const BASIC = /^Basic +([A-Za-z0-9+/]+=*)$/i;

/** Throws unauthenticated or bad-user-input when a credential is malformed, or a cookie comes without what proves intent. */
export function credentialsIn(asking: AuthenticationRequest, publicUrl: string | null): Credentials {
  const { headers } = asking;
  const authorization = headers.get('authorization');
  const partnerKey = headers.get('accesslink-partner-key');
  if (partnerKey !== null && authorization !== null)
    return denyUnauthenticated('the request carries two credentials; send one');
  if (partnerKey !== null) return { kind: 'partner-key', key: createSecret(partnerKey) };
  if (authorization !== null) return authorizedBy(authorization, headers);
  const origin = ownOrigin(asking.url, publicUrl);
  const cookie = origin === null ? null : readCookie(headers, sessionCookie(origin));
  if (origin === null || cookie === null) return { kind: 'nothing' };
  refuseUnmeant(asking, origin);
  return { kind: 'session', token: createSecret(cookie) };
}

function authorizedBy(authorization: string, headers: Headers): Credentials {
  const basic = BASIC.exec(authorization)?.[1];
  if (basic) return { kind: 'client', idAndSecret: createSecret(Buffer.from(basic, 'base64').toString()) };
  const token = BEARER.exec(authorization)?.[1];
  if (!token) return denyUnauthenticated(`the Authorization header is no bearer token; ${HOW_TO_AUTHENTICATE}`);
  if (token.startsWith(APP_TOKEN)) return { kind: 'session', token: createSecret(token) };
  return { kind: 'polar-token', token: createSecret(token), polarUserId: polarUserIdIn(headers) };
}

function polarUserIdIn(headers: Headers): string | null {
  const id = headers.get('polar-user-id');
  if (id === null || /^[1-9]\d{0,18}$/.test(id)) return id;
  // Not quoted: what is mistaken for an id may be a token.
  throw badUserInput('Cannot tell the user: Polar-User-Id is no number of 1 to 19 digits; send it as Polar gave it');
}

/**
 * A browser adds its cookies to whatever any page makes it send. No other page can make it send JSON with a header of
 * ours: the browser would ask first, and be refused.
 */
function refuseUnmeant({ method, headers }: AuthenticationRequest, own: string): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isMeant = method === 'POST' && type === 'application/json' && headers.get('accesslink-csrf') === '1';
  if (!isMeant)
    denyUnauthenticated('a session cookie is taken with "Accesslink-Csrf: 1" on a POST of application/json only');
  const origin = headers.get('origin');
  if (origin !== null && origin !== own) denyUnauthenticated(`a session cookie is taken from pages of ${own} only`);
}

/** How to bring a token along. */
export const HOW_TO_AUTHENTICATE =
  'sign in at /auth/login, or send "Authorization: Bearer <Polar access token>" and, where known, "Polar-User-Id: <id>"';

/** Throws unauthenticated. */
export function denyUnauthenticated(why: string): never {
  throw new DomainError('unauthenticated', `Cannot tell who asks: ${why}`);
}
