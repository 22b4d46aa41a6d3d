// Under which origin browsers, apps and Polar know this server.

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * PUBLIC_URL where it is set. Else the origin that was asked, as long as it is this machine's own: another Host could be
 * anybody's invention. Null: not known.
 */
export function ownOrigin(url: string, publicUrl: string | null): string | null {
  if (publicUrl !== null) return publicUrl;
  const { origin } = new URL(url);
  return isLoopback(origin) ? origin : null;
}

/** Whether an address is of this machine, over plain HTTP. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && LOOPBACK.includes(hostname);
}
