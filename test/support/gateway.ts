// The one builder of a gateway under test: the app over a simulator of its own, both at the same instant, and whatever else
// a test wants of it, a store, a client at Polar, a socket.
import type { Cost } from './cost.ts';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { createSecret } from '../../src/secret.ts';
import { type App, type AppOptions, createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { systemClock } from '../../src/system-clock.ts';
import { createSimulator, type Person, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.ts';
import { upstreamFields } from '../../src/server/observability/log/upstream-fields.ts';
import type { Store } from '../../src/store/contract/store.ts';
import type { TestClient } from './client.ts';
import { clockAt } from './clocks.ts';
import { type GatewayStore, type GatewayStoreOptions, keys, openGatewayStore } from './stores.ts';

/** A Sunday evening in Helsinki, the same day in UTC. */
export const NOW = Date.parse('2026-11-22T18:30:00Z');

export interface GatewayOptions {
  /** For the app, its store and the simulator; always NOW by default. */
  readonly now?: () => number;
  /** How many times as fast as real ones the timers of the app run: once by default. Its time limits are shorter, too. */
  readonly timerSpeed?: number | undefined;
  /** Without limits by default. */
  readonly simulator?: SimulatorOptions | undefined;
  /** By default nothing outlives the app. A store that is given is closed by whoever opened it. */
  readonly store?: Store | GatewayStoreOptions | null;
  /** The client as which Polar knows the gateway, so that people can sign in and the partner can ask; none by default. */
  readonly client?: TestClient | null;
  /** Whether it listens on a socket, as it must where something is delivered to it. */
  readonly hasSocket?: boolean;
  /**
   * Whatever else the app takes. By default a request without a credential is one of the demo user, the simulator's first
   * person; or of nobody, where people can sign in.
   */
  readonly app?: Partial<AppOptions> | ((simulator: Simulator) => Partial<AppOptions>);
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
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
  /** Posts a query, without a socket. */
  ask<Data = unknown>(query: string, options?: AskOptions): Promise<Asked<Data>>;
  readonly simulator: Simulator;
  readonly app: App;
  /** The origin of its socket; of no server where it has none. */
  readonly url: string;
  /** What it reported as unexpected. */
  readonly reports: unknown[];
  /** The warnings that it gave. */
  readonly notices: string[];
  /** The failures of AccessLink, as the log has them. */
  readonly upstreamFailures: Readonly<Record<string, string | number>>[];
  close(): Promise<void>;
}

export interface StoringGateway extends Gateway {
  readonly store: Store;
  /** The folder of its files; empty when the store was given. */
  readonly dataDir: string;
}

const ORIGIN = 'http://gateway.test';

/** Starts a simulator and an app over it. Closing it closes all that was started for it. */
export async function startGateway(
  options: GatewayOptions & { readonly store: Store | GatewayStoreOptions },
): Promise<StoringGateway>;
export async function startGateway(options?: GatewayOptions): Promise<Gateway>;
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway & Partial<StoringGateway>> {
  const { now = () => NOW, timerSpeed, hasSocket = false } = options;
  const opened = await storeOf(options, now);
  const simulator = await createSimulator({
    now,
    limits: { short: 1e6, long: 1e6 },
    ...(options.client && { client: options.client }),
    ...options.simulator,
  });
  const [reports, notices]: [unknown[], string[]] = [[], []];
  const upstreamFailures: Gateway['upstreamFailures'] = [];
  const app = createApp({
    // Tests select everything there is; what an answer may have is bounded where a test says so.
    limits: { ...DEFAULT_LIMITS, maxValues: 1e9, maxBytes: 1e12 },
    ...appOptionsOf(options, simulator),
    clock: clockAt(now, timerSpeed),
    store: opened?.store ?? null,
    ...(opened && { keys }),
    report: (failure) => reports.push(failure),
    notice: (notice) => notices.push(notice),
    onUpstreamFailure: (failure) => upstreamFailures.push(upstreamFields(failure)),
    ...(typeof options.app === 'function' ? options.app(simulator) : options.app),
  });
  const socket = hasSocket ? await listen(app, { host: '127.0.0.1', port: 0, clock: systemClock }) : null;
  return {
    ask: (query, asked = {}) => ask(app, query, asked),
    simulator,
    app,
    url: socket?.url ?? ORIGIN,
    reports,
    notices,
    upstreamFailures,
    ...(opened && { store: opened.store, dataDir: opened.dataDir }),
    close: async () => {
      await socket?.close();
      await app.close();
      await simulator.close();
      await opened?.close();
    },
  };
}

/** A store that is given, or one that is opened for the gateway and closed with it. */
async function storeOf({ store = null }: GatewayOptions, now: () => number): Promise<GatewayStore | null> {
  if (store === null) return null;
  return 'users' in store ? { store, dataDir: '', close: async () => {} } : openGatewayStore(store, now);
}

/** What the app has to know of its AccessLink. */
function appOptionsOf({ client }: GatewayOptions, simulator: Simulator) {
  const { url } = simulator;
  return {
    accessLinkUrl: url,
    random: Math.random,
    defaultUser: client ? null : credentialOf(simulator, 0),
    client: client
      ? {
          id: client.id,
          secret: createSecret(client.secret),
          authorizeUrl: `${url}/oauth2/authorization`,
          tokenUrl: `${url}/v2/oauth2/token`,
        }
      : null,
  };
}

/** The id and token of one of the simulator's people, as the app takes its default user. */
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
  const request = new Request(`${ORIGIN}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const response = await app.fetch(request);
  return { status: response.status, ...((await response.json()) as Omit<Asked<Data>, 'status'>) };
}
