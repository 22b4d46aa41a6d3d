// The origin under which browsers, apps and Polar reach this server.

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * PUBLIC_URL where it is set; else the origin of the request, if that is a loopback address: anybody can send any other
 * Host header. Null: unknown.
 */
export function ownOrigin({ origin }: URL, publicUrl: string | null): string | null {
  if (publicUrl !== null) return publicUrl;
  return isLoopback(origin) ? origin : null;
}

/** Whether a URL is plain HTTP on a loopback address. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname);
}
