// Lets a server listen on a free port and prints where, as the gateway does.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Prints `{"url":"http://…"}`. */
export function announce(server: Server): void {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
