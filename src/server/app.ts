// The server without a socket: requests in, responses out.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import { type BackgroundWork, createBackgroundWork } from '../loading/background-work.ts';
import { createStoreTier, noStoreTier } from '../loading/cache/store-tier.ts';
import { createInvalidationClock } from '../loading/cache/invalidation-clock.ts';
import { createInFlightRequests } from '../loading/cache/in-flight.ts';
import { createMemoryTier } from '../loading/cache/memory-tier.ts';
import { createNegativeCache } from '../loading/cache/negative-cache.ts';
import type { Clock } from '../clock.ts';
import type { PolarClient } from '../config.ts';
import type { Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import { asClient } from '../accesslink/client.ts';
import { type DeliveriesTiming, type Warning, startDeliveries } from './webhook/deliveries.ts';
import { createIdentify, type DefaultUser, type IdentityOptions } from './auth/identity.ts';
import { ownOrigin } from './http/origin.ts';
import { createSignIn, type SignInOptions } from './auth/routes.ts';
import { createCleanup } from '../jobs/cleanup.ts';
import { createAppServices } from './services.ts';
import { withCors } from './http/cors.ts';
import { internalErrorResponse, redirectHome, rejectMediaType, withNoStore } from './http/rejections.ts';
import { createGraphqlServer, type GraphqlServer } from './graphql/yoga.ts';
import { createEventSubscriptions } from './graphql/event-subscriptions.ts';
import { createGraphiql } from './graphiql/page.ts';
import type { SharedServices } from './graphql/operation.ts';
import { WEBHOOK_PATH } from './webhook/receiver.ts';
import { createWebSockets } from './graphql/websocket.ts';

export interface AppOptions {
  /** Origin of the AccessLink server that is asked, and only it. */
  readonly accessLinkUrl: string;
  /** Answered for when a request carries no credential; null: such a request is refused. */
  readonly fallback?: DefaultUser | null;
  /** Origins of web frontends that may ask from a browser; none by default. */
  readonly corsOrigins?: readonly string[];
  /** Where records outlive the process; the caller closes it after the app. Null: nothing is kept. */
  readonly store?: Store | null;
  /** Our client at Polar; null: nobody can sign in, and nobody is the partner. */
  readonly client?: PolarClient | null;
  /** Opens the partner's part of the graph beside the client's id and secret. */
  readonly partnerKey?: Secret | null;
  /** The origin under which browsers, apps and Polar reach this server; null: whichever of this machine is asked. */
  readonly publicUrl?: string | null;
  /** Where apps may be sent back to after signing in; loopback addresses with any port. */
  readonly appRedirectUris?: readonly string[];
  /** The store's keys: links to files are sealed with keys made of them, so that every process opens them. */
  readonly keys?: readonly EncryptionKey[];
  readonly memoryBytes?: number;
  readonly timeouts?: Timeouts;
  /** What time it is, and waiting. */
  readonly clock: Clock;
  /** Chance, from 0 to 1: spreads what would happen at once. */
  readonly random: () => number;
  readonly report?: (unexpected: unknown) => void;
  /** Told of what is worth a line in the log and is no failure of ours. */
  readonly notice?: (notice: Warning, failure?: unknown) => void;
  /** For tests. */
  readonly timing?: AppTiming;
}

/** Milliseconds between what is done again and again. */
export interface AppTiming extends DeliveriesTiming {
  readonly heartbeatMs?: number;
  readonly checkMs?: number;
}

export interface App {
  fetch(request: Request): Promise<Response>;
  /** Takes over a connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all subscriptions, which would end by themselves never. Clients take them up again elsewhere. */
  hangUp(): void;
  close(): Promise<void>;
}

const MEMORY_BYTES = 256 * 1024 * 1024;

/** The app over one AccessLink server. Nothing is sent before the first request, but for what was left to do. */
export function createApp(options: AppOptions): App {
  const { clock, report = () => {}, notice = () => {}, store = null, client = null, timing = {} } = options;
  const { now } = clock;
  const [background, writes] = [createBackgroundWork(report), createBackgroundWork(report)];
  const { transport, rateLimit } = meteredTransport(options);
  const remembered = createRemembered(options, writes);
  const upkeep = store && createCleanup({ store, memory: remembered.memory, send: transport.send, report, now });
  if (upkeep) background.follow(upkeep.start());
  const identify = identifyWith(options, {
    now,
    deleteAccount: async (...leaving) => upkeep?.deleteAccount(...leaving) ?? notKept,
  });
  const following = createEventSubscriptions({ store, identify, ...timing });
  const beside = createAppServices({ ...options, upstream: transport, identify, background, report, now });
  const shared: SharedServices = {
    ...remembered,
    send: transport.send,
    rateLimit,
    now,
    elapsed: clock.elapsed,
    identify,
    partnerFor: partnerWith(options, now),
    subscribeFor: following.subscribeFor,
    viewerServices: beside.personal,
  };
  const engine = createGraphqlServer({ shared, report, ...timing });
  const sockets = createWebSockets({ engine, identify, publicUrl: options.publicUrl ?? null, report, ...timing });
  const arrivals = store && startDeliveries({ store, client, shared, report, notice, timing });
  const signIn = signInWith(options, { now, send: transport.send });
  const hangUp = hangingUp(following, sockets);
  const routes = [arrivals?.receive, beside.files, createGraphiql(), (request: Request) => signIn.fetch(request)];
  return {
    fetch: fetchThrough(routes, engine, options),
    upgrade: (...connection) => sockets.upgrade(...connection),
    hangUp,
    close: async () => {
      hangUp();
      upkeep?.close();
      await Promise.all([arrivals?.close(), beside.close()]);
      await background.settled().then(() => writes.settled());
      await Promise.all([transport.close(), signIn.close()]);
    },
  };
}

/** What all operations of this process remember, and what they ask at the moment. */
function createRemembered(options: AppOptions, background: BackgroundWork) {
  const { memoryBytes = MEMORY_BYTES, store = null, clock } = options;
  const storeTierFor: SharedServices['storeTierFor'] = (owner) =>
    store ? createStoreTier(store.records, owner, background) : noStoreTier;
  const negativeCache = createNegativeCache(clock.now);
  const flushed = () => background.flushed();
  return {
    memory: createMemoryTier(memoryBytes),
    invalidations: createInvalidationClock(),
    inFlight: createInFlightRequests(),
    negativeCache,
    storeTierFor,
    flushed,
  };
}

type Ending = Readonly<Record<'end' | 'close', () => void>>;

/** Ends what would go on for as long as clients like. */
function hangingUp(following: Pick<Ending, 'end'>, sockets: Pick<Ending, 'close'>): () => void {
  return () => {
    following.end();
    sockets.close();
  };
}

/** A transport, and the rate windows as its last answer told them. */
function meteredTransport({ accessLinkUrl, timeouts, clock }: AppOptions) {
  let rateLimit = UNKNOWN_RATE_LIMIT;
  const transport = createTransport({
    origin: accessLinkUrl,
    ...(timeouts ? { timeouts } : {}),
    onRateLimit: (told) => {
      rateLimit = told;
    },
    clock,
  });
  return { transport, rateLimit: () => rateLimit };
}

function identifyWith(options: AppOptions, { now, deleteAccount }: Pick<IdentityOptions, 'now' | 'deleteAccount'>) {
  const { fallback = null, store = null, client = null, partnerKey = null, publicUrl = null } = options;
  return createIdentify({ fallback, store, client, partnerKey, publicUrl, now, deleteAccount });
}

function signInWith(options: AppOptions, parts: Pick<SignInOptions, 'now' | 'send'>) {
  const { store = null, client = null, publicUrl = null, appRedirectUris = [], timeouts, clock } = options;
  return createSignIn({
    ...parts,
    clock,
    store,
    client,
    publicUrl,
    appRedirectUris,
    ...(timeouts ? { timeouts } : {}),
  });
}

function partnerWith({ store, publicUrl = null }: AppOptions, now: () => number): SharedServices['partnerFor'] {
  return ({ authorization }, { send, isPlan, url }) => {
    const origin = ownOrigin(url, publicUrl);
    const webhookUrl = origin && origin + WEBHOOK_PATH;
    return store ? { send: asClient(send, authorization), store, webhookUrl, now, isPlan } : null;
  };
}

type Route = (request: Request) => Promise<Response | null>;

/** The first route that answers, else the engine. */
function fetchThrough(
  routes: readonly (Route | undefined)[],
  engine: GraphqlServer,
  options: AppOptions,
): App['fetch'] {
  const fetch = async (request: Request) => {
    for (const route of [redirectHome, ...routes]) {
      const response = await route?.(request);
      if (response) return response;
    }
    return rejectMediaType(request) ?? withNoStore(await engine.fetch(request));
  };
  const report = options.report ?? (() => {});
  const fetchOrFail = (request: Request) =>
    fetch(request).catch((failure: unknown) => internalErrorResponse(failure, report));
  return withCors(fetchOrFail, options.corsOrigins ?? []);
}

/** Without a store nobody is signed in. */
const notKept = { isConfirmed: true };
