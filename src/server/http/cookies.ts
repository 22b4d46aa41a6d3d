// Cookies: read by name, written so that only this origin gets them back and no script sees them.

/** Seconds that a cookie lives; 0 removes it. */
export interface CookieOptions {
  readonly value: string;
  readonly maxAge: number;
}

const SESSION = 'accesslink';

/** The cookie of a browser's session, as it is called at an origin. */
export function sessionCookie(origin: string): string {
  return nameAt(origin, SESSION);
}

/** The cookie that binds a sign-in under way to its browser. Each sign-in has its own, so that tabs do not disturb. */
export function stateCookie(origin: string, stateHash: string): string {
  return nameAt(origin, `${SESSION}-sign-in-${stateHash.slice(0, 12)}`);
}

/** The value of a cookie; null when it is not sent. Of two with one name neither is believed: the value is empty. */
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

/** Browsers take the prefix as a promise: set by this very host, over TLS. Plain HTTP is only spoken on one's own machine. */
function nameAt(origin: string, name: string): string {
  return origin.startsWith('https:') ? `__Host-${name}` : name;
}
