// The app: requests in, responses out, without a socket. Composes what the server serves.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createFailureReport,
  type FailureReport,
  reportFailures,
  reportFileFailures,
} from '../accesslink/failure-report.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import { UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import type { Clock } from '../clock.ts';
import type { PolarClient } from '../config.ts';
import type { DeliveriesTiming } from '../jobs/deliveries/worker.ts';
import { startJobs, type Warning } from '../jobs/start.ts';
import { createBackgroundWork } from '../loading/background-work.ts';
import type { Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import { callback } from './auth/actions/callback.ts';
import { login } from './auth/actions/login.ts';
import { logout, logoutPage } from './auth/actions/logout.ts';
import { metadata } from './auth/actions/metadata.ts';
import { token } from './auth/actions/token.ts';
import { createIdentify, type DefaultUser, type IdentityOptions } from './auth/identity.ts';
import { atOwnOrigin, createSignIn, type SignIn } from './auth/sign-in.ts';
import { createCaches } from './caches.ts';
import { fileNotFound } from './files/file-errors.ts';
import { FILES_PATH } from './files/file-links.ts';
import { createGraphiql } from './graphiql/page.ts';
import { createEventSubscriptions } from './graphql/event-subscriptions.ts';
import type { SharedServices } from './graphql/operation.ts';
import { createPartnerFor } from './graphql/partner.ts';
import { createWebSockets } from './graphql/websocket.ts';
import { createGraphqlServer } from './graphql/yoga.ts';
import { withCors } from './http/cors.ts';
import { guardGraphql, redirectHome, withInternalErrors } from './http/guards.ts';
import { ANY, createRouter, type Handler, type RouteTable } from './http/router.ts';
import { createAppServices } from './services.ts';
import { createReceiver, WEBHOOK_PATH } from './webhook/receiver.ts';

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
  readonly timeouts?: Timeouts;
  readonly clock: Clock;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
  /** Called with unexpected failures. */
  readonly report?: (unexpected: unknown) => void;
  /** Called with what is worth a line in the log and is not a failure of this server. */
  readonly notice?: (warning: Warning, failure?: unknown) => void;
  /** Called with each failure of AccessLink or of Polar's OAuth, once. */
  readonly onUpstreamFailure?: FailureReport;
  /** For tests. */
  readonly timing?: AppTiming;
}

/** Intervals in milliseconds. */
export interface AppTiming extends DeliveriesTiming {
  readonly heartbeatMs?: number;
  readonly checkMs?: number;
}

export interface App {
  fetch(request: Request): Promise<Response>;
  /** Upgrades a connection to a WebSocket, or rejects it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all subscriptions, which would not end by themselves. Clients resume them at another process. */
  endSubscriptions(): void;
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
  report: () => {},
  notice: () => {},
  onUpstreamFailure: () => {},
  timing: {},
} satisfies Partial<AppOptions>;

type Settings = ReturnType<typeof withDefaults>;

function withDefaults(options: AppOptions) {
  return { ...DEFAULTS, ...options, now: options.clock.now };
}

/** The app over one AccessLink server. Before the first request, only jobs that were left unfinished send anything. */
export function createApp(options: AppOptions): App {
  const settings = withDefaults(options);
  const { clock, store, publicUrl, report, timing } = settings;
  const [background, writes] = [createBackgroundWork(report), createBackgroundWork(report)];
  const { transport, rateLimit, reportUpstream } = createRatedTransport(settings);
  const { send } = transport;
  const caches = createCaches(options, writes);
  const jobs = store && startJobs({ ...settings, store, upstream: transport, shared: caches, warn: settings.notice });
  const deleteAccount: IdentityOptions['deleteAccount'] = async (user, sendFirst) =>
    jobs?.deleteAccount(user, sendFirst) ?? { isConfirmed: true };
  const identify = createIdentify({ ...settings, deleteAccount });
  const subscriptions = createEventSubscriptions({ store, identify, clock, ...timing });
  const importer = jobs && jobs.importer;
  const services = createAppServices({ ...settings, upstream: transport, importer, identify, background });
  const shared: SharedServices = {
    ...caches,
    send,
    rateLimit,
    now: clock.now,
    elapsed: clock.elapsed,
    identify,
    partnerFor: createPartnerFor(settings),
    subscribeFor: subscriptions.subscribeFor,
    viewerServices: services.viewerServices,
  };
  const graphql = createGraphqlServer({ shared, report, reportUpstream, clock, ...timing });
  const sockets = createWebSockets({ graphql, identify, publicUrl, report, clock, ...timing });
  const receive = store && jobs && createReceiver({ store, clock, report, onDelivery: jobs.onDelivery });
  const signIn = createSignIn({ ...settings, send, reportUpstream });
  const endSubscriptions = () => [subscriptions.end, sockets.close].forEach((end) => end());
  const close = async () => {
    endSubscriptions();
    await jobs?.close();
    await background.settled().then(() => writes.settled());
    await Promise.all([transport.close(), signIn.close()]);
  };
  const guarded = guardGraphql(graphql.handler);
  const fetch = fetchWith({ graphql: guarded, files: services.files, receive, signIn }, settings);
  return { fetch, upgrade: sockets.upgrade, endSubscriptions, close };
}

interface Handlers {
  /** Guarded. */
  readonly graphql: Handler;
  readonly files: Handler;
  /** Null without a store: the path is not in the table. */
  readonly receive: Handler | null;
  readonly signIn: SignIn;
}

/** Everything that is served. GraphQL answers for paths that are not in the table, and for methods by its own rules. */
function routes({ graphql, files, receive, signIn }: Handlers): RouteTable {
  return {
    '/': { GET: redirectHome, [ANY]: graphql },
    '/graphql': { GET: createGraphiql(graphql), [ANY]: graphql },
    [`${FILES_PATH}*`]: { GET: files, [ANY]: async () => fileNotFound() },
    ...(receive ? { [WEBHOOK_PATH]: { POST: receive } } : {}),
    '/auth/login': { GET: signIn.handler(atOwnOrigin(login)) },
    '/auth/callback': { GET: signIn.handler(callback) },
    '/auth/logout': { GET: signIn.handler(logoutPage), POST: signIn.handler(logout) },
    '/auth/token': { POST: signIn.handler(token) },
    '/.well-known/oauth-authorization-server': { GET: signIn.handler(metadata) },
  };
}

function fetchWith(handlers: Handlers, { corsOrigins, report }: Settings): App['fetch'] {
  const router = createRouter(routes(handlers), handlers.graphql);
  return withCors(withInternalErrors(router, report), corsOrigins);
}

/** A transport whose failures are reported, the rate limit of its last response, and the report for other failures. */
function createRatedTransport({ accessLinkUrl, timeouts, clock, onUpstreamFailure }: Settings) {
  let rateLimit = UNKNOWN_RATE_LIMIT;
  const onRateLimit = (latest: typeof rateLimit) => {
    rateLimit = latest;
  };
  const transport = createTransport({
    origin: accessLinkUrl,
    ...(timeouts ? { timeouts } : {}),
    onRateLimit,
    clock,
  });
  const reportUpstream = createFailureReport(onUpstreamFailure);
  const send = reportFailures(transport.send, reportUpstream);
  const openFile = reportFileFailures(transport.openFile, reportUpstream);
  return { transport: { ...transport, send, openFile }, rateLimit: () => rateLimit, reportUpstream };
}
