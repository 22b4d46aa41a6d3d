// Cross-origin access from browsers: granted to the origins of a list, compared character for character.
import type { Fetch } from './router.ts';

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
export function withCors(fetch: Fetch, origins: readonly string[]): Fetch {
  return async (request) => {
    const origin = request.headers.get('origin');
    const isAllowed = origin !== null && origins.includes(origin);
    const isPreflight = request.method === 'OPTIONS';
    const response = isPreflight
      ? new Response(null, { status: 204, headers: isAllowed ? PREFLIGHT : {} })
      : await fetch(request);
    if (isAllowed) response.headers.set('access-control-allow-origin', origin);
    if (origins.length > 0) response.headers.append('vary', 'origin');
    return response;
  };
}
