// Routing: one table from path and method to handler, read with the URL of the request, which is parsed once.

/** Responds to a request. */
export type Fetch = (request: Request) => Promise<Response>;

/** Responds to a request whose URL is parsed already. */
export type Handler = (request: Request, url: URL) => Promise<Response>;

/** Stands for every method that has no handler of its own. */
export const ANY = '*';

/** By path. A path that ends in `/*` stands for all paths that begin with what precedes the `*`. */
export type RouteTable = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/**
 * Parses the URL of a request, for all handlers, and finds its handler in the table. A path that has none for the method is
 * answered with 405 and `allow`; a path that is not in the table goes to `otherwise`.
 */
export function createRouter(table: RouteTable, otherwise: Handler): Fetch {
  const routes = Object.entries(table).map(([path, methods]): Route => {
    const isPrefix = path.endsWith('/*');
    return { path: isPrefix ? path.slice(0, -1) : path, isPrefix, handlers: new Map(Object.entries(methods)) };
  });
  return async (request) => {
    const url = new URL(request.url);
    const handlers = handlersAt(routes, url.pathname);
    if (!handlers) return otherwise(request, url);
    const handler = handlers.get(request.method) ?? handlers.get(ANY);
    return handler ? handler(request, url) : methodNotAllowed([...handlers.keys()]);
  };
}

interface Route {
  readonly path: string;
  readonly isPrefix: boolean;
  readonly handlers: ReadonlyMap<string, Handler>;
}

function handlersAt(routes: readonly Route[], pathname: string): Route['handlers'] | undefined {
  return routes.find(({ path, isPrefix }) => (isPrefix ? pathname.startsWith(path) : pathname === path))?.handlers;
}

/** The connection ends with the response: the body of the request has not been read. */
function methodNotAllowed(allowed: readonly string[]): Response {
  return new Response(null, { status: 405, headers: { allow: allowed.join(', '), connection: 'close' } });
}
