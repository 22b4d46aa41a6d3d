// Serves on a free port and prints where, as the gateway does.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What answers a request; a promise is not awaited. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Prints `{"url":"http://…"}`. */
export function announce(handler: Handler): void {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
