// One HTTP request to AccessLink: sent, awaited within limits, and turned into JSON, nothing, or a typed failure.
import { buildConnector, type Dispatcher, Pool } from 'undici';
import { readBody } from './body.ts';
import { AccessLinkError } from './errors.ts';
import { errorForFailure, jsonIn, errorForStatus } from './response-errors.ts';
import { type RateLimit, rateLimitFrom, retryAfterSeconds } from './rate-limit.ts';
import { createStaleSockets, type StaleSockets } from './stale-sockets.ts';
import type { Upstream, UpstreamFile, UpstreamReply, UpstreamRequest } from './upstream.ts';

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
export function createTransport(options: TransportOptions): Upstream {
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
  return {
    send: (request) => send(request, settings),
    openFile: (request) => openFile(request, settings),
    close: () => settings.pool.destroy(),
  };
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
  const where = whereOf(request);
  try {
    const response = await untilAccepted(request, settings, deadline);
    if (!response.isContent) return { status: response.status, body: undefined, bytes: 0 };
    const bytes = await readBody(response.data, { maxBytes: settings.maxBodyBytes, where });
    const body = bytes.length === 0 ? undefined : jsonIn(bytes, where);
    return { status: response.status, body, bytes: bytes.length };
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : errorForFailure(cause, where);
  }
}

/** Only the way to the headers has a deadline: a file takes as long as whoever reads it. */
async function openFile(request: UpstreamRequest, settings: Settings): Promise<UpstreamFile | null> {
  try {
    const { isContent, data } = await untilAccepted(request, settings);
    if (!isContent) return null;
    const header = (name: string) => data.headers[name]?.toString() ?? null;
    return { contentType: header('content-type'), contentEncoding: header('content-encoding'), body: data.body };
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : errorForFailure(cause, whereOf(request));
  }
}

function whereOf({ method = 'GET', path }: UpstreamRequest): string {
  return `${method} ${path.split('?')[0]}`;
}

interface Accepted {
  readonly status: number;
  /** False for "nothing": 204 and 404. */
  readonly isContent: boolean;
  readonly data: Dispatcher.ResponseData;
}

/** The response to a request that was not refused. */
async function untilAccepted(request: UpstreamRequest, settings: Settings, deadline?: AbortSignal): Promise<Accepted> {
  const data = await untilHeaders(request, settings, deadline);
  const { statusCode: status, headers } = data;
  const rateLimit = rateLimitFrom(headers, settings.now());
  if (rateLimit) settings.onRateLimit(rateLimit);
  if (status === 200 || status === 201) return { status, isContent: true, data };
  discard(data);
  if (status === 204 || status === 404) return { status, isContent: false, data };
  throw errorForStatus(status, whereOf(request), status === 429 ? retryAfterSeconds(rateLimit, settings.now()) : null);
}

/**
 * undici's own header timeout is coarse (about a second), so a timer of ours ends the wait. A socket that the server
 * closed while it was idle can only be found out by writing to it: then a read is sent once more.
 */
async function untilHeaders(
  request: UpstreamRequest,
  settings: Settings,
  deadline: AbortSignal | undefined,
): Promise<Dispatcher.ResponseData> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DOMException('no headers in time', 'TimeoutError')),
    settings.timeouts.headers,
  );
  const { method = 'GET', path } = request;
  const { body, type } = contentOf(request);
  const ask = () =>
    settings.pool.request({
      method,
      path,
      headers: {
        accept: request.accept ?? 'application/json',
        'accept-encoding': 'gzip',
        authorization: request.authorization.reveal(),
        ...type,
      },
      body,
      signal: AbortSignal.any([late.signal, ...(deadline ? [deadline] : [])]),
    });
  try {
    return await ask().catch((failure: unknown) => {
      if (method === 'GET' && settings.staleSockets.causedBy(failure)) return ask();
      throw failure;
    });
  } finally {
    clearTimeout(timer);
  }
}

function contentOf({ json, form }: UpstreamRequest) {
  if (json !== undefined) return { body: JSON.stringify(json), type: { 'content-type': 'application/json' } };
  if (form === undefined) return { body: null, type: {} };
  return {
    body: new URLSearchParams(form).toString(),
    type: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

/** The status has said it all; a body that fails now, or never ends, must not delay or change that. */
function discard({ body }: Dispatcher.ResponseData): void {
  void body.dump({ limit: MAX_UNWANTED_BYTES });
}
