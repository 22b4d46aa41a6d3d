// The headers that every response carries, unless its handler knows better: nothing is stored, sniffed, framed or leaked.
import type { Handler } from './router.ts';

type ResponseHeaders = Readonly<Record<string, string>>;

/** A year. Subdomains may belong to somebody else. */
const TRANSPORT_SECURITY = 'max-age=31536000';

/** For responses of an origin; null: the origin is that of each request. TLS can only be promised where it is known. */
export function securityHeaders(publicUrl: string | null): ResponseHeaders {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': TRANSPORT_SECURITY } : {}),
  };
}

/** Adds the headers to every response that does not have them. */
export function withSecurityHeaders(handler: Handler, headers: ResponseHeaders): Handler {
  const entries = Object.entries(headers);
  return async (request, url) => {
    const response = await handler(request, url);
    for (const [name, value] of entries) if (!response.headers.has(name)) response.headers.set(name, value);
    return response;
  };
}

/** A whole response as text, for sockets that Node has parsed no request of. */
export function rawResponse(statusLine: string, headers: ResponseHeaders): string {
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' });
  return `HTTP/1.1 ${statusLine}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
