// The query parameters that add parts to a record.

/** `path` with `flag=true` for every flag, appended to its query if it has one. */
export function withFlags(path: string, flags: readonly string[]): string {
  if (flags.length === 0) return path;
  const query = flags.map((flag) => `${flag}=true`).join('&');
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
