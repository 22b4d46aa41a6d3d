// Where a browser is redirected after signing in: always a path of this server.

const DEFAULT = '/graphql';
/** The path travels in a cookie meanwhile. */
const MAX_LENGTH = 1_000;

/**
 * The requested path as a browser resolves it; GraphiQL when there is none, when it is too long, when it leads back into the sign-in, or when it
 * may lead to another server: browsers resolve `//host`, `/\host` and control characters in their own ways.
 */
export function returnPath(requested: string | null): string {
  if (requested === null || !/^\/(?![/\\])[\x21-\x7e]*$/.test(requested) || requested.includes('\\')) return DEFAULT;
  if (requested.length > MAX_LENGTH) return DEFAULT;
  const here = 'http://here.invalid';
  if (!URL.canParse(requested, here)) return DEFAULT;
  const { origin, pathname, search, hash } = new URL(requested, here);
  const isOurs = origin === here && !pathname.startsWith('//') && !/^\/(auth|\.well-known)(\/|$)/.test(pathname);
  return isOurs ? pathname + search + hash : DEFAULT;
}
