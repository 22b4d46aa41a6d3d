// A port that nobody listens on, for a program that must know its address before it starts.
import { type AddressInfo, createServer } from 'node:net';

/** Free a moment ago: the system gives it to nobody else for a while. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
