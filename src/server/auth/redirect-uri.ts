// Where an app may be sent back to: to an address that is configured, character for character.

/** The host of an app on the person's own machine, and the port that it happens to have. RFC 8252, section 7.3. */
const LOOPBACK = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::[1-9]\d{0,4})?(?=\/|$)/;

/** Whether an address is one of those registered. On loopback addresses any port is as good. */
export function mayRedirectTo(uri: string, registered: readonly string[]): boolean {
  if (!URL.canParse(uri) || uri.includes('#')) return false;
  return registered.some((one) => one === uri || (LOOPBACK.test(uri) && withoutPort(one) === withoutPort(uri)));
}

/** The address with an answer for the app in its query. */
export function redirectWith(uri: string, answer: Readonly<Record<string, string | null>>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(answer)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

function withoutPort(uri: string): string {
  return uri.replace(LOOPBACK, '$1');
}
