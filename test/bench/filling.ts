// Fills the gateway: asks for people's days in pieces that an operation may ask for, over a few connections.
import { runClosedLoop } from './load/generator.ts';
import { requestsTo } from './load/request.ts';
import { range, tokenOf } from './operations.ts';
import type { ServerProcess } from './processes.ts';
import type { Bench } from './row.ts';
import { type GatewayOptions, startGateway } from './servers/gateway.ts';

export interface Filling {
  readonly query: string;
  /** The name of the people, and how many they are, from a first one. */
  readonly group: string;
  readonly people: number;
  readonly firstPerson?: number;
  /** Days of each, from today backwards; a multiple of 28, or what is left over is asked for by itself. */
  readonly days: number;
  /** Default 8. */
  readonly connections?: number;
}

/** 28 days at once: what has no ranges is then 57 requests at most. */
const PIECE = 28;

/** Ends when all have been answered. Throws when an answer has errors. */
export async function fill(
  server: ServerProcess,
  { query, group, people, firstPerson = 0, days, connections = 8 }: Filling,
): Promise<void> {
  const request = requestsTo(server.origin);
  const pieces = Math.ceil(days / PIECE);
  await runClosedLoop({
    origin: server.origin,
    connections,
    seconds: 600,
    answers: people * pieces,
    request: (index) => {
      const [person, piece] = [Math.floor(index / pieces), index % pieces];
      const variables = range(Math.min(PIECE, days - piece * PIECE), piece * PIECE);
      return request({ query, variables, token: tokenOf(group, firstPerson + person) });
    },
  });
}

/** Times a store is filled again before it is given up. */
const ATTEMPTS = 6;

/**
 * Fills a store: starts a gateway, asks, and stops it, until a new one finds all that is asked for. A store that cannot keep
 * up drops what it should write, which is then read and written another time.
 */
export async function fillStore(
  { upstream }: Bench,
  options: Partial<GatewayOptions>,
  filling: Filling,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const gateway = await startGateway({ upstream: upstream.origin, ...options });
    await upstream.take();
    await fill(gateway, { connections: 1, ...filling });
    const { count } = await upstream.take();
    await gateway.stop();
    if (count === 0) return;
  }
  throw new Error(`The store does not have everything after ${ATTEMPTS} times`);
}
