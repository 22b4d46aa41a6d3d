// Routing: one table from path and method to handler, read with the URL of the request, which is parsed once.

/** Responds to a request whose URL is parsed already. */
export type Handler = (request: Request, url: URL) => Promise<Response>;

/** Stands for every method that has no handler of its own. */
export const ANY = '*';

/** By path. A path that ends in `/*` stands for all paths that begin with what precedes the `*`. */
export type RouteTable = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/** Runs the handling of a request. `route`: as in the table; `other` for what is not in it. */
export type AroundRoute = (request: Request, route: string, run: () => Promise<Response>) => Promise<Response>;

/**
 * Finds the handler of a request in the table, by its URL. A path that has none for the method is
 * answered with 405 and `allow`; a path that is not in the table goes to `otherwise`.
 */
export function createRouter(
  table: RouteTable,
  otherwise: Handler,
  around: AroundRoute = (_, __, run) => run(),
): Handler {
  const routes = Object.entries(table).map(([path, methods]): Route => {
    const isPrefix = path.endsWith('/*');
    return {
      name: path,
      path: isPrefix ? path.slice(0, -1) : path,
      isPrefix,
      handlers: new Map(Object.entries(methods)),
    };
  });
  return async (request, url) => {
    const route = routes.find(({ path, isPrefix }) =>
      isPrefix ? url.pathname.startsWith(path) : url.pathname === path,
    );
    return around(request, route?.name ?? 'other', async () => {
      if (!route) return otherwise(request, url);
      const handler = route.handlers.get(request.method) ?? route.handlers.get(ANY);
      return handler ? handler(request, url) : methodNotAllowed([...route.handlers.keys()]);
    });
  };
}

interface Route {
  /** As in the table. */
  readonly name: string;
  readonly path: string;
  readonly isPrefix: boolean;
  readonly handlers: ReadonlyMap<string, Handler>;
}

/** The connection ends with the response: the body of the request has not been read. */
function methodNotAllowed(allowed: readonly string[]): Response {
  return new Response(null, { status: 405, headers: { allow: allowed.join(', '), connection: 'close' } });
}
