// Where a browser goes after signing in: a path of this server, never another one.

const DEFAULT = '/graphql';

/**
 * The path asked for, as a browser will read it; GraphiQL when there is none, or when it might lead elsewhere: browsers
 * read `//host`, `/\host` and control characters in ways of their own. Nor back into the sign-in.
 */
export function returnPath(asked: string | null): string {
  if (asked === null || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return DEFAULT;
  const here = 'http://here.invalid';
  if (!URL.canParse(asked, here)) return DEFAULT;
  const { origin, pathname, search, hash } = new URL(asked, here);
  const isOurs = origin === here && !pathname.startsWith('//') && !/^\/(auth|\.well-known)(\/|$)/.test(pathname);
  return isOurs ? pathname + search + hash : DEFAULT;
}
