// One HTTP request to AccessLink: sent, limited in time and size, and turned into JSON, nothing, or an AccessLinkError.
import type { Dispatcher, Pool } from 'undici';
import type { Clock } from '../clock.ts';
import { unreadable } from './body.ts';
import { createBodyDecoder } from './decoder/body-decoder.ts';
import { createLargeBodies } from './decoder/large-bodies.ts';
import { AccessLinkError } from './errors.ts';
import { rateLimitFrom } from './rate-limit.ts';
import type { OpenedConnections } from './opened-connections.ts';
import { CONNECT_MS, createPool } from './pool.ts';
import { contentOf } from './request-content.ts';
import { type ReplyReading, readReply } from './reply.ts';
import { errorForFailure, errorForResponse, labelOf } from './response-errors.ts';
import { createStaleSockets, type StaleSockets } from './stale-sockets.ts';
import { startTimeLimit, type TimeLimit } from './time-limit.ts';
import type { Upstream, UpstreamFile, UpstreamReply, UpstreamRequest } from './upstream.ts';

/**
 * Limits in milliseconds: until connected, until the headers, until the end of the body. They run from when a request is
 * sent: waiting for a free connection is not AccessLink's time.
 */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly total: number;
}

/** The server of a transport, its limits, and the clock that they are measured by. */
export interface TransportOptions {
  readonly origin: string;
  readonly clock: Clock;
  readonly timeouts?: Timeouts;
  /** Largest body, after decompression. A month of heart rate is up to 16 MB. */
  readonly maxBodyBytes?: number;
  /** Larger bodies of records are decoded in a thread of their own. */
  readonly smallBodyBytes?: number;
  /** Called when a request is sent again over another connection, since the server had closed the first before it came. */
  readonly onStaleSocket?: () => void;
  /** Connections to the same server for the first requests; closed with the transport. */
  readonly connections?: OpenedConnections;
}

const DEFAULT_TIMEOUTS: Timeouts = { connect: CONNECT_MS, headers: 5_000, total: 15_000 };
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** Decoded in a few milliseconds. */
const SMALL_BODY_BYTES = 256 * 1024;
/** As much memory as two bodies take, however many come at once. */
const LARGE_BODIES = 2;

/** A transport to `origin` over persistent connections. Redirects are not followed. `close` aborts what is in progress. */
export function createTransport(options: TransportOptions): Upstream {
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const staleSockets = createStaleSockets();
  const connection: Connection = {
    timeouts,
    staleSockets,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    smallBodyBytes: options.smallBodyBytes ?? SMALL_BODY_BYTES,
    largeBodies: createLargeBodies(LARGE_BODIES),
    decoder: createBodyDecoder(options.clock),
    onStaleSocket: options.onStaleSocket ?? (() => {}),
    clock: options.clock,
    pool: createPool({ ...options, timeouts, staleSockets }),
  };
  return {
    send: (request) => send(request, connection),
    openFile: (request) => openFile(request, connection),
    close: async () => {
      options.connections?.close();
      await Promise.all([connection.pool.destroy(), connection.decoder.close()]);
    },
  };
}

/** What all requests of a transport share. */
interface Connection extends ReplyReading {
  readonly timeouts: Timeouts;
  readonly staleSockets: StaleSockets;
  readonly onStaleSocket: () => void;
  readonly pool: Pool;
}

async function send(request: UpstreamRequest, connection: Connection): Promise<UpstreamReply> {
  try {
    const { status, isContent, data, untilEnd } = await requestAccepted(request, connection, connection.timeouts.total);
    if (!isContent) return { status, body: undefined };
    const response = { status, headers: data.headers, body: data.body, untilEnd };
    return await readReply(response, request, connection);
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : errorForFailure(cause, labelOf(request));
  }
}

/** Without a total time limit: a file takes as long as its reader does. */
async function openFile(request: UpstreamRequest, connection: Connection): Promise<UpstreamFile | null> {
  try {
    const { isContent, data } = await requestAccepted(request, connection, null);
    if (!isContent) return null;
    const header = (name: string) => data.headers[name]?.toString() ?? null;
    const contentType = header('content-type');
    if (/html/i.test(contentType ?? '')) {
      void data.body.dump();
      throw unreadable(labelOf(request), 'it is an HTML page', { problem: 'html-page' });
    }
    return { label: labelOf(request), contentType, contentEncoding: header('content-encoding'), body: data.body };
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : errorForFailure(cause, labelOf(request));
  }
}

interface AcceptedResponse {
  readonly status: number;
  /** False for "nothing": 204, and 404 without a page. */
  readonly isContent: boolean;
  readonly data: Dispatcher.ResponseData;
  readonly untilEnd: TimeLimit | null;
}

/** The response to a request that did not fail; `totalMs` limits the time until the end of its body. */
async function requestAccepted(
  request: UpstreamRequest,
  connection: Connection,
  totalMs: number | null,
): Promise<AcceptedResponse> {
  const { data, untilEnd } = await requestHeaders(request, connection, totalMs);
  const { statusCode: status, headers } = data;
  const rateLimit = rateLimitFrom(headers, connection.clock.now());
  if (rateLimit) request.onRateLimit?.(rateLimit);
  if (status === 200 || status === 201) return { status, isContent: true, data, untilEnd };
  if (status === 204) void data.body.dump();
  const error = status === 204 ? null : await errorForResponse(data, { request, clock: connection.clock });
  if (error) throw error;
  return { status, isContent: false, data, untilEnd };
}

/**
 * Resolves with the headers. undici's own header timeout is coarse (about a second), so our clock limits the wait. The
 * total limit runs until the body is closed, also that of a discarded body: a server that never ends it must not hold
 * the connection.
 */
async function requestHeaders(
  request: UpstreamRequest,
  connection: Connection,
  totalMs: number | null,
): Promise<Pick<AcceptedResponse, 'data' | 'untilEnd'>> {
  const { clock, timeouts } = connection;
  const untilHeaders = startTimeLimit(clock, timeouts.headers);
  const untilEnd = totalMs === null ? null : startTimeLimit(clock, totalMs);
  const end = () => untilEnd?.cancel();
  const signal = untilEnd ? AbortSignal.any([untilHeaders.signal, untilEnd.signal]) : untilHeaders.signal;
  try {
    const data = await requestTwiceIfStale(request, connection, signal);
    data.body.once('close', end);
    return { data, untilEnd };
  } catch (failure) {
    end();
    throw failure;
  } finally {
    untilHeaders.cancel();
  }
}

/** A socket that the server closed while it was idle is found out by writing to it only: then a GET is sent once more. */
async function requestTwiceIfStale(
  request: UpstreamRequest,
  { pool, staleSockets, onStaleSocket }: Connection,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const { method = 'GET', path, accept = 'application/json', authorization } = request;
  const { body, headers } = contentOf(request);
  const attempt = () =>
    pool.request({
      method,
      path,
      headers: { accept, 'accept-encoding': 'gzip', authorization: authorization.reveal(), ...headers },
      body,
      signal,
    });
  try {
    return await attempt();
  } catch (failure) {
    if (method !== 'GET' || !staleSockets.causedBy(failure)) throw failure;
    onStaleSocket();
    return attempt();
  }
}
