// WebSocket connections: limits, heartbeats, and the end of connections that do not read.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeServer, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Cancel, Clock } from '../../clock.ts';
import { requestTarget } from '../http/request-target.ts';
import { type Extra, type ProtocolOptions, protocolOptions } from './websocket-protocol.ts';

export interface WebSocketsOptions extends ProtocolOptions {
  readonly clock: Pick<Clock, 'every'>;
  readonly report: (unexpected: unknown) => void;
  readonly heartbeatMs?: number;
}

export interface WebSockets {
  /** Upgrades a connection at /graphql; rejects at any other path, and beyond MAX_SOCKETS. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** How many are open. */
  readonly count: () => number;
  /** Ends all connections. */
  readonly close: () => void;
}

const MAX_MESSAGE_BYTES = 100_000;
/** A connection with more bytes that its client has not read is ended. */
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
  return {
    upgrade: (request, socket, head) => {
      const url = requestTarget(request);
      if (url?.pathname !== '/graphql') return reject(socket, '404 Not Found');
      if (sockets.clients.size >= MAX_SOCKETS) return reject(socket, '503 Service Unavailable');
      sockets.handleUpgrade(request, socket, head, (accepted) =>
        connect({ socket: accepted, request, url }, protocol, options),
      );
    },
    count: () => sockets.clients.size,
    close: () => {
      for (const socket of sockets.clients) socket.close(1001, 'This server is shutting down');
      sockets.close();
    },
  };
}

function reject(socket: Duplex, status: string): void {
  // Node listens to no error of a socket that it hands over: one would end the process.
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

function connect(
  extra: Extra,
  protocol: Server<Extra>,
  { report, clock, heartbeatMs = HEARTBEAT_MS }: WebSocketsOptions,
): void {
  const { socket } = extra;
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (data: Buffer) => {
          handle(String(data)).catch((failure: unknown) => {
            report(failure);
            socket.close(1011, 'Something went wrong in this server');
          });
        }),
    },
    extra,
  );
  const stopHeartbeat = startHeartbeat(socket, clock, heartbeatMs);
  // `close` follows each `error`.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    stopHeartbeat();
    closed(code, String(reason)).catch(report);
  });
}

/** Resolves when the text is sent, or the connection has ended: the next result waits for that. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
    if (socket.readyState === socket.OPEN) socket.send(text, () => resolve());
    else resolve();
  });
}

/** Pings at each interval, and ends the connection when the ping before has had no pong. */
function startHeartbeat(socket: WebSocket, clock: Pick<Clock, 'every'>, milliseconds: number): Cancel {
  let hasPong = true;
  socket.on('pong', () => {
    hasPong = true;
  });
  return clock.every(milliseconds, () => {
    if (!hasPong) return socket.terminate();
    hasPong = false;
    socket.ping();
  });
}
