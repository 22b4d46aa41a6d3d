// One HTTP GET to AccessLink: sent, awaited within limits, and turned into JSON, nothing, or a typed failure.
import { buildConnector, type Dispatcher, Pool } from 'undici';
import type { Secret } from '../secret.ts';
import { readBody, unreadable } from './body.ts';
import { AccessLinkError } from './errors.ts';
import { parseJson } from './json.ts';
import { type RateLimit, rateLimitFrom, retryAfterSeconds } from './rate-limit.ts';
import { createStaleSockets, type StaleSockets } from './stale-sockets.ts';

/** A read: the path on AccessLink with its query, and the token of the user it is about. */
export interface UpstreamRequest {
  readonly path: string;
  readonly token: Secret;
}

/** What came: the decoded JSON, or undefined for "nothing" (204 and 404). */
export interface UpstreamReply {
  readonly status: number;
  readonly body: unknown;
  /** Decoded size of the body. */
  readonly bytes: number;
}

/** Sends one request. Rejects with AccessLinkError only. Wrappers keep this signature. */
export type Transport = (request: UpstreamRequest) => Promise<UpstreamReply>;

/** Milliseconds to connect, to the first header, and to the end of the body. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly total: number;
}

export interface TransportOptions {
  readonly origin: string;
  readonly timeouts?: Timeouts;
  /** Largest body taken, after decompression. A month of heart rate is up to 16 MB. */
  readonly maxBodyBytes?: number;
  readonly onRateLimit?: (rateLimit: RateLimit) => void;
  readonly now?: () => number;
}

const DEFAULT_TIMEOUTS: Timeouts = { connect: 2_000, headers: 5_000, total: 15_000 };
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** A body that nobody wants is read this far to keep its connection. */
const MAX_UNWANTED_BYTES = 64 * 1024;
const CONNECTIONS = 16;

/** A transport to `origin` over kept-alive connections, and the way to close it. Redirects are not followed. */
export function createTransport(options: TransportOptions): { send: Transport; close: () => Promise<void> } {
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const staleSockets = createStaleSockets();
  const settings: Settings = {
    timeouts,
    staleSockets,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    onRateLimit: options.onRateLimit ?? (() => {}),
    now: options.now ?? Date.now,
    pool: createPool(options.origin, timeouts, staleSockets),
  };
  return { send: (request) => send(request, settings), close: () => settings.pool.destroy() };
}

interface Settings {
  readonly timeouts: Timeouts;
  readonly staleSockets: StaleSockets;
  readonly maxBodyBytes: number;
  readonly onRateLimit: (rateLimit: RateLimit) => void;
  readonly now: () => number;
  readonly pool: Pool;
}

/** HTTP/1.1 only: a socket carries one request, so that an aborted one is gone with its socket. */
function createPool(origin: string, timeouts: Timeouts, staleSockets: StaleSockets): Pool {
  const connect = buildConnector({ timeout: timeouts.connect, allowH2: false });
  return new Pool(origin, {
    connections: CONNECTIONS,
    allowH2: false,
    headersTimeout: timeouts.total,
    bodyTimeout: timeouts.total,
    connect: (target, done) =>
      connect(target, (...connected) => {
        if (connected[1]) staleSockets.watch(connected[1]);
        done(...connected);
      }),
  });
}

async function send(request: UpstreamRequest, settings: Settings): Promise<UpstreamReply> {
  const deadline = AbortSignal.timeout(settings.timeouts.total);
  const where = `GET ${request.path.split('?')[0]}`;
  try {
    const response = await untilHeaders(request, settings, deadline);
    const { statusCode: status, headers } = response;
    const rateLimit = rateLimitFrom(headers, settings.now());
    if (rateLimit) settings.onRateLimit(rateLimit);
    if (status === 200) return await contentOf(response, where, settings);
    discard(response);
    if (status === 204 || status === 404) return { status, body: undefined, bytes: 0 };
    throw refusal(status, where, status === 429 ? retryAfterSeconds(rateLimit, settings.now()) : null);
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : failureOf(cause, where);
  }
}

/**
 * undici's own header timeout is coarse (about a second), so a timer of ours ends the wait. A socket that the server
 * closed while it was idle can only be found out by writing to it: then the request is sent once more.
 */
async function untilHeaders(
  request: UpstreamRequest,
  settings: Settings,
  deadline: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DOMException('no headers in time', 'TimeoutError')),
    settings.timeouts.headers,
  );
  const authorization = `Bearer ${request.token.reveal()}`;
  const ask = () =>
    settings.pool.request({
      method: 'GET',
      path: request.path,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip', authorization },
      signal: AbortSignal.any([deadline, late.signal]),
    });
  try {
    return await ask().catch((failure: unknown) => {
      if (settings.staleSockets.causedBy(failure)) return ask();
      throw failure;
    });
  } finally {
    clearTimeout(timer);
  }
}

async function contentOf(
  response: Dispatcher.ResponseData,
  where: string,
  { maxBodyBytes }: Settings,
): Promise<UpstreamReply> {
  const bytes = await readBody(response, { maxBytes: maxBodyBytes, where });
  return { status: 200, body: bytes.length === 0 ? undefined : jsonIn(bytes, where), bytes: bytes.length };
}

/** No cause: the message of a SyntaxError quotes the body. */
function jsonIn(body: Buffer, where: string): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    throw unreadable(where, 'it is not JSON');
  }
}

/** The status has said it all; a body that fails now, or never ends, must not delay or change that. */
function discard({ body }: Dispatcher.ResponseData): void {
  void body.dump({ limit: MAX_UNWANTED_BYTES });
}

function refusal(status: number, where: string, retryAfter: number | null): AccessLinkError {
  const codes: Record<number, AccessLinkError['code']> = {
    400: 'refused',
    401: 'unauthorized',
    403: 'forbidden',
    429: 'rate-limited',
  };
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  const wait = retryAfter === null ? {} : { retryAfterSeconds: retryAfter };
  return new AccessLinkError(code, `AccessLink answered ${where} with ${status}`, { status, ...wait });
}

/** The code of a DOMException is a number, that of a system or undici error a text. */
function failureOf(cause: unknown, where: string): AccessLinkError {
  const { name = '', code = '' } = (cause ?? {}) as { name?: string; code?: string | number };
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code))) {
    return new AccessLinkError('timeout', `AccessLink did not answer ${where} in time`, { cause });
  }
  // No cause: an error of the parser holds the bytes that it could not read.
  if (name === 'HTTPParserError') return new AccessLinkError('invalid', `AccessLink did not answer ${where} with HTTP`);
  return new AccessLinkError('unavailable', `AccessLink could not be reached for ${where}`, { cause });
}
