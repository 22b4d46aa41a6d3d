// Links to files, queried and opened without a socket; and a server in the place of AccessLink whose files a test writes.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { Gateway } from '../../support/gateway.ts';

export interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

export interface Linked {
  readonly polarExerciseId: string;
  readonly date: string;
  readonly hasRoute: boolean;
  readonly files: { readonly fit: Link | null; readonly tcx: Link | null; readonly gpx: Link | null };
}

export const QUERY = `{ viewer { exercises { nodes {
  polarExerciseId date hasRoute files { fit { url expiresAt } tcx { url expiresAt } gpx { url expiresAt } }
} } } }`;

interface Data {
  readonly viewer: { readonly exercises: { readonly nodes: readonly Linked[] } };
}

/** The exercises of a caller with their links. */
export async function linkedExercises(
  gateway: Gateway,
  headers: Record<string, string> = {},
): Promise<readonly Linked[]> {
  const { data } = await gateway.ask<Data>(QUERY, { headers });
  return data.viewer.exercises.nodes;
}

/** Opens a link. */
export function open(app: App, url: string, init: RequestInit = {}): Promise<Response> {
  return app.fetch(new Request(url, init));
}

/** Everything that a client sees of a response. */
export async function visible(response: Response) {
  return {
    status: response.status,
    headers: [...response.headers].sort(([a], [b]) => (a < b ? -1 : 1)),
    body: await response.text(),
  };
}

/** A server with one exercise; `respond` sends its files. */
export async function startFileServer(
  respond: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ readonly origin: string }> {
  const server = createServer((request, response) => {
    if (/\/(fit|tcx|gpx)$/.test(request.url ?? '')) return respond(response, request);
    const list = [{ id: 'abc', start_time: '2026-11-20T08:00:00', has_route: true, sport: 'RUNNING' }];
    response.setHeader('content-type', 'application/json').end(JSON.stringify(list));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}
