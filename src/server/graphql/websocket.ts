// Subscriptions over WebSockets, by the protocol of graphql-ws; queries and mutations go over HTTP.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeServer, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Identify } from '../auth/identity.ts';
import type { GraphqlServer } from './yoga.ts';
import { type Extra, protocolOptions } from './websocket-protocol.ts';

export interface WebSocketsOptions {
  readonly engine: Pick<GraphqlServer, 'prepare'>;
  readonly identify: Identify;
  readonly publicUrl: string | null;
  readonly report: (unexpected: unknown) => void;
  readonly heartbeatMs?: number;
}

export interface WebSockets {
  /** Takes over a connection that asks to be upgraded. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all of them. */
  close(): void;
}

const MAX_MESSAGE_BYTES = 100_000;
/** Whoever does not read is cut off. */
const MAX_UNSENT_BYTES = 1_000_000;
const MAX_SOCKETS = 5_000;
const HEARTBEAT_MS = 15_000;

export function createWebSockets(options: WebSocketsOptions): WebSockets {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => protocols.has('graphql-transport-ws') && 'graphql-transport-ws',
  });
  const protocol = makeServer(protocolOptions(options));
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) =>
    connect({ socket, request }, protocol, options),
  );
  return {
    upgrade: (request, socket, head) => {
      const isOurs = request.url?.split('?')[0] === '/graphql' && request.headers.host !== undefined;
      if (isOurs && sockets.clients.size < MAX_SOCKETS) {
        sockets.handleUpgrade(request, socket, head, (taken) => sockets.emit('connection', taken, request));
      } else
        socket.end(`HTTP/1.1 ${isOurs ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
    },
    close: () => {
      for (const socket of sockets.clients) socket.close(1001, 'This server is about to stop');
      sockets.close();
    },
  };
}

function connect(
  extra: Extra,
  protocol: Server<Extra>,
  { report, heartbeatMs = HEARTBEAT_MS }: WebSocketsOptions,
): void {
  const { socket } = extra;
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (data: Buffer) => {
          take(String(data)).catch((failure: unknown) => {
            report(failure);
            socket.close(1011, 'Something went wrong in this server');
          });
        }),
    },
    extra,
  );
  const stop = keepAlive(socket, heartbeatMs);
  // The end follows each error.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    stop();
    closed(code, String(reason)).catch(report);
  });
}

/** Resolves when the text is on its way, or nobody is there to take it: the next result waits for that. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
    if (socket.readyState === socket.OPEN) socket.send(text, () => resolve());
    else resolve();
  });
}

/** Asks whether somebody is still there, and ends the connection when nobody has answered by the next time. */
function keepAlive(socket: WebSocket, milliseconds: number): () => void {
  let hasAnswered = true;
  socket.on('pong', () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
  }, milliseconds).unref();
  return () => clearInterval(timer);
}
