// The simulator: a server that answers like Polar AccessLink v3, with people in it.
import { type Server, createServer } from 'node:http';
import { createClock } from './clock.ts';
import { answerControl, isControl } from './control.ts';
import type { Dialect } from './dialects/spelling.ts';
import { createFaults } from './faults.ts';
import type { Resident } from './life/resident.ts';
import { createRateWindows, documentedLimits } from './limits.ts';
import { createResidents } from './people.ts';
import { createResponder } from './responder.ts';
import { type SeenRequest, serve } from './serve.ts';
import type { Steering } from './steering.ts';

export type { Dialect } from './dialects/spelling.ts';
export type { Fault } from './faults.ts';
export type { SeenRequest } from './serve.ts';

export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default `live`. */
  dialect?: Dialect;
  /** Another number, other data. Default 1. */
  seed?: number;
  /** Epoch milliseconds; default `Date.now`. */
  now?: () => number;
  /** Whether faults, clock and limits can be set over HTTP under `/control`. Default false. */
  control?: boolean;
  /** Requests per 15 minutes and per 24 hours; default 500 + 20n and 5000 + 100n with n people. */
  limits?: { short: number; long: number };
}

export interface Person {
  userId: string;
  token: string;
  name: string;
  timeZone: string;
  /** One sentence: device and gaps. */
  summary: string;
}

export interface Simulator extends Steering {
  /** Without a slash at its end. */
  readonly url: string;
  /** The first one is the demo user, of whom nothing is missing. */
  readonly people: readonly Person[];
  close(): Promise<void>;
}

/** Starts a simulator; resolves when it listens, rejects when it cannot. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = createClock(options.now ?? Date.now);
  const residents = createResidents(options.seed ?? 1, clock.now());
  let dialect: Dialect = options.dialect ?? 'live';
  const world = {
    now: clock.now,
    dialect: () => dialect,
    residents: new Map(residents.map((resident) => [resident.token, resident])),
    respond: createResponder(residents),
    faults: createFaults(),
    windows: createRateWindows(options.limits ?? documentedLimits(residents.length)),
    requests: new Array<SeenRequest>(),
  };
  const server = createServer((request, response) => {
    const isSteered = options.control === true && isControl(request);
    const answered = isSteered ? answerControl(simulator, request, response) : serve(world, request, response);
    answered.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const simulator: Simulator = {
    url: await listen(server, options),
    people: residents.map(personOf),
    requests: world.requests,
    clearRequests: () => void world.requests.splice(0),
    setClock: clock.set,
    setDialect: (next) => {
      dialect = next;
    },
    addFault: world.faults.add,
    clearFaults: world.faults.clear,
    setLimits: world.windows.setLimits,
    close: () => close(server),
  };
  return simulator;
}

/** Resolves to the address without a slash at its end. */
function listen(server: Server, { host = '127.0.0.1', port = 0 }: SimulatorOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = address !== null && typeof address === 'object' ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}

/** Also ends the requests that hang. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function personOf({ userId, token, firstName, lastName, timeZone, summary }: Resident): Person {
  return { userId, token, name: `${firstName} ${lastName}`, timeZone, summary };
}
