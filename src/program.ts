// Puts the program together: configuration, in demo mode the simulator, then one process or several that serve. The only side
// effects.
import cluster from 'node:cluster';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createSecret } from './secret.ts';
import { encryptionKeysOf, serve, type ServedUpstream } from './serve.ts';
import { ListenError } from './server/listen.ts';
import { failureFields } from './server/observability/log/failure-fields.ts';
import { createLog, type Log } from './server/observability/log/log.ts';
import { StoreError } from './store/contract/errors.ts';
import { lockForWorkers } from './store/open.ts';
import { systemClock } from './system-clock.ts';
import { type DemoUpstream, WorkerStartError } from './workers/messages.ts';

/** Supervisors kill after ten seconds; whatever clients, AccessLink and the store do, the program ends before. */
const STOP_MS = 9_000;
/** A primary outlives its workers. */
const PRIMARY_STOP_MS = 9_500;

/** Resolves when it serves. A start that cannot succeed ends the process with one line that says why. */
export async function startProgram(): Promise<void> {
  try {
    const config = readConfig(undefined, process.argv.slice(2));
    if (cluster.isWorker) await startWorker(config);
    else if (config.workers > 1) await startPrimary(config);
    else await startAlone(config);
  } catch (failure) {
    const isOurs = [ConfigError, ListenError, StoreError, WorkerStartError].some((kind) => failure instanceof kind);
    if (!isOurs || !(failure instanceof Error)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    process.exit(1);
  }
}

async function startAlone(config: Config): Promise<void> {
  const log = startLog(config, null);
  const demo = config.accessLinkUrl === null ? await startDemo(config.publicUrl) : null;
  const upstream = upstreamOf(config, demo);
  const { url, close } = await serve({ config, upstream, log, clock: systemClock, random: Math.random, worker: null });
  stopOnSignal(log, close);
  // Last: whoever reads it may send a signal.
  log.event('listening', { url: `${url}/graphql`, mode: demo ? 'demo' : upstream.url });
}

/** Serves nothing itself: has the database, and the simulator in the demo, for its workers. */
async function startPrimary(config: Config): Promise<void> {
  const { startWorkers } = await import('./workers/primary.ts');
  const log = startLog(config, null);
  const { databaseUrl, dataDir, workers: count } = config;
  const keys = encryptionKeysOf(config);
  const unlock = databaseUrl === null ? await lockForWorkers({ dataDir, keys, clock: systemClock }) : () => {};
  const demo = config.accessLinkUrl === null ? await startDemo(config.publicUrl) : null;
  const { url, stop } = await startWorkers({ count, demo, log, clock: systemClock });
  const stopAll = async () => {
    await stop();
    unlock();
  };
  stopOnSignal(log, stopAll, PRIMARY_STOP_MS);
  log.event('listening', { url: `${url}/graphql`, mode: demo ? 'demo' : upstreamOf(config, null).url });
}

async function startWorker(config: Config): Promise<void> {
  const { connectToPrimary } = await import('./workers/worker.ts');
  const primary = connectToPrimary();
  const { worker, demo } = await primary.start;
  const log = startLog(config, worker);
  const options = { config: shareOf(config), upstream: upstreamOf(config, demo), log, worker: { ...primary, worker } };
  const { url, close } = await serve({ ...options, clock: systemClock, random: Math.random });
  primary.onStop(stopOnSignal(log, close));
  primary.listening(url);
}

/** What is set is for all workers together. */
function shareOf(config: Config): Config {
  const { workers, memoryBytes, maxConnections, maxConnectionsPerAddress } = config;
  return {
    ...config,
    memoryBytes: Math.ceil(memoryBytes / workers),
    maxConnections: Math.ceil(maxConnections / workers),
    maxConnectionsPerAddress: Math.ceil(maxConnectionsPerAddress / workers),
  };
}

function upstreamOf({ accessLinkUrl, client }: Config, demo: DemoUpstream | null): ServedUpstream {
  if (demo) return { ...demo, client: { ...demo.client, secret: createSecret(demo.client.secret) } };
  return { url: accessLinkUrl ?? '', demoUser: null, client };
}

function startLog({ logLevel }: Config, worker: number | null): Log {
  const log = createLog({ level: logLevel, clock: systemClock, worker });
  logFatalFailures(log);
  return log;
}

/** Node would print the failure with all that hangs on it. */
function logFatalFailures(log: Log): void {
  process.once('uncaughtException', (failure, origin) => {
    const event = origin === 'unhandledRejection' ? 'unhandled-rejection' : 'uncaught-exception';
    log.event(event, failureFields(failure));
    log.flush();
    process.exit(1);
  });
}

/** Closing takes longer than this only while a client does not read its response. */
const SLOW_SECONDS = 5;

/** Stops at a signal of the system, and when the returned function is called; once, whichever comes first. */
function stopOnSignal(log: Log, close: () => Promise<void>, limitMs = STOP_MS): () => void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.event('stopping', { signal });
    systemClock.after(limitMs, () => {
      log.event('shutdown-forced', { seconds: limitMs / 1000 });
      log.flush();
      process.exit(1);
    });
    systemClock.after(SLOW_SECONDS * 1000, () => log.event('shutdown-slow', { seconds: SLOW_SECONDS }));
    await close();
    log.flush();
    log.event('stopped', {});
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
  return () => void stop('primary');
}

/** The simulator inside this process; whoever sends no credential is its first person, and everybody can sign in there. */
async function startDemo(publicUrl: string | null): Promise<DemoUpstream> {
  const { createSimulator } = await import('./simulator/simulator.ts');
  // Also the partner's credential in the demo; nothing real is behind it.
  const { id, secret } = { id: 'simulator-client', secret: 'simulator-secret' };
  const own = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:4000`);
  const redirectUris = [...(publicUrl === null ? [] : [publicUrl]), ...own].map((url) => `${url}/auth/callback`);
  const simulator = await createSimulator({ client: { id, secret, redirectUris, anyLoopbackPort: true } });
  const [person] = simulator.people;
  return {
    url: simulator.url,
    demoUser: person ? { polarUserId: person.userId, token: person.token } : null,
    client: {
      id,
      secret,
      authorizeUrl: `${simulator.url}/oauth2/authorization`,
      tokenUrl: `${simulator.url}/v2/oauth2/token`,
    },
  };
}
