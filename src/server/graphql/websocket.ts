// WebSocket connections: limits, heartbeats, and the end of connections that do not read.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeServer, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Cancel, Clock } from '../../clock.ts';
import { rawResponse } from '../http/security-headers.ts';
import type { UnsentBytes } from '../http/unsent-bytes.ts';
import { type Extra, type ProtocolOptions, protocolOptions } from './websocket-protocol.ts';

/** A request to become a WebSocket, guarded. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  /** Of the request, parsed. */
  readonly url: URL;
}

export interface WebSocketsOptions extends ProtocolOptions {
  readonly clock: Pick<Clock, 'every' | 'after'>;
  readonly unsent: UnsentBytes;
  /** Of every response. */
  readonly headers: Readonly<Record<string, string>>;
  readonly report: (unexpected: unknown) => void;
  readonly heartbeatMs?: number;
}

export interface WebSockets {
  /** Upgrades a connection at /graphql; rejects at any other path, and beyond MAX_SOCKETS. */
  readonly upgrade: (upgrade: Upgrade) => void;
  /** How many are open. */
  readonly count: () => number;
  /** Ends all connections, with a code that makes clients come back; those that do not answer are cut off. */
  readonly close: () => void;
}

const MAX_MESSAGE_BYTES = 100_000;
/** A connection with more bytes that its client has not read is ended. */
const MAX_UNSENT_BYTES = 1_000_000;
const MAX_SOCKETS = 5_000;
const HEARTBEAT_MS = 15_000;
const CLOSE_MS = 2_000;
/** RFC 6455, section 7.4.1. */
const GOING_AWAY = 1001;

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
    upgrade: ({ request, socket, head, url }) => {
      const reject = (statusLine: string) => void socket.end(rawResponse(statusLine, options.headers));
      if (url.pathname !== '/graphql') return reject('404 Not Found');
      if (sockets.clients.size >= MAX_SOCKETS) return reject('503 Service Unavailable');
      sockets.handleUpgrade(request, socket, head, (accepted) =>
        connect({ socket: accepted, request, url }, protocol, options),
      );
    },
    count: () => sockets.clients.size,
    close: () => {
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'This server is shutting down');
      sockets.close();
      // A client that does not answer would be waited for half a minute.
      options.clock.after(CLOSE_MS, () => sockets.clients.forEach((socket) => socket.terminate()));
    },
  };
}

function connect(
  extra: Extra,
  protocol: Server<Extra>,
  { report, clock, unsent, heartbeatMs = HEARTBEAT_MS }: WebSocketsOptions,
): void {
  const { socket } = extra;
  const counted = countUnsent(extra, unsent);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => {
        if (!counted.fits(text.length)) socket.terminate();
        return send(socket, text);
      },
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
    counted.stop();
    closed(code, String(reason)).catch(report);
  });
}

/** Counts what the person of a connection has not read, from when they are known; before that nothing of size is sent. */
function countUnsent(extra: Extra, unsent: UnsentBytes) {
  const { socket } = extra;
  const sending = { unsent: () => socket.bufferedAmount, drop: () => socket.terminate() };
  let stop: (() => void) | null = null;
  const fits = (bytes: number) => {
    if (extra.person === undefined) return true;
    stop ??= unsent.add(extra.person, sending);
    return unsent.fits(extra.person, bytes);
  };
  return { fits, stop: () => stop?.() };
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
