// What is answered before a request reaches GraphQL, and what is done to every response.

/** Whoever opens the bare address is sent to GraphiQL. */
export function redirectHome({ method, url }: Request): Response | null {
  if (method !== 'GET' || new URL(url).pathname !== '/') return null;
  return new Response(null, { status: 302, headers: { location: '/graphql' } });
}

/** Only JSON bodies: a form can be posted by any page without the browser asking first. */
export function rejectMediaType({ method, headers }: Request): Response | null {
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (method !== 'POST' || type === 'application/json') return null;
  const message = `Cannot read a body of type "${type}": send application/json`;
  const body = { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  return Response.json(body, { status: 415, headers: { accept: 'application/json' } });
}

/** The socket's adapter would send the stack of what is thrown. */
export function internalErrorResponse(failure: unknown, report: (unexpected: unknown) => void): Response {
  report(failure);
  const body = { errors: [{ message: 'Something went wrong in this server', extensions: { code: 'INTERNAL' } }] };
  return Response.json(body, { status: 500 });
}

/** Health data stays in no cache of a browser or a proxy. */
export function withNoStore(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  return response;
}
