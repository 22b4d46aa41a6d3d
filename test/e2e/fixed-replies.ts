// A gateway over an AccessLink that answers each path with fixed JSON, and with 204 where there is none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppOptions } from '../../src/server/app.ts';
import { type Gateway, type GatewayOptions, startGateway, type StoringGateway } from '../support/gateway.ts';

/** JSON by the path of a request without its query. */
export type Replies = Readonly<Record<string, unknown>>;

export interface FixedGateway
  extends Pick<Gateway, 'ask' | 'close' | 'reports'>,
    Partial<Pick<StoringGateway, 'store'>> {
  /** The paths requested since the last call, without their queries, in order. */
  takePaths(): string[];
}

/** Starts both; closing the gateway closes both. The replies are read at each request; a status is a reply without JSON. */
export async function startFixedGateway(
  replies: () => Replies,
  { app, ...options }: Omit<GatewayOptions, 'app'> & { readonly app?: Partial<AppOptions> } = {},
): Promise<FixedGateway> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    paths.push(path);
    const body = replies()[path];
    const status = typeof body === 'number' ? body : body === undefined ? 204 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? JSON.stringify(body) : undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const gateway: Gateway & Partial<StoringGateway> = await startGateway({
    ...options,
    app: { accessLinkUrl: `http://127.0.0.1:${port}`, ...app },
  });
  return {
    ask: (query, asked) => gateway.ask(query, asked),
    ...(gateway.store && { store: gateway.store }),
    reports: gateway.reports,
    takePaths: () => paths.splice(0),
    close: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
