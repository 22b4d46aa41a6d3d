// Puts the program together: configuration, in demo mode the simulator, then the app on a socket. The only side effects.
import { ConfigError, readConfig } from './config.ts';
import { createSecret } from './secret.ts';
import { createApp } from './server/app.ts';
import { ListenError, listen } from './server/listen.ts';
import { failureFields } from './server/observability/log/failure-fields.ts';
import { createLog, type Log } from './server/observability/log/log.ts';
import { logTelemetry } from './server/observability/log/telemetry.ts';
import { observedStore } from './server/observability/observed-store.ts';
import { combineTelemetry } from './server/observability/telemetry.ts';
import { StoreError } from './store/contract/errors.ts';
import { readOrCreateKeyFile } from './store/crypto/key-file.ts';
import { openStore } from './store/open.ts';
import { systemClock } from './system-clock.ts';
import { parseEncryptionKeys } from './store/crypto/encryption.ts';

/** Supervisors kill after ten seconds; whatever clients, AccessLink and the store do, the program ends before. */
const STOP_MS = 9_000;
/** Requests that are on their way when the program is stopped are still answered, on connections that are open already. */
const IDLE_MS = 1_500;

try {
  await start();
} catch (failure) {
  const isOurs = [ConfigError, ListenError, StoreError].some((kind) => failure instanceof kind);
  if (!isOurs || !(failure instanceof Error)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog({ level: config.logLevel, clock: systemClock });
  logFatalFailures(log);
  const metrics = config.metricsToken && (await startMetrics());
  const traces = config.traceEndpoint === null ? null : await startTraces(config.traceEndpoint);
  const engine = config.databaseUrl === null ? 'sqlite' : 'postgres';
  const telemetry = combineTelemetry([logTelemetry(log, engine), metrics?.telemetry ?? {}, traces?.telemetry ?? {}]);
  const keys = config.secretKey ? parseEncryptionKeys(config.secretKey.reveal()) : readOrCreateKeyFile(config.dataDir);
  const { databaseUrl, dataDir } = config;
  const opened = await openStore({ databaseUrl, dataDir, keys, clock: systemClock, hasThread: true });
  const store = observedStore(opened, telemetry.storeCall);
  const { accessLinkUrl, publicUrl, client } = config;
  const upstream = accessLinkUrl === null ? await startDemo(publicUrl) : { url: accessLinkUrl, demoUser: null, client };
  const app = createApp({
    ...config,
    accessLinkUrl: upstream.url,
    defaultUser: upstream.demoUser,
    client: upstream.client,
    store,
    keys,
    clock: systemClock,
    random: Math.random,
    telemetry,
    metrics,
    report: log.unexpected,
    notice: log.warn,
    onUpstreamFailure: log.upstream,
  });
  const server = await listen(app, { ...config, clock: systemClock, idleMs: IDLE_MS });
  metrics?.connectSocket(server.connections);
  stopOnSignal(log, async () => {
    await server.close();
    await app.close();
    await store.close();
    await traces?.close();
  });
  // Last: whoever reads it may send a signal.
  log.event('listening', { url: `${server.url}/graphql`, mode: upstream.demoUser ? 'demo' : upstream.url });
}

/** Loaded by whoever wants metrics only: its package brings a part of OpenTelemetry. */
async function startMetrics() {
  const { createMetrics } = await import('./server/observability/metrics/metrics.ts');
  return createMetrics(systemClock);
}

/** OpenTelemetry is loaded by whoever wants traces only. */
async function startTraces(endpoint: string) {
  const { createTraces } = await import('./server/observability/traces/traces.ts');
  return createTraces({ endpoint, now: systemClock.now });
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

function stopOnSignal(log: Log, close: () => Promise<void>): void {
  const stop = async (signal: string) => {
    log.event('stopping', { signal });
    systemClock.after(STOP_MS, () => {
      log.event('shutdown-forced', { seconds: STOP_MS / 1000 });
      log.flush();
      process.exit(1);
    });
    systemClock.after(SLOW_SECONDS * 1000, () => log.event('shutdown-slow', { seconds: SLOW_SECONDS }));
    await close();
    log.flush();
    log.event('stopped', {});
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
}

/** The simulator inside this process; whoever sends no credential is its first person, and everybody can sign in there. */
async function startDemo(publicUrl: string | null) {
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
      secret: createSecret(secret),
      authorizeUrl: `${simulator.url}/oauth2/authorization`,
      tokenUrl: `${simulator.url}/v2/oauth2/token`,
    },
  };
}
