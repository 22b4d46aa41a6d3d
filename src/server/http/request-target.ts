// The URL that a request on the socket is for, parsed once before anything else looks at it.
import type { IncomingMessage } from 'node:http';

/** Null when the request has no Host header, several, or one that makes no URL with its path. */
export function requestTarget({ url = '', headersDistinct }: IncomingMessage): URL | null {
  const hosts = headersDistinct['host'] ?? [];
  const text = `http://${hosts[0]}${url}`;
  return hosts.length === 1 && URL.canParse(text) ? new URL(text) : null;
}
