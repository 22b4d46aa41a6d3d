// Redirect URIs of apps: only those that are configured, compared character for character.

/** The host and the port of an app on the user's own machine. RFC 8252, section 7.3. */
const LOOPBACK = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::[1-9]\d{0,4})?(?=\/|$)/;

/** Whether a URI is registered. On loopback addresses the port is not compared. */
export function mayRedirectTo(uri: string, registered: readonly string[]): boolean {
  if (!URL.canParse(uri) || uri.includes('#')) return false;
  return registered.some(
    (allowed) => allowed === uri || (LOOPBACK.test(uri) && withoutPort(allowed) === withoutPort(uri)),
  );
}

/** The URI with parameters added to its query; those that are null are left out. */
export function redirectWith(uri: string, parameters: Readonly<Record<string, string | null>>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

function withoutPort(uri: string): string {
  return uri.replace(LOOPBACK, '$1');
}
