// Cookies: read by name, and written for this origin alone, out of reach of scripts.

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

/** The value of a cookie; null when it is missing. Empty when the name occurs twice: neither can be trusted. */
export function readCookie(headers: Headers, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const values = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  return values.length > 1 ? '' : (values[0] ?? null);
}

/** The value of a Set-Cookie header. */
export function writeCookie(name: string, { value, maxAge }: CookieOptions): string {
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** Browsers accept a `__Host-` cookie only from this very host over TLS. Plain HTTP is served on loopback addresses only. */
function nameAt(origin: string, name: string): string {
  return origin.startsWith('https:') ? `__Host-${name}` : name;
}
