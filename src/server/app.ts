// The app: requests in, responses out, without a socket. Composes what the server serves.
import type { FailureReport } from '../accesslink/failure-report.ts';
import type { OpenedConnections } from '../accesslink/opened-connections.ts';
import type { Timeouts } from '../accesslink/transport.ts';
import type { Clock } from '../clock.ts';
import type { PolarClient } from '../config.ts';
import type { DeliveriesTiming } from '../jobs/deliveries/worker.ts';
import { type Jobs, startJobs, type Warning } from '../jobs/start.ts';
import { createBackgroundWork } from '../loading/background-work.ts';
import { createKeyedMutex } from '../keyed-mutex.ts';
import type { Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import { CODE_GUESSES, createGuessLimit, PARTNER_GUESSES } from './auth/guess-limit.ts';
import { createIdentify, type DefaultUser, type IdentityOptions } from './auth/identity.ts';
import { withSessionCache } from './auth/session-cache.ts';
import { createSignIn } from './auth/sign-in.ts';
import { createTimeZones } from './auth/time-zones.ts';
import { createCaches } from './caches.ts';
import { createDoor, type Door } from './door.ts';
import { createEndpoint } from './graphql/endpoint.ts';
import { createEventSubscriptions } from './graphql/event-subscriptions.ts';
import type { ExecutableSchema } from './graphql/executable-schema.ts';
import type { SharedServices } from './graphql/shared-services.ts';
import { DEFAULT_LIMITS, type OperationLimits } from '../operation-limits.ts';
import { createPartnerFor } from './graphql/partner.ts';
import { createTimeSlices } from './graphql/time-slices.ts';
import type { Upgrade } from './graphql/websocket.ts';
import { createObservability } from './observability/composition.ts';
import type { Metrics } from './observability/metrics/metrics.ts';
import { noTelemetry, type Telemetry } from './observability/telemetry.ts';
import { createRatedUpstream } from './rated-upstream.ts';
import { createAppServices } from './services.ts';
import { createServing, type Serving } from './serving.ts';
import { createReceiver } from './webhook/receiver.ts';

export interface AppOptions {
  /** Origin of the AccessLink server. */
  readonly accessLinkUrl: string;
  /** The user of requests without credentials; null: such requests are not authenticated. */
  readonly defaultUser?: DefaultUser | null;
  /** Origins of web frontends whose pages may read responses; none by default. */
  readonly corsOrigins?: readonly string[];
  /** Where records outlive the process; the caller closes it after the app. Null: nothing is stored. */
  readonly store?: Store | null;
  /** Our client at Polar; null: nobody can sign in, and nobody is the partner. */
  readonly client?: PolarClient | null;
  /** Authenticates the partner, as an alternative to the client's id and secret. */
  readonly partnerKey?: Secret | null;
  /** The origin under which browsers, apps and Polar reach this server; null: the loopback origin of each request. */
  readonly publicUrl?: string | null;
  /** The redirect URIs that apps may use; loopback addresses with any port. */
  readonly appRedirectUris?: readonly string[];
  /** The store's keys. Keys for links to files are derived from them, so that every process can open every link. */
  readonly keys?: readonly EncryptionKey[];
  readonly memoryBytes?: number;
  /** Days without use after which what was read with tokens of callers' own is deleted; 90 by default. */
  readonly unusedRecordsDays?: number;
  /** Whether clients may ask for the schema, and errors suggest names of it; they may by default. */
  readonly introspection?: boolean;
  /** Whether queries may be sent in the URL of a GET; they may by default. Mutations never. */
  readonly queriesByGet?: boolean;
  /** Whether browsers get GraphiQL at /graphql; they do by default. */
  readonly graphiql?: boolean;
  /** What one operation may cost at most. */
  readonly limits?: OperationLimits;
  readonly timeouts?: Timeouts;
  /** Connections to the AccessLink server that are open already. */
  readonly connections?: OpenedConnections;
  /** One of another app of this process, which takes a tenth of a second to make. */
  readonly executableSchema?: ExecutableSchema;
  readonly clock: Clock;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
  /** Called with unexpected failures; those of a job with its name. */
  readonly report?: (unexpected: unknown, job?: string) => void;
  /** Called with what is worth a line in the log and is not a failure of this server. */
  readonly notice?: (warning: Warning, failure?: unknown) => void;
  /** Called with each failure of AccessLink or of Polar's OAuth, once. */
  readonly onUpstreamFailure?: FailureReport;
  /** Who watches what is going on; nobody by default. */
  readonly telemetry?: Telemetry;
  /** What is measured, also by its telemetry; null: nothing is. */
  readonly metrics?: Metrics | null;
  /** Opens `/metrics`; null: nobody reads it. */
  readonly metricsToken?: Secret | null;
  /** For tests. */
  readonly timing?: AppTiming;
}

/** Intervals in milliseconds. */
export interface AppTiming extends DeliveriesTiming {
  readonly heartbeatMs?: number;
  readonly checkMs?: number;
  readonly sliceMs?: number;
}

export interface App extends Door, Serving {
  /** Upgrades a connection to a WebSocket, or rejects it. */
  upgrade(upgrade: Upgrade): void;
  /** Breaks off all subscriptions, which would not end by themselves. Clients resume them at another process. */
  endSubscriptions(): void;
  /** What cached records take of the bytes that are set for them. */
  readonly cachedBytes: () => number;
  close(): Promise<void>;
}

const DEFAULTS = {
  defaultUser: null,
  corsOrigins: [],
  store: null,
  client: null,
  partnerKey: null,
  publicUrl: null,
  appRedirectUris: [],
  unusedRecordsDays: 90,
  introspection: true,
  graphiql: true,
  queriesByGet: true,
  report: () => {},
  notice: () => {},
  onUpstreamFailure: () => {},
  telemetry: noTelemetry,
  metrics: null,
  metricsToken: null,
  limits: DEFAULT_LIMITS,
  timing: {},
} satisfies Partial<AppOptions>;

function withDefaults(options: AppOptions) {
  const { clock, store = null } = options;
  const settings = { ...DEFAULTS, ...options, ...withSessionCache(store, clock.now), now: clock.now };
  const partnerGuesses = createGuessLimit(clock, PARTNER_GUESSES);
  const codeGuesses = createGuessLimit(clock, CODE_GUESSES);
  return {
    ...settings,
    partnerGuesses,
    codeGuesses,
    accountMutex: createKeyedMutex(),
    warn: settings.notice,
    aroundDelivery: settings.telemetry.processing,
  };
}

/** The app over one AccessLink server. Before the first request, only jobs that were left unfinished send anything. */
export function createApp(options: AppOptions): App {
  const settings = withDefaults(options);
  const { clock, store, publicUrl, report, timing } = settings;
  const background = createBackgroundWork(report);
  const { transport: upstream, viewBudget, reportUpstream, state } = createRatedUpstream(settings);
  const caches = createCaches(options);
  const jobs = store && startJobs({ ...settings, store, upstream, shared: caches });
  const identifySender = createIdentify({ ...settings, ...caches, deleteAccount: deletionBy(jobs) });
  const { door, identify } = createDoor(identifySender, publicUrl);
  const subscriptions = createEventSubscriptions({ store, identify, clock, ...timing });
  const { files, ...services } = createAppServices({ ...settings, ...caches, upstream, jobs, identify, background });
  const { send } = upstream;
  const { subscribeFor } = subscriptions;
  const own = { ...caches, ...services, send, viewBudget, identify, subscribeFor };
  const shared: SharedServices = { ...own, ...processServices(settings) };
  const endpoint = createEndpoint({ ...settings, ...timing, ...door, shared, subscriptions, identify, reportUpstream });
  const receive = store && jobs && createReceiver({ ...settings, store, onDelivery: jobs.onDelivery });
  const signIn = createSignIn({ ...settings, send: upstream.send, reportUpstream });
  const { webSockets } = endpoint;
  const observed = createObservability(settings, { ...state, webSockets });
  const endSubscriptions = () => [observed.health.drain, endpoint.endSubscriptions].forEach((end) => end());
  const close = async () => {
    endSubscriptions();
    await jobs?.close();
    await background.settled().then(() => caches.settled());
    await Promise.all([upstream.close(), signIn.close()]);
  };
  const handlers = { graphql: endpoint.handler, files, receive, signIn, ...observed };
  const serving = createServing(handlers, endpoint.serveOrdinary, { ...settings, door });
  const cachedBytes = caches.memory.bytes;
  return { ...door, ...serving, upgrade: endpoint.upgrade, cachedBytes, endSubscriptions, close };
}

/** What operations share that depends on the settings alone. */
function processServices(settings: ReturnType<typeof withDefaults>) {
  const { clock, limits, timing } = settings;
  return {
    limits,
    now: clock.now,
    elapsed: clock.elapsed,
    calendarIn: createTimeZones(),
    partnerFor: createPartnerFor(settings),
    slices: createTimeSlices({ clock, ...timing }),
  };
}

/** Without jobs nothing is stored of anybody. */
function deletionBy(jobs: Jobs | null): IdentityOptions['deleteAccount'] {
  return async (user, sendFirst) => jobs?.deleteAccount(user, sendFirst) ?? { isConfirmed: true, erasure: null };
}
