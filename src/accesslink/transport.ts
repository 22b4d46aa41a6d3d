// One HTTP GET to AccessLink: sent, awaited within limits, and turned into JSON, nothing, or a typed failure.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Dispatcher, Pool } from 'undici';
import type { Secret } from '../secret.ts';
import { AccessLinkError } from './errors.ts';
import { parseJson } from './json.ts';
import { type Headers, type RateLimit, rateLimitFrom, retryAfterSeconds } from './rate-limit.ts';

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
const CONNECTIONS = 16;
const unzip = promisify(gunzip);

/** A transport to `origin` over kept-alive connections, and the way to close it. Redirects are not followed. */
export function createTransport(options: TransportOptions): { send: Transport; close: () => Promise<void> } {
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const settings: Settings = {
    timeouts,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    onRateLimit: options.onRateLimit ?? (() => {}),
    now: options.now ?? Date.now,
    pool: new Pool(options.origin, {
      connections: CONNECTIONS,
      connect: { timeout: timeouts.connect },
      headersTimeout: timeouts.total,
      bodyTimeout: timeouts.total,
    }),
  };
  return { send: (request) => send(request, settings), close: () => settings.pool.destroy() };
}

interface Settings {
  readonly timeouts: Timeouts;
  readonly maxBodyBytes: number;
  readonly onRateLimit: (rateLimit: RateLimit) => void;
  readonly now: () => number;
  readonly pool: Pool;
}

async function send(request: UpstreamRequest, settings: Settings): Promise<UpstreamReply> {
  const deadline = AbortSignal.timeout(settings.timeouts.total);
  const where = `GET ${request.path.split('?')[0]}`;
  try {
    const response = await untilHeaders(request, settings, deadline);
    const rateLimit = rateLimitFrom(response.headers, settings.now());
    if (rateLimit) settings.onRateLimit(rateLimit);
    const bytes = await readBody(response, settings.maxBodyBytes, deadline);
    return interpret(response, bytes, { where, retryAfter: retryAfterSeconds(rateLimit, settings.now()) });
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : failureOf(cause, where);
  }
}

/** undici's own header timeout is coarse (about a second), so a timer of ours ends the wait. */
async function untilHeaders(request: UpstreamRequest, settings: Settings, deadline: AbortSignal) {
  const headersLate = new AbortController();
  const timer = setTimeout(
    () => headersLate.abort(new DOMException('no headers in time', 'TimeoutError')),
    settings.timeouts.headers,
  );
  try {
    return await settings.pool.request({
      method: 'GET',
      path: request.path,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        authorization: `Bearer ${request.token.reveal()}`,
      },
      signal: AbortSignal.any([deadline, headersLate.signal]),
    });
  } finally {
    clearTimeout(timer);
  }
}

async function readBody(response: Dispatcher.ResponseData, limit: number, deadline: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    deadline.throwIfAborted();
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity' || body.length === 0) return body;
  if (encoding !== 'gzip') throw new AccessLinkError('invalid', `Cannot read a body encoded as ${String(encoding)}`);
  return unzip(body, { maxOutputLength: limit });
}

function tooLarge(limit: number): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read a body of more than ${limit} bytes`);
}

function interpret(
  response: { statusCode: number; headers: Headers },
  body: Buffer,
  told: { where: string; retryAfter: number | null },
): UpstreamReply {
  const status = response.statusCode;
  if (status === 204 || status === 404) return { status, body: undefined, bytes: 0 };
  if (status === 200) return { status, body: jsonIn(body, told.where), bytes: body.length };
  const retry = status === 429 && told.retryAfter !== null ? { retryAfterSeconds: told.retryAfter } : {};
  throw new AccessLinkError(codeOf(status), `AccessLink answered ${told.where} with ${status}`, { status, ...retry });
}

function jsonIn(body: Buffer, where: string): unknown {
  if (body.length === 0) return undefined;
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    throw new AccessLinkError('invalid', `Cannot read the answer to ${where}: it is not JSON`, { status: 200 });
  }
}

function codeOf(status: number): AccessLinkError['code'] {
  const codes: Record<number, AccessLinkError['code']> = {
    400: 'refused',
    401: 'unauthorized',
    403: 'forbidden',
    429: 'rate-limited',
  };
  return codes[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
}

function failureOf(cause: unknown, where: string): AccessLinkError {
  const { name = '', code = '' } = (cause ?? {}) as { name?: string; code?: string };
  const timedOut = name === 'TimeoutError' || /TIMEOUT/.test(code);
  const zipped = code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
  if (zipped) return new AccessLinkError('invalid', `Cannot unpack the answer to ${where}`, { cause });
  return timedOut
    ? new AccessLinkError('timeout', `AccessLink did not answer ${where} in time`, { cause })
    : new AccessLinkError('unavailable', `AccessLink could not be reached for ${where}`, { cause });
}
