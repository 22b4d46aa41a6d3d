// A TCP proxy that can stop answering while its connections stay open, as a server behind a broken network does.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** From now on nothing passes, in either direction. Connections are still accepted. */
  hang(): void;
  /** What was held back passes, and everything from now on. */
  resume(): void;
  close(): Promise<void>;
}

/** Starts a proxy before a server of this machine. */
export async function startTcpProxy(port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let hangs = false;
  const add = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on('data', (chunk) => other.write(chunk));
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.on('error', () => {});
    if (hangs) socket.pause();
  };
  const server = createServer((socket) => {
    const upstream = connect(port, '127.0.0.1');
    add(socket, upstream);
    add(upstream, socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hang: () => {
      hangs = true;
      for (const socket of sockets) socket.pause();
    },
    resume: () => {
      hangs = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
