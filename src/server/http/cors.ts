// Cross-origin access from browsers: granted to the origins of a list, compared character for character.
import type { Handler } from './router.ts';

const REQUEST_HEADERS = [
  'content-type',
  'authorization',
  'polar-user-id',
  'accesslink-trace',
  'last-event-id',
  'accesslink-plan',
  'accesslink-time-zone',
];

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': REQUEST_HEADERS.join(', '),
  'access-control-max-age': '600',
};

/** Answers every OPTIONS request, and lets pages of `origins` read all other responses. Cookies are never allowed. */
export function withCors(handler: Handler, origins: readonly string[]): Handler {
  return async (request, url) => {
    const cors = corsHeaders(request.headers.get('origin'), origins);
    const isPreflight = request.method === 'OPTIONS';
    const response = isPreflight
      ? new Response(null, { status: 204, headers: 'access-control-allow-origin' in cors ? PREFLIGHT : {} })
      : await handler(request, url);
    for (const [name, value] of Object.entries(cors)) response.headers.append(name, value);
    return response;
  };
}

/** The headers of a response to a request of a page of an origin; null: it names none. */
export function corsHeaders(origin: string | null, origins: readonly string[]): Readonly<Record<string, string>> {
  if (origins.length === 0) return NO_HEADERS;
  const isAllowed = origin !== null && origins.includes(origin);
  return { ...(isAllowed ? { 'access-control-allow-origin': origin } : {}), vary: 'origin' };
}

const NO_HEADERS = {};
