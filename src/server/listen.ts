// The socket: rejects requests that are malformed or too long before the app sees them, and times out slow clients.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import type { App } from './app.ts';
import { requestTarget } from './http/request-target.ts';
import { abortOnBrokenBody } from './http/response-abort.ts';
import { WEBHOOK_PATH } from './webhook/receiver.ts';

export interface Listening {
  /** With the port that the system chose, when 0 was asked for. */
  readonly url: string;
  /** How many connections are open. */
  readonly connections: () => Promise<number>;
  /** Resolves when all responses are sent. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 100_000;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;

/** The address is in use, needs privileges, or belongs to another machine. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor({ host, port }: { host: string; port: number }, cause: NodeJS.ErrnoException) {
    const reason = cause.code === 'EADDRINUSE' ? 'the port is in use; set PORT to another' : cause.message;
    super(`Cannot listen on ${host}:${port}: ${reason}`, { cause });
  }
}

/** Serves the app. Rejects with ListenError when the address cannot be listened on. */
export async function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  const adapter = createServerAdapter<{ res: ServerResponse }>(async (request, { res }) =>
    abortOnBrokenBody(await app.fetch(request), res),
  );
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    (request, response) => {
      const rejection = rejectionOf(request);
      if (rejection) reject(request, response, rejection);
      else void adapter(request, response);
      // Once the server is closing, nothing more is read from a connection that has its response.
      response.once('close', () => server.listening || server.closeIdleConnections());
    },
  );
  server.on('upgrade', (request, socket, head) => app.upgrade(request, socket, head));
  await new Promise<void>((resolve, rejectListening) => {
    server.once('error', (failure) => rejectListening(new ListenError({ host, port }, failure)));
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), connections: () => countConnections(server), close: () => close(server, app) };
}

interface Rejection {
  readonly status: number;
  readonly message: string;
}

/**
 * A body needs a Content-Length within the limit; Node enforces the length. The webhook takes bodies of unknown length and
 * limits them itself.
 */
function rejectionOf(request: IncomingMessage): Rejection | null {
  const { method, headers, httpVersion } = request;
  // Node accepts HTTP/0.9 and several Host headers; a proxy in front of this server may read such a request differently.
  if (httpVersion === '0.9') return { status: 400, message: 'Cannot read the request: HTTP/0.9 is not supported' };
  const url = requestTarget(request);
  if (!url) return { status: 400, message: 'Cannot read the request: send one Host header, the host of the URL' };
  if (url.pathname === WEBHOOK_PATH) return null;
  const length = headers['content-length'];
  const isUnknown = headers['transfer-encoding'] !== undefined || (method === 'POST' && length === undefined);
  if (isUnknown) return { status: 411, message: 'Cannot read a body of unknown length: send Content-Length' };
  if (Number(length ?? 0) <= MAX_BODY_BYTES) return null;
  return { status: 413, message: `Cannot read a body of ${length} bytes: the limit is ${MAX_BODY_BYTES}` };
}

function reject(request: IncomingMessage, response: ServerResponse, { status, message }: Rejection): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(body, () => request.destroy());
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((failure, count) => (failure ? reject(failure) : resolve(count))),
  );
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Accepts no more connections, ends all subscriptions, and waits for the responses that are being sent. */
async function close(server: Server, app: App): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  app.endSubscriptions();
  await closed;
}
