// Serves: the store, the app over an AccessLink server, and the socket. One process, or one of several workers.
import { setFlagsFromString } from 'node:v8';
import type { Config, PolarClient } from './config.ts';
import { openConnections } from './accesslink/pool.ts';
import { type Clock, waitAtMost } from './clock.ts';
import { limitHeapGrowth } from './heap-growth.ts';
import { createApp } from './server/app.ts';
import { createExecutableSchema } from './server/graphql/executable-schema.ts';
import type { DefaultUser } from './server/auth/identity.ts';
import { listen } from './server/listen.ts';
import type { Log } from './server/observability/log/log.ts';
import { logTelemetry } from './server/observability/log/telemetry.ts';
import type { OtherProcesses } from './server/observability/metrics/metrics.ts';
import { observedStore } from './server/observability/observed-store.ts';
import { combineTelemetry } from './server/observability/telemetry.ts';
import type { SignalBus } from './store/contract/signals.ts';
import { type EncryptionKey, parseEncryptionKeys } from './store/crypto/encryption.ts';
import { readOrCreateKeyFile } from './store/crypto/key-file.ts';
import { openStore } from './store/open.ts';
import { warmUp } from './warm-up.ts';

/** Requests that are on their way when the program is stopped are still answered, on connections that are open already. */
const IDLE_MS = 1_500;
/** A start is never later by more when AccessLink cannot be reached. */
const CONNECTIONS_MS = 1_000;

/** The AccessLink server that is asked. */
export interface ServedUpstream {
  readonly url: string;
  /** Who asks without a credential; null: nobody may. */
  readonly demoUser: DefaultUser | null;
  readonly client: PolarClient | null;
}

export interface ServeOptions {
  readonly config: Config;
  readonly upstream: ServedUpstream;
  readonly log: Log;
  readonly clock: Clock;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
  /** Null: there is one process. */
  readonly worker: ServingWorker | null;
}

/** Of several workers, the one that serves. */
export interface ServingWorker extends OtherProcesses {
  readonly bus: SignalBus;
}

export interface ServedProgram {
  readonly url: string;
  /** Resolves when everything is closed. */
  readonly close: () => Promise<void>;
}

/** Opens the store, starts the jobs, and listens. Rejects with StoreError or ListenError. */
export async function serve(options: ServeOptions): Promise<ServedProgram> {
  const { config, upstream, log, clock, random, worker } = options;
  const metrics = config.metricsToken && (await startMetrics(clock, worker));
  const traces = config.traceEndpoint === null ? null : await startTraces(config.traceEndpoint, clock);
  const engine = config.databaseUrl === null ? 'sqlite' : 'postgres';
  const telemetry = combineTelemetry([logTelemetry(log, engine), metrics?.telemetry ?? {}, traces?.telemetry ?? {}]);
  const keys = encryptionKeysOf(config);
  const shared = { isShared: worker !== null, bus: worker && worker.bus };
  const { databaseUrl, dataDir } = config;
  const opening = openStore({ databaseUrl, dataDir, keys, clock, hasThread: true, ...shared });
  // While the store opens, in a thread of its own.
  const { ready, ...prepared } = prepare(options);
  const [opened] = await Promise.all([opening, ready]);
  const store = observedStore(opened, telemetry.storeCall);
  const app = createApp({
    ...config,
    ...upstreamOptions(upstream, log),
    store,
    keys,
    clock,
    random,
    telemetry,
    metrics,
    ...prepared,
  });
  const stopLimiting = limitHeapGrowth({ ...app, ...config, clock, limitTo: limitHeap });
  const server = await listen(app, { ...config, clock, idleMs: IDLE_MS });
  metrics?.connectSocket(server.connections);
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await app.close();
      await store.close();
      await traces?.close();
      stopLimiting();
    },
  };
}

/** What the first operations need. In the demo a quick start is worth more than a quick first answer. */
function prepare({ upstream: { url, demoUser }, clock, random }: ServeOptions) {
  if (demoUser !== null) return { executableSchema: createExecutableSchema(), ready: null };
  const connections = openConnections(url, clock);
  const executableSchema = createExecutableSchema();
  const open = waitAtMost(clock, CONNECTIONS_MS, connections.ready);
  return { connections, executableSchema, ready: Promise.all([open, warmUp({ clock, random, executableSchema })]) };
}

function upstreamOptions({ url, demoUser, client }: ServedUpstream, log: Log) {
  const reporting = { report: log.unexpected, notice: log.warn, onUpstreamFailure: log.upstream };
  return { accessLinkUrl: url, defaultUser: demoUser, client, ...reporting };
}

/** V8 reads it at each collection. A percentage that somebody has set behind `node` counts. */
function limitHeap(percent: number): void {
  if (process.execArgv.some((flag) => flag.startsWith('--heap-growing-percent'))) return;
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** SECRET_KEY, or one that is made under the data folder. */
export function encryptionKeysOf({ secretKey, dataDir }: Pick<Config, 'secretKey' | 'dataDir'>): EncryptionKey[] {
  return secretKey ? parseEncryptionKeys(secretKey.reveal()) : readOrCreateKeyFile(dataDir);
}

/** Loaded by whoever wants metrics only: its package brings a part of OpenTelemetry. */
async function startMetrics(clock: Clock, worker: ServingWorker | null) {
  const { createMetrics } = await import('./server/observability/metrics/metrics.ts');
  return createMetrics(clock, worker);
}

/** OpenTelemetry is loaded by whoever wants traces only. */
async function startTraces(endpoint: string, clock: Clock) {
  const { createTraces } = await import('./server/observability/traces/traces.ts');
  return createTraces({ endpoint, now: clock.now });
}
