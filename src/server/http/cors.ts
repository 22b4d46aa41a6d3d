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
    const origin = request.headers.get('origin');
    const isAllowed = origin !== null && origins.includes(origin);
    const isPreflight = request.method === 'OPTIONS';
    const response = isPreflight
      ? new Response(null, { status: 204, headers: isAllowed ? PREFLIGHT : {} })
      : await handler(request, url);
    if (isAllowed) response.headers.set('access-control-allow-origin', origin);
    if (origins.length > 0) response.headers.append('vary', 'origin');
    return response;
  };
}
