// The connections to a server: as many as are needed, up to a number, the first of them open before there is a request.
import { buildConnector, Pool } from 'undici';
import type { Clock } from '../clock.ts';
import { type OpenedConnections, openAhead } from './opened-connections.ts';
import type { StaleSockets } from './stale-sockets.ts';

export interface PoolOptions {
  readonly origin: string;
  /** Limits in milliseconds: until connected, and how long a server may be silent. */
  readonly timeouts: { readonly connect: number; readonly total: number };
  readonly staleSockets: StaleSockets;
  /** Connections to the same server, which are used first. */
  readonly connections?: OpenedConnections;
}

/** How long a connection may take, unless somebody says otherwise. */
export const CONNECT_MS = 2_000;
/** More than the budget lets through at once: a discarded body may hold a connection for a while. */
const CONNECTIONS = 32;

/** HTTP/1.1 only: a socket carries one request at a time, so that aborting a request closes its socket and no other's. */
export function createPool({ origin, timeouts, staleSockets, connections: opened }: PoolOptions): Pool {
  const connect = connectorWithin(timeouts.connect);
  return new Pool(origin, {
    connections: CONNECTIONS,
    allowH2: false,
    headersTimeout: timeouts.total,
    bodyTimeout: timeouts.total,
    connect: (target, done) => {
      const idle = opened?.take();
      if (idle) {
        staleSockets.watch(idle, true);
        return queueMicrotask(() => done(null, idle));
      }
      connect(target, (...result) => {
        if (result[1]) staleSockets.watch(result[1], false);
        done(...result);
      });
    },
  });
}

/** Opens connections to a server for a pool that is created later. */
export function openConnections(origin: string, clock: Pick<Clock, 'after'>): OpenedConnections {
  return openAhead({ origin, clock, connect: connectorWithin(CONNECT_MS) });
}

function connectorWithin(milliseconds: number): buildConnector.connector {
  return buildConnector({ timeout: milliseconds, allowH2: false });
}
