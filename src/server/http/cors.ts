// Which web frontends may ask from a browser: those of a list, by their exact origin; nothing is reflected.

type Fetch = (request: Request) => Promise<Response>;

const CALLER_HEADERS = [
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
  'access-control-allow-headers': CALLER_HEADERS.join(', '),
  'access-control-max-age': '600',
};

/** Answers preflights, and lets pages of `origins` read what `fetch` answers. Cookies are never sent along. */
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
