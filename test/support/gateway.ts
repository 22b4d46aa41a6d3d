// The app over a simulator of its own, both at the same fixed instant, and a way to ask it without a socket.
import { systemClock } from '../../src/system-clock.ts';
import { type App, type AppOptions, createApp } from '../../src/server/app.ts';
import { createSimulator, type Person, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.ts';

/** A Sunday evening in Helsinki, the same day in UTC. */
export const NOW = Date.parse('2026-11-22T18:30:00Z');

export interface GatewayOptions {
  /** For both the app and the simulator; always NOW by default. */
  readonly now?: () => number;
  /** Without limits by default. */
  readonly simulator?: SimulatorOptions;
  /** By default a request without a credential is one of the demo user, the simulator's first person. */
  readonly app?: Partial<AppOptions> | ((simulator: Simulator) => Partial<AppOptions>);
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** `extensions.accesslink` of an answer. */
export interface Cost {
  readonly calls: number;
  readonly fromMemory: number;
  readonly fromStore: number;
  readonly joined: number;
  readonly stale: number;
  readonly rateLimit: { readonly short: object | null; readonly long: object | null };
  readonly warnings?: readonly { readonly resource: string; readonly leftOut: number; readonly message: string }[];
  readonly trace?: readonly {
    readonly method: string;
    readonly path: string;
    readonly status: number | null;
    readonly milliseconds: number;
  }[];
  readonly plan?: readonly { readonly method: string; readonly path: string }[];
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly object[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Asked<Data = unknown> {
  readonly status: number;
  /** Of the shape that the test says its query has. */
  readonly data: Data;
  readonly errors: readonly AnsweredError[] | undefined;
  readonly extensions: { readonly accesslink: Cost };
}

export interface Gateway {
  /** Posts a query. */
  ask<Data = unknown>(query: string, options?: AskOptions): Promise<Asked<Data>>;
  readonly simulator: Simulator;
  readonly app: App;
  close(): Promise<void>;
}

/** Starts a simulator and an app over it. */
export async function startGateway({ now = () => NOW, ...options }: GatewayOptions = {}): Promise<Gateway> {
  const simulator = await createSimulator({ now, limits: { short: 1e6, long: 1e6 }, ...options.simulator });
  const changes = typeof options.app === 'function' ? options.app(simulator) : options.app;
  const app = createApp({
    accessLinkUrl: simulator.url,
    fallback: credentialOf(simulator, 0),
    clock: { ...systemClock, now },
    random: Math.random,
    ...changes,
  });
  return {
    ask: (query, asked = {}) => ask(app, query, asked),
    simulator,
    app,
    close: async () => {
      await app.close();
      await simulator.close();
    },
  };
}

/** The id and token of one of the simulator's people, as the app takes its fallback. */
function credentialOf({ people }: Simulator, index: number): { polarUserId: string; token: string } {
  const { userId, token } = personAt(people, index);
  return { polarUserId: userId, token };
}

/** The headers of a request of one of the simulator's people. */
export function headersOf({ people }: Simulator, index: number): { authorization: string; 'polar-user-id': string } {
  const { userId, token } = personAt(people, index);
  return { authorization: `Bearer ${token}`, 'polar-user-id': userId };
}

function personAt(people: readonly Person[], index: number): Person {
  const person = people[index];
  if (!person) throw new RangeError(`Cannot take person ${index}: the simulator has ${people.length}`);
  return person;
}

async function ask<Data>(app: App, query: string, asked: AskOptions): Promise<Asked<Data>> {
  const { variables, headers, operationName } = asked;
  const request = new Request('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const response = await app.fetch(request);
  return { status: response.status, ...((await response.json()) as Omit<Asked<Data>, 'status'>) };
}
