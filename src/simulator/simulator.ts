// The simulator: a server that answers like Polar AccessLink v3, with people in it.
import { type Server, createServer } from 'node:http';
import { answerControl, isControl } from './control.ts';
import type { Resident } from './life/resident.ts';
import type { SimulatorOptions } from './options.ts';
import { serve } from './serve.ts';
import type { Steering } from './steering.ts';
import { createWorld } from './world.ts';

export type { ClientOptions } from './client.ts';
export type { Dialect } from './dialects/spelling.ts';
export type { Fault } from './faults.ts';
export type { SimulatorOptions } from './options.ts';

export interface Person {
  userId: string;
  token: string;
  name: string;
  timeZone: string;
  /** When the simulator starts. */
  isRegistered: boolean;
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
  const { world, steering } = createWorld(options);
  const server = createServer((request, response) => {
    const isSteered = options.control === true && isControl(request);
    const answered = isSteered ? answerControl(steering, request, response) : serve(world, request, response);
    answered.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    ...steering,
    url: await listen(server, options),
    people: world.accounts.residents.map(personOf),
    close: () => close(server),
  };
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

function personOf({ userId, token, firstName, lastName, timeZone, isRegistered, summary }: Resident): Person {
  return { userId, token, name: `${firstName} ${lastName}`, timeZone, isRegistered, summary };
}
