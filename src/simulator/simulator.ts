// The simulator: a server that behaves like Polar AccessLink v3, with simulated people.
import { type Server, createServer } from 'node:http';
import { handleControl, isControlRequest } from './control.ts';
import type { PersonProfile } from './data/person-profile.ts';
import type { SimulatorOptions } from './options.ts';
import { handleRequest } from './request-handler.ts';
import type { ControlApi } from './control-api.ts';
import { createSimulatorContext } from './simulator-context.ts';

export type { ClientOptions } from './client.ts';
export type { Dialect } from './dialects/spelling.ts';
export type { Fault } from './faults.ts';
export type { SimulatorOptions } from './options.ts';

/** The public profile of a simulated person. */
export interface Person {
  userId: string;
  token: string;
  name: string;
  timeZone: string;
  /** Whether they are registered when the simulator starts. */
  isRegistered: boolean;
  /** One sentence: device and gaps. */
  summary: string;
}

/** A running simulator. */
export interface Simulator extends ControlApi {
  /** Without a slash at its end. */
  readonly url: string;
  /** The first one is the demo user, whose data are complete. */
  readonly people: readonly Person[];
  close(): Promise<void>;
}

/** Starts a simulator; resolves when it listens, rejects when it cannot. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { context, controlApi } = createSimulatorContext(options);
  const server = createServer((request, response) => {
    const isControl = options.control === true && isControlRequest(request);
    const handled = isControl
      ? handleControl(controlApi, request, response)
      : handleRequest(context, request, response);
    handled.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    ...controlApi,
    url: await listen(server, options),
    people: context.accounts.people.map(publicPersonOf),
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

/** Also ends requests under way. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function publicPersonOf({
  userId,
  token,
  firstName,
  lastName,
  timeZone,
  isRegistered,
  summary,
}: PersonProfile): Person {
  return { userId, token, name: `${firstName} ${lastName}`, timeZone, isRegistered, summary };
}
