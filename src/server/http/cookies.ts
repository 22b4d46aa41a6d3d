// Cookies: read by name, and written for this origin alone, out of reach of scripts.
import type { RequestHeaders } from './request-headers.ts';

export interface CookieOptions {
  readonly value: string;
  /** Seconds; 0 removes the cookie. */
  readonly maxAge: number;
}

const SESSION = 'accesslink';

/** The name of the cookie that carries a browser's session at an origin. */
export function sessionCookie(origin: string): string {
  return nameAt(origin, SESSION);
}

/** The name of the cookie that binds a pending sign-in to its browser. Each sign-in has its own: two tabs do not collide. */
export function stateCookie(origin: string, stateHash: string): string {
  return nameAt(origin, `${SESSION}-sign-in-${stateHash.slice(0, 12)}`);
}

/** The names of the cookies of pending sign-ins in a request, oldest first: browsers send them so (RFC 6265, section 5.4). */
export function pendingStateCookies(headers: RequestHeaders, origin: string): string[] {
  const prefix = nameAt(origin, `${SESSION}-sign-in-`);
  const names = pairsIn(headers).map((pair) => pair.split('=', 1)[0] ?? '');
  return names.filter((name) => name.startsWith(prefix) && /^[\w-]+$/.test(name));
}

/** The value of a cookie; null when it is missing. Empty when the name occurs twice: neither can be trusted. */
export function readCookie(headers: RequestHeaders, name: string): string | null {
  const values = pairsIn(headers)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length > 1 ? '' : (values[0] ?? null);
}

/** The value of a Set-Cookie header. */
export function writeCookie(name: string, { value, maxAge }: CookieOptions): string {
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

function pairsIn(headers: RequestHeaders): string[] {
  return (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
}

/** Browsers accept a `__Host-` cookie only from this very host over TLS. Plain HTTP is served on loopback addresses only. */
function nameAt(origin: string, name: string): string {
  return origin.startsWith('https:') ? `__Host-${name}` : name;
}
