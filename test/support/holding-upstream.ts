// An AccessLink that answers in rounds: it stands before a simulator, and answers nobody before as many requests have come as
// the round has.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingUpstream {
  readonly url: string;
  /** The paths of each round that was answered, and of one that was not, sorted. */
  readonly rounds: () => string[][];
  close(): Promise<void>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Passes rounds of so many requests on to an origin. */
export async function createHoldingUpstream(origin: () => string, sizes: readonly number[]): Promise<HoldingUpstream> {
  const rounds: Exchange[][] = [];
  let waiting: Exchange[] = [];
  const server = createServer((request, response) => {
    waiting.push({ request, response });
    if (waiting.length < (sizes[rounds.length] ?? 1)) return;
    const round = waiting;
    waiting = [];
    rounds.push(round);
    for (const exchange of round) void answer(exchange, origin());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pathsOf = (round: readonly Exchange[]) => round.map(({ request }) => request.url ?? '').toSorted();
  return {
    url: `http://127.0.0.1:${port}`,
    rounds: () => [...rounds.map(pathsOf), ...(waiting.length > 0 ? [pathsOf(waiting)] : [])],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer({ request, response }: Exchange, origin: string): Promise<void> {
  const { authorization = '', accept = '' } = request.headers;
  const found = await fetch(`${origin}${request.url}`, { headers: { authorization, accept } });
  const body = Buffer.from(await found.arrayBuffer());
  response.writeHead(found.status, { 'content-type': 'application/json' }).end(body.length > 0 ? body : undefined);
}
