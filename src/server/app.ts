// The server without a socket: requests in, responses out.
import { UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import { createArchive, createBackground, noArchive } from '../loading/archive.ts';
import { createExpiry } from '../loading/expiry.ts';
import { createFlights } from '../loading/flights.ts';
import { createMemory } from '../loading/memory.ts';
import type { PolarClient } from '../config.ts';
import type { Secret } from '../secret.ts';
import type { Store } from '../store/store.ts';
import { createIdentify, type Credential, type IdentityOptions } from './auth/identity.ts';
import { createSignIn, type SignInOptions } from './auth/routes.ts';
import { createUpkeep } from './auth/upkeep.ts';
import { withCors } from './cors.ts';
import { createEngine } from './engine.ts';
import { createGraphiql } from './graphiql.ts';

export interface AppOptions {
  /** Origin of the AccessLink server that is asked, and only it. */
  readonly accessLinkUrl: string;
  /** Answered for when a request carries no credential; null: such a request is refused. */
  readonly fallback?: Credential | null;
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
  readonly memoryBytes?: number;
  readonly timeouts?: Timeouts;
  readonly now?: () => number;
  readonly report?: (unexpected: unknown) => void;
}

export interface App {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

const MEMORY_BYTES = 256 * 1024 * 1024;

/** The app over one AccessLink server. Nothing is sent before the first request. */
export function createApp(options: AppOptions): App {
  const now = options.now ?? Date.now;
  const report = options.report ?? (() => {});
  const store = options.store ?? null;
  const background = createBackground(report);
  const { transport, rateLimit } = meteredTransport(options, now);
  const memory = createMemory(options.memoryBytes ?? MEMORY_BYTES);
  const upkeep = store && createUpkeep({ store, memory, send: transport.send, report, now });
  if (upkeep) background.follow(upkeep.start());
  const engine = createEngine({
    shared: {
      send: transport.send,
      memory,
      expiry: createExpiry(),
      flights: createFlights(),
      archiveOf: (owner) => (store ? createArchive(store.records, owner, background) : noArchive),
      rateLimit,
      now,
      identify: identifyWith(options, { now, depart: upkeep ? (user, send) => upkeep.depart(user, send) : notKept }),
    },
    report,
  });
  const graphiql = createGraphiql();
  const signIn = signInWith(options, { now, send: transport.send, forget: (id) => upkeep?.forget(id) });
  const fetch = async (request: Request) =>
    homeOf(request) ??
    (await graphiql(request)) ??
    (await signIn.fetch(request)) ??
    refusalOf(request) ??
    unstored(await engine.fetch(request));
  const close = async () => {
    upkeep?.close();
    await background.settled();
    await Promise.all([transport.close(), signIn.close()]);
  };
  const fetchOrFail = (request: Request) => fetch(request).catch((failure: unknown) => failed(failure, report));
  return { fetch: withCors(fetchOrFail, options.corsOrigins ?? []), close };
}

/** A transport, and the rate windows as its last answer told them. */
function meteredTransport({ accessLinkUrl, timeouts }: AppOptions, now: () => number) {
  let rateLimit = UNKNOWN_RATE_LIMIT;
  const transport = createTransport({
    origin: accessLinkUrl,
    ...(timeouts ? { timeouts } : {}),
    onRateLimit: (told) => {
      rateLimit = told;
    },
    now,
  });
  return { transport, rateLimit: () => rateLimit };
}

function identifyWith(options: AppOptions, { now, depart }: Pick<IdentityOptions, 'now' | 'depart'>) {
  const { fallback = null, store = null, client = null, partnerKey = null, publicUrl = null } = options;
  return createIdentify({ fallback, store, client, partnerKey, publicUrl, now, depart });
}

function signInWith(options: AppOptions, parts: Pick<SignInOptions, 'now' | 'send' | 'forget'>) {
  const { store = null, client = null, publicUrl = null, appRedirectUris = [], timeouts } = options;
  return createSignIn({ ...parts, store, client, publicUrl, appRedirectUris, ...(timeouts ? { timeouts } : {}) });
}

/** Without a store nobody is signed in. */
const notKept = async () => ({ isConfirmed: true });

/** Whoever opens the bare address is sent to GraphiQL. */
function homeOf({ method, url }: Request): Response | null {
  if (method !== 'GET' || new URL(url).pathname !== '/') return null;
  return new Response(null, { status: 302, headers: { location: '/graphql' } });
}

/** Only JSON bodies: a form can be posted by any page without the browser asking first. */
function refusalOf({ method, headers }: Request): Response | null {
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (method !== 'POST' || type === 'application/json') return null;
  const message = `Cannot read a body of type "${type}": send application/json`;
  const body = { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  return Response.json(body, { status: 415, headers: { accept: 'application/json' } });
}

/** The socket's adapter would send the stack of what is thrown. */
function failed(failure: unknown, report: (unexpected: unknown) => void): Response {
  report(failure);
  const body = { errors: [{ message: 'Something went wrong in this server', extensions: { code: 'INTERNAL' } }] };
  return Response.json(body, { status: 500 });
}

/** Health data stays in no cache of a browser or a proxy. */
function unstored(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  return response;
}
