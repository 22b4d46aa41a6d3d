// Query strings of the flags that ask for more than the summary.

/** `path` with `flag=true` for every flag, after a query that is already there. */
export function withFlags(path: string, flags: readonly string[]): string {
  if (flags.length === 0) return path;
  const query = flags.map((flag) => `${flag}=true`).join('&');
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
