// The server without a socket: requests in, responses out.
import { UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import { createFlights } from '../loading/flights.ts';
import { createMemory } from '../loading/memory.ts';
import type { Credential } from './caller.ts';
import { createEngine } from './engine.ts';
import { createGraphiql } from './graphiql.ts';

export interface AppOptions {
  /** Origin of the AccessLink server that is asked, and only it. */
  readonly accessLinkUrl: string;
  /** Answered for when a request carries no credential; null: such a request is refused. */
  readonly fallback?: Credential | null;
  readonly corsOrigins?: readonly string[];
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
  let rateLimit = UNKNOWN_RATE_LIMIT;
  const transport = createTransport({
    origin: options.accessLinkUrl,
    ...(options.timeouts ? { timeouts: options.timeouts } : {}),
    onRateLimit: (told) => {
      rateLimit = told;
    },
    now,
  });
  const engine = createEngine({
    shared: {
      send: transport.send,
      memory: createMemory(options.memoryBytes ?? MEMORY_BYTES),
      flights: createFlights(),
      rateLimit: () => rateLimit,
      now,
      fallback: options.fallback ?? null,
    },
    report: options.report ?? (() => {}),
    corsOrigins: options.corsOrigins ?? [],
  });
  const graphiql = createGraphiql();
  const fetch = async (request: Request) =>
    (await graphiql(request)) ?? refusalOf(request) ?? (await engine.fetch(request));
  return { fetch, close: transport.close };
}

/** Only JSON bodies: a form can be posted by any page without the browser asking first. */
function refusalOf(request: Request): Response | null {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return new Response(null, { status: 302, headers: { location: '/graphql' } });
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (request.method !== 'POST' || pathname !== '/graphql' || type === 'application/json') return null;
  const message = `Cannot read a body of type "${type}": send application/json`;
  const body = { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  return Response.json(body, { status: 415, headers: { accept: 'application/json' } });
}
