// Runs operations before the program listens: the first one of a person finds the code compiled. They are answered by a server
// of this process with records of nobody; nothing is sent to AccessLink, stored, logged or counted.
import { createServer, request, type Server } from 'node:http';
import { exampleBody } from './accesslink/example-records.ts';
import { dateOfInstant } from './calendar.ts';
import { type Clock, waitAtMost } from './clock.ts';
import { createApp } from './server/app.ts';
import type { ExecutableSchema } from './server/graphql/executable-schema.ts';
import { listen } from './server/listen.ts';

/** Any that is free, which other workers do not share: they would answer each other. */
const OWN_PORT = { host: '127.0.0.1', port: 0, exclusive: true };
/** A start is never later by more. */
const LIMIT_MS = 2_000;
/** Each of somebody else, so that nothing is cached. Ten bring no more than six. */
const OPERATIONS = 6;
/** One way of a query in all its parts: dates by range, days of nights, single fields and lists of points. */
const QUERY = `query WarmUp($range: DateRange) { viewer { polarUserId
  nights(range: $range) { nodes { date sleepScore startTime hypnogram { stage } recharge { ansCharge }
    day { activity { steps energyKcal } cardioLoad { strain } } } }
  days(range: $range) { edges { cursor node { id date night { sleepScore } activity { steps } } } } } }`;

const BODY = JSON.stringify({ query: QUERY, variables: { range: { lastDays: 14 } } });

export interface WarmUpOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** That of the app that it is for. */
  readonly executableSchema?: ExecutableSchema;
}

/**
 * Resolves when the code is warm, or could not be: a program that starts cold is right, too. With how many requests the
 * operations sent to the server of this process.
 */
export async function warmUp(options: WarmUpOptions): Promise<number> {
  let requests = 0;
  const count = () => {
    requests += 1;
  };
  const running = runOperations(options, count).catch(() => {});
  await waitAtMost(options.clock, LIMIT_MS, running);
  return requests;
}

async function runOperations(options: WarmUpOptions, count: () => void): Promise<void> {
  const upstream = await startUpstream(options.clock);
  upstream.on('request', count);
  const app = createApp({
    accessLinkUrl: urlOf(upstream),
    memoryBytes: 1_000_000,
    ...options,
  });
  const server = await listen(app, { ...OWN_PORT, clock: options.clock });
  try {
    for (let index = 0; index < OPERATIONS; index += 1) await send(server.url, `of-nobody-${index}`);
  } finally {
    await server.close();
    await app.close();
    upstream.close();
    upstream.closeAllConnections();
  }
}

/** A server that answers as AccessLink would, had nobody anything but the examples. */
async function startUpstream({ now }: Clock): Promise<Server> {
  const upstream = createServer(({ url = '' }, response) => {
    const body = exampleBody(url, dateOfInstant(now()));
    response.writeHead(body ? 200 : 204, { 'content-type': 'application/json' });
    response.end(body && JSON.stringify(body));
  });
  await new Promise<void>((resolve, reject) => upstream.once('error', reject).listen(OWN_PORT, resolve));
  return upstream;
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** Resolves when the response has been read. */
function send(url: string, token: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', headers, agent: false });
    sent.once('error', reject);
    sent.once('response', (response) => response.resume().once('end', resolve).once('error', reject));
    sent.end(BODY);
  });
}
