// A gateway over an AccessLink that answers each path with fixed JSON, and with 204 where there is none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** JSON by the path of a request without its query. */
export type Replies = Readonly<Record<string, unknown>>;

export interface FixedGateway extends Pick<Gateway, 'ask' | 'close' | 'reports'> {
  /** The paths requested since the last call, without their queries, in order. */
  takePaths(): string[];
}

/** Starts both; closing the gateway closes both. The replies are read at each request. */
export async function startFixedGateway(replies: () => Replies): Promise<FixedGateway> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    paths.push(path);
    const body = replies()[path];
    response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const gateway = await startGateway({ app: { accessLinkUrl: `http://127.0.0.1:${port}` } });
  return {
    ask: (query) => gateway.ask(query),
    reports: gateway.reports,
    takePaths: () => paths.splice(0),
    close: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
