// Connections that are opened before there is a request: the first requests of a process do not wait for TCP and TLS.
import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';

/** Opens one connection, as undici's connectors do. */
export type Connect = (
  target: { readonly hostname: string; readonly host: string; readonly protocol: string; readonly port: string },
  done: (...result: [null, Socket] | [Error, null]) => void,
) => void;

/** Open connections over which nothing was sent. */
export interface OpenedConnections {
  /** Resolves when each of them is open, or cannot be opened. */
  readonly ready: Promise<unknown>;
  /** One of them, for whoever sends its first request; null when none is left. */
  readonly take: () => Socket | null;
  /** Closes those that are left, and those that are being opened when they are. */
  readonly close: () => void;
}

export interface OpeningOptions {
  readonly origin: string;
  readonly clock: Pick<Clock, 'after'>;
  readonly connect: Connect;
}

/** As many requests as an operation on four resources sends at once. */
const CONNECTIONS = 4;
/** Servers close a connection without a request after some time; what nobody has taken until then is not worth its place. */
const UNUSED_MS = 10_000;

/** Starts to open connections, and reports nothing: where one cannot be opened, the request that needs it says so. */
export function openAhead({ origin, clock, connect }: OpeningOptions): OpenedConnections {
  const { hostname, host, protocol, port } = new URL(origin);
  const open = new Set<Socket>();
  let isOver = false;
  const close = () => {
    isOver = true;
    cancel();
    for (const socket of open) socket.destroy();
  };
  const cancel = clock.after(UNUSED_MS, close);
  const openOne = async () => {
    const socket = await new Promise<Socket | null>((resolve) => {
      connect({ hostname, host, protocol, port }, (_, connected) => resolve(connected));
    });
    socket?.once('close', () => open.delete(socket));
    if (isOver) socket?.destroy();
    else if (socket) open.add(socket);
  };
  const take = () => {
    const [socket = null] = open;
    if (socket) open.delete(socket);
    return socket;
  };
  return { ready: Promise.all(Array.from({ length: CONNECTIONS }, openOne)), take, close };
}
