// Everything that is served: one table from path and method to handler.
import { callback } from './auth/actions/callback.ts';
import { login } from './auth/actions/login.ts';
import { logout, logoutPage } from './auth/actions/logout.ts';
import { metadata } from './auth/actions/metadata.ts';
import { token } from './auth/actions/token.ts';
import { atOwnOrigin, type SignIn } from './auth/sign-in.ts';
import { fileNotFound } from './files/file-errors.ts';
import { FILES_PATH } from './files/file-links.ts';
import { createGraphiql } from './graphiql/page.ts';
import { redirectHome } from './http/guards.ts';
import type { Observability } from './observability/composition.ts';
import { ANY, type Handler, type RouteTable } from './http/router.ts';
import { WEBHOOK_PATH } from './webhook/receiver.ts';

/** The handlers that routes lead to. */
export interface RouteHandlers extends Observability {
  /** Guarded. */
  readonly graphql: Handler;
  readonly files: Handler;
  /** Null without a store: the path is not in the table. */
  readonly receive: Handler | null;
  readonly signIn: SignIn;
}

/**
 * GraphQL answers for paths that are not in the table, and for methods by its own rules. Without GraphiQL no page is there to
 * be redirected to.
 */
export function routesOf(
  { graphql, files, receive, signIn, health, metricsHandler }: RouteHandlers,
  { graphiql }: { readonly graphiql: boolean },
): RouteTable {
  return {
    ...(graphiql ? { '/': { GET: redirectHome, [ANY]: graphql } } : {}),
    '/graphql': { GET: graphiql ? createGraphiql(graphql) : graphql, [ANY]: graphql },
    [`${FILES_PATH}*`]: { GET: files, [ANY]: async () => fileNotFound() },
    ...(receive ? { [WEBHOOK_PATH]: { POST: receive } } : {}),
    '/auth/login': { GET: signIn.handler(atOwnOrigin(login)) },
    '/auth/callback': { GET: signIn.handler(callback) },
    '/auth/logout': { GET: signIn.handler(logoutPage), POST: signIn.handler(logout) },
    '/auth/token': { POST: signIn.handler(token) },
    '/health/live': { GET: health.live, HEAD: health.live },
    '/health/ready': { GET: health.ready, HEAD: health.ready },
    ...(metricsHandler ? { '/metrics': { GET: metricsHandler } } : {}),
    '/.well-known/oauth-authorization-server': { GET: signIn.handler(metadata) },
  };
}
