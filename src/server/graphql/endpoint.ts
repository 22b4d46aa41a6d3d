// The GraphQL endpoint on all its ways: HTTP, event streams and WebSockets, which end together.
import type { Handler } from '../http/router.ts';
import type { EventSubscriptions } from './event-subscriptions.ts';
import type { Upgrade, WebSockets, WebSocketsOptions } from './websocket.ts';
import type { ServeOrdinary } from './ordinary-handler.ts';
import { createGraphqlServer, type GraphqlServerOptions } from './yoga.ts';

export interface EndpointOptions
  extends Omit<GraphqlServerOptions, 'closing' | 'clock'>,
    Omit<WebSocketsOptions, 'graphql' | 'latestId' | 'clock'> {
  readonly subscriptions: EventSubscriptions;
  readonly clock: GraphqlServerOptions['clock'] & WebSocketsOptions['clock'];
}

export interface GraphqlEndpoint {
  readonly handler: Handler;
  readonly serveOrdinary: ServeOrdinary;
  readonly upgrade: WebSockets['upgrade'];
  /** How many are open. */
  readonly webSockets: () => number;
  /** Breaks off event streams and closes WebSockets, none of which would end by itself: clients come back. */
  readonly endSubscriptions: () => void;
}

/** Streams break off before their events end: what ends by itself is complete, and its client does not come back. */
export function createEndpoint({ subscriptions, ...options }: EndpointOptions): GraphqlEndpoint {
  const closing = new AbortController();
  const graphql = createGraphqlServer({ ...options, closing: closing.signal });
  const sockets = createSocketsWhenAsked({ ...options, graphql, latestId: subscriptions.latestId });
  const endSubscriptions = () => {
    closing.abort();
    sockets.close();
    subscriptions.end();
  };
  const { handler, serveOrdinary } = graphql;
  return { handler, serveOrdinary, upgrade: sockets.upgrade, webSockets: sockets.count, endSubscriptions };
}

/** WebSockets whose packages are loaded by the first of them: most processes have none for a long time. */
function createSocketsWhenAsked(options: WebSocketsOptions): WebSockets {
  let sockets: WebSockets | null = null;
  let isClosed = false;
  const load = async () => {
    const { createWebSockets } = await import('./websocket.ts');
    sockets ??= createWebSockets(options);
    return sockets;
  };
  return {
    upgrade: (upgrade) => {
      if (sockets) return sockets.upgrade(upgrade);
      load().then((loaded) => (isClosed ? hangUp(upgrade) : loaded.upgrade(upgrade)), options.report);
    },
    count: () => sockets?.count() ?? 0,
    close: () => {
      isClosed = true;
      sockets?.close();
    },
  };
}

function hangUp({ socket }: Upgrade): void {
  socket.destroy();
}
