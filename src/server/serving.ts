// How requests are served: the layers around the handlers, for requests of the Fetch API and for ordinary ones of a socket.
import type { Door } from './door.ts';
import { isAnswer, type RequestRest, type ServeOrdinary } from './graphql/ordinary-handler.ts';
import { corsHeaders, withCors } from './http/cors.ts';
import { guardGraphql, internalError, withInternalErrors } from './http/guards.ts';
import { GRAPHQL_PATH, type OrdinaryRequest, ordinaryRequest, type RequestHead } from './http/ordinary-request.ts';
import { createRouter } from './http/router.ts';
import { securityHeaders, withSecurityHeaders } from './http/security-headers.ts';
import type { WholeAnswer } from './http/send-response.ts';
import type { Telemetry } from './observability/telemetry.ts';
import { type RouteHandlers, routesOf } from './routes.ts';

export interface Serving {
  /** Serves a request; its URL is parsed here where nobody has parsed it. */
  fetch(request: Request, url?: URL): Promise<Response>;
  /** Serves an ordinary GraphQL request just as `fetch` would; null when it is none. */
  ordinary(head: RequestHead, rest: RequestRest): Promise<WholeAnswer | Response> | null;
}

export interface ServingOptions {
  /** Origins of web frontends whose pages may read responses. */
  readonly corsOrigins: readonly string[];
  readonly publicUrl: string | null;
  readonly queriesByGet: boolean;
  readonly graphiql: boolean;
  readonly report: (unexpected: unknown) => void;
  readonly telemetry: Pick<Telemetry, 'request'>;
  readonly door: Pick<Door, 'headers'>;
}

/** `handlers.graphql` serves every GraphQL request, `serveOrdinary` ordinary ones in the same way. */
export function createServing(handlers: RouteHandlers, serveOrdinary: ServeOrdinary, options: ServingOptions): Serving {
  return {
    fetch: fetchWith(handlers, options),
    ordinary: (head, rest) => {
      const request = ordinaryRequest(head);
      return request && served(request, () => serveOrdinary(request, rest), options);
    },
  };
}

function fetchWith(handlers: RouteHandlers, options: ServingOptions): Serving['fetch'] {
  const { corsOrigins, report, publicUrl, telemetry } = options;
  const graphql = guardGraphql(handlers.graphql, options);
  const router = createRouter(routesOf({ ...handlers, graphql }, options), graphql, ({ method, headers }, route, run) =>
    telemetry.request({ method, route, traceparent: headers.get('traceparent') }, run),
  );
  const serve = withCors(withInternalErrors(router, report), corsOrigins);
  const withHeaders = withSecurityHeaders(serve, securityHeaders(publicUrl));
  return (request, url = new URL(request.url)) => withHeaders(request, url);
}

/** Every response has the headers of the door; those of Yoga are objects of the Fetch API. */
async function served(
  { method, headers: { get } }: OrdinaryRequest,
  serve: () => ReturnType<ServeOrdinary>,
  { telemetry, report, corsOrigins, door }: ServingOptions,
): Promise<WholeAnswer | Response> {
  const about = { method, route: GRAPHQL_PATH, traceparent: get('traceparent') };
  const answer = await telemetry.request(about, serve).catch((failure: unknown) => internalError(failure, report));
  const headers = { ...door.headers, ...corsHeaders(get('origin'), corsOrigins) };
  if (isAnswer(answer)) return { ...answer, headers: { ...headers, ...answer.headers } };
  for (const [name, value] of Object.entries(headers)) answer.headers.append(name, value);
  return answer;
}
