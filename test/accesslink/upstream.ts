// A server with one response to everything, and a transport to it: both closed when the test is over.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import { createTransport, type TransportOptions } from '../../src/accesslink/transport.ts';
import type { Method, Upstream as Transports, UpstreamReply } from '../../src/accesslink/upstream.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';

export const TOKEN = 'canary-token-7f3a';
/** For servers that never respond; all others have the time limits of production. */
export const SHORT = { connect: 10_000, headers: 150, total: 400 };

export interface Upstream {
  readonly origin: string;
  readonly seen: readonly IncomingMessage[];
  /** Connections made so far, and those still open. */
  readonly connections: () => { readonly made: number; readonly open: number };
  readonly transport: Transports;
  readonly send: (path?: string, method?: Method) => Promise<UpstreamReply>;
}

type Settings = Omit<TransportOptions, 'origin' | 'clock'> & Partial<Pick<TransportOptions, 'clock'>>;

/** Starts an HTTP server that responds with `answer`. */
export async function upstream(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  settings?: Settings,
): Promise<Upstream> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(response, request);
  });
  return { seen, ...(await serve(server, settings)) };
}

/** Starts a TCP server. `onRequest` is called with each chunk that a client sends, and its number on the connection. */
export async function tcpUpstream(
  onRequest: (socket: Socket, nth: number) => void,
  settings?: Settings,
): Promise<Upstream> {
  const server = createTcpServer((socket) => {
    let nth = 0;
    socket.on('error', () => {});
    socket.on('data', () => {
      nth += 1;
      onRequest(socket, nth);
    });
  });
  return { seen: [], ...(await serve(server, settings)) };
}

/** The failure of a promise that must fail with an AccessLinkError. */
export async function failureOf(promise: Promise<unknown>): Promise<AccessLinkError> {
  const failure: unknown = await promise.then(
    (value) => new Error(`Nothing failed: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (failure instanceof AccessLinkError) return failure;
  throw failure;
}

/** Resolves when a condition holds; rejects after twenty seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const start = Date.now();
  while (!holds()) {
    if (Date.now() - start > 20_000) throw new Error('The condition did not hold within twenty seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function serve(server: Server | TcpServer, settings: Settings = {}) {
  const open = new Set<Socket>();
  let made = 0;
  server.on('connection', (socket: Socket) => {
    made += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const transport = createTransport({ origin, clock: systemClock, ...settings });
  onTestFinished(async () => {
    await transport.close();
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const send = (path = '/v3/users/sleep?x=1', method: Method = 'GET') =>
    transport.send({ method, path, authorization: createSecret(`Bearer ${TOKEN}`) });
  return { origin, transport, send, connections: () => ({ made, open: open.size }) };
}
