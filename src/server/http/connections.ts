// The connections of a server: how many there may be, from everywhere and from one address, and their end.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './client-address.ts';

export interface ConnectionLimits {
  /** Connections at once; those beyond are closed. */
  readonly maxConnections: number;
  /** Connections at once from one address; those beyond are closed. */
  readonly maxConnectionsPerAddress: number;
}

export interface Connections {
  /** Ends every connection, upgraded ones too, whatever it is waiting for. */
  readonly destroyAll: () => void;
  /** How many are open. */
  readonly count: () => number;
}

/** Counts the connections of a server and closes those that are too many. */
export function limitConnections(server: Server, limits: ConnectionLimits): Connections {
  const open = new Set<Socket>();
  const byAddress = new Map<string, number>();
  server.maxConnections = limits.maxConnections;
  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const count = (byAddress.get(address) ?? 0) + 1;
    open.add(socket);
    byAddress.set(address, count);
    socket.once('close', () => {
      open.delete(socket);
      const rest = (byAddress.get(address) ?? 1) - 1;
      if (rest > 0) byAddress.set(address, rest);
      else byAddress.delete(address);
    });
    if (count > limits.maxConnectionsPerAddress) socket.destroy();
  });
  return { destroyAll: () => open.forEach((socket) => socket.destroy()), count: () => open.size };
}
