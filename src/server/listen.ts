// The socket: requests are guarded before the app sees them, slow and silent clients are timed out, and it ends in time.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServerAdapter } from '@whatwg-node/server';
import type { Clock } from '../clock.ts';
import type { App } from './app.ts';
import { ADDRESS_HEADER, addressOf, clientAddress } from './http/client-address.ts';
import { type ConnectionLimits, limitConnections } from './http/connections.ts';
import { createDrain } from './http/drain.ts';
import { guardRequest, guardUpgrade, LimitedRequest } from './http/request-guard.ts';
import { isRejected, type RejectedRequest } from './http/request-target.ts';
import { rawResponse } from './http/security-headers.ts';
import { hangUpSignal, readText } from './http/node-request.ts';
import type { RequestHead } from './http/ordinary-request.ts';
import { type RequestHeaders, requestHeaders } from './http/request-headers.ts';
import { personIn, type SendOptions, sendAnswer, sendResponse } from './http/send-response.ts';
import { answerUnreadable } from './http/unreadable-request.ts';

export interface ListenOptions extends Partial<ConnectionLimits>, Partial<ListenTiming> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly clock: Pick<Clock, 'after' | 'every'>;
  /** Whether the port is of this process alone, also where it is one of several workers. */
  readonly exclusive?: boolean;
  /** How many proxies stand before this server; none by default. */
  readonly trustedProxies?: number;
}

/** Milliseconds. */
export interface ListenTiming {
  /** For the head of a request, and for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Without a byte that the client reads. */
  readonly unreadMs: number;
  /** How long connections without a request stay open when the server ends. */
  readonly idleMs: number;
  /** How long the end of the server may take. */
  readonly deadlineMs: number;
}

export interface Listening {
  /** With the port that the system chose, when 0 was asked for. */
  readonly url: string;
  /** How many connections are open. */
  readonly connections: () => Promise<number>;
  /** Resolves when all responses are sent, or the deadline has passed. */
  close(): Promise<void>;
}

/** What holds unless something else is said. */
export const LISTEN_DEFAULTS = {
  headersMs: 10_000,
  requestMs: 20_000,
  unreadMs: 30_000,
  idleMs: 0,
  deadlineMs: 6_000,
  maxConnections: 10_000,
  maxConnectionsPerAddress: 2_000,
  trustedProxies: 0,
};
const CHECK_MS = 1_000;
/** Node says so to clients. A proxy keeps connections for a minute, and must not send on one that was closed meanwhile. */
const KEEP_ALIVE_MS = { direct: 5_000, behindProxy: 75_000 };

type Settings = ListenOptions & typeof LISTEN_DEFAULTS;

/** The address is in use, needs privileges, or belongs to another machine. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor({ host, port }: { host: string; port: number }, cause: NodeJS.ErrnoException) {
    const reason = cause.code === 'EADDRINUSE' ? 'the port is in use; set PORT to another' : cause.message;
    super(`Cannot listen on ${host}:${port}: ${reason}`, { cause });
  }
}

/** Serves the app. Rejects with ListenError when the address cannot be listened on. */
export async function listen(app: App, options: ListenOptions): Promise<Listening> {
  const settings: Settings = { ...LISTEN_DEFAULTS, ...options };
  const { host, port, exclusive = false, clock, trustedProxies } = settings;
  const server = createServer(serverOptions(settings));
  // Behind a proxy all connections come from it.
  const limits = trustedProxies > 0 ? { ...settings, maxConnectionsPerAddress: Infinity } : settings;
  const connections = limitConnections(server, limits);
  const drain = createDrain(server, { ...settings, ...connections });
  const responses = new WeakMap<Duplex, ServerResponse>();
  const serve = createHandler(app, settings);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    responses.set(request.socket, response);
    drain.add(response);
    serve(request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    reject({ request, response, headers: app.headers }, { status: 417, reason: 'Expect is 100-continue or nothing' }),
  );
  server.on('upgrade', createUpgrade(app, trustedProxies));
  answerUnreadable(server, app.headers, (socket) => responses.get(socket));
  await new Promise<void>((resolve, rejectListening) => {
    server.once('error', (failure) => rejectListening(new ListenError({ host, port }, failure)));
    server.listen({ port, host, exclusive }, resolve);
  });
  const stopChecking = clock.every(CHECK_MS, app.unsent.dropExcess);
  const close = async () => {
    const ended = drain.end();
    app.endSubscriptions();
    await ended;
    stopChecking();
  };
  return { url: urlOf(server, host), connections: async () => connections.count(), close };
}

function serverOptions({ headersMs, requestMs, trustedProxies }: Settings) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: CHECK_MS,
    keepAliveTimeout: trustedProxies > 0 ? KEEP_ALIVE_MS.behindProxy : KEEP_ALIVE_MS.direct,
    IncomingMessage: LimitedRequest,
    // RFC 9110, section 7.8: another protocol that a client offers is ignored.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  };
}

interface SentTo {
  readonly headers: RequestHeaders;
  /** The person whom an answer is for. */
  readonly known?: string | null;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

function createHandler(app: App, { trustedProxies, unreadMs }: Settings): Serve {
  const sendOptions = ({ headers, known = null }: SentTo): SendOptions => {
    const person = known ?? app.personOf({ headers }) ?? addressOf(headers);
    return { person, unsent: app.unsent, unreadMs, headers: app.headers };
  };
  const adapter = createServerAdapter<{ url: URL; response: ServerResponse }>(async (request, { url, response }) => {
    const answer = await app.fetch(request, url);
    await sendResponse(answer, response, sendOptions(request));
    return answer;
  });
  const serveOrdinary = (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const head: RequestHead = { method: request.method ?? '', headers: requestHeaders(request.headers), url };
    const answering = app.ordinary(head, { text: () => readText(request), signal: () => hangUpSignal(response) });
    // For Yoga, which compares the whole header, where it gets the request after all.
    if (answering) request.headers['content-type'] = 'application/json';
    return answering?.then((answer) => sendAnswer(answer, response, sendOptions({ ...head, known: personIn(answer) })));
  };
  return (request, response) => {
    const url = guardRequest(request, app.bodyRuleOf);
    if (isRejected(url)) return reject({ request, response, headers: app.headers }, url);
    request.headers[ADDRESS_HEADER] = clientAddress(request, trustedProxies);
    const serve = async () => {
      await (serveOrdinary(request, response, url) ??
        adapter.handleNodeRequestAndResponse(request, response, { url, response }));
    };
    serve().catch(() => response.destroy());
  };
}

function createUpgrade(app: App, trustedProxies: number) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = guardUpgrade(request);
    // Node listens to no error of a socket that it hands over: one would end the process.
    socket.on('error', () => {});
    if (isRejected(url)) return void socket.end(rawResponse(`${url.status} ${STATUS_CODES[url.status]}`, app.headers));
    request.headers[ADDRESS_HEADER] = clientAddress(request, trustedProxies);
    app.upgrade({ request, socket, head, url });
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: Readonly<Record<string, string>>;
}

function reject({ request, response, headers }: Exchange, { status, reason }: RejectedRequest): void {
  const message = `Cannot read the request: ${reason}`;
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  response.writeHead(status, { ...headers, 'content-type': 'application/json', connection: 'close' });
  response.end(body, () => request.destroy());
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
