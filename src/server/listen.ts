// The socket: bodies are limited before anything reads them, slow clients are cut off.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import type { App } from './app.ts';
import { abortOnBrokenBody } from './http/broken-body.ts';
import { WEBHOOK_PATH } from './webhook/receiver.ts';

/** A listening server: where, and how to stop it. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 100_000;
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 20_000;
const SWEEP_INTERVAL = 50;

/** Thrown at start when the address is taken, not allowed, or not of this machine. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor({ host, port }: { host: string; port: number }, cause: NodeJS.ErrnoException) {
    const why = cause.code === 'EADDRINUSE' ? 'the port is in use; set PORT to another' : cause.message;
    super(`Cannot listen on ${host}:${port}: ${why}`, { cause });
  }
}

/** Serves the app. Rejects with ListenError when the address cannot be listened on. */
export async function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  const adapter = createServerAdapter<{ res: ServerResponse }>(async (request, { res }) =>
    abortOnBrokenBody(await app.fetch(request), res),
  );
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT },
    (request, response) => {
      const refusal = refusalOf(request);
      if (refusal) refuse(request, response, refusal);
      else void adapter(request, response);
    },
  );
  server.on('upgrade', (request, socket, head) => app.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure) => reject(new ListenError({ host, port }, failure)));
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), close: () => stop(server, app) };
}

interface Refusal {
  readonly status: number;
  readonly message: string;
}

/**
 * A body is taken only with its length told beforehand, and not above the limit: Node enforces the length itself. The
 * receiver of Polar's deliveries, who must take what comes, counts for itself.
 */
function refusalOf({ method, url, headers, headersDistinct, httpVersion }: IncomingMessage): Refusal | null {
  // Node takes both; what stands before this server may read them in another way.
  if (httpVersion === '0.9') return { status: 400, message: 'Cannot read the request: HTTP/0.9 is not spoken here' };
  const hosts = headersDistinct['host'] ?? [];
  const isAddressed = hosts.length === 1 && URL.canParse(`http://${hosts[0]}${url}`);
  if (!isAddressed) return { status: 400, message: 'Cannot read the request: send one Host, as it stands in the URL' };
  if (url?.split('?')[0] === WEBHOOK_PATH) return null;
  const length = headers['content-length'];
  const isUnknown = headers['transfer-encoding'] !== undefined || (method === 'POST' && length === undefined);
  if (isUnknown) return { status: 411, message: 'Cannot read a body of unknown length: send Content-Length' };
  if (Number(length ?? 0) <= MAX_BODY_BYTES) return null;
  return { status: 413, message: `Cannot read a body of ${length} bytes: the limit is ${MAX_BODY_BYTES}` };
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, message }: Refusal): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(body, () => request.destroy());
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Waits for what is under way. Connections that are kept alive are closed as soon as nothing is asked on them. */
async function stop(server: Server, app: App): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  app.hangUp();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL);
  await closed;
  clearInterval(sweep);
}
