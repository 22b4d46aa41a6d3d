// An AccessLink that misbehaves on request: it stands before a simulator and passes on what is asked, until a fault is set.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Fault = (response: ServerResponse, request: IncomingMessage) => void;

export interface FaultyUpstream {
  readonly url: string;
  set(fault: Fault | null): void;
  /** Connections that are open. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

const JSON_HEADERS = { 'content-type': 'application/json' };
const PAGE = '<!doctype html><html><body><h1>Maintenance</h1></body></html>';
/** More than the largest body that is read, in bytes after decompression. */
const BOMB_BYTES = 80 * 1024 * 1024;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) =>
    void response.writeHead(code, { ...JSON_HEADERS, ...headers }).end('{"message":"Injected failure"}');
const body =
  (text: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) =>
    void response.writeHead(200, { ...JSON_HEADERS, ...headers }).end(text);
/** Bytes in the place of HTTP. */
const raw =
  (text: string): Fault =>
  (response) =>
    void response.socket?.end(text);

/** Every fault by what it is called. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'a connection that is closed at once': (response) => response.socket?.destroy(),
  'a hang before the headers': () => {},
  'a hang in the body': (response) => void response.writeHead(200, JSON_HEADERS).write('[{"date":'),
  'a body that drips': (response) => {
    response.writeHead(200, JSON_HEADERS);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  'a truncated body': (response) => {
    response.writeHead(200, { ...JSON_HEADERS, 'content-length': '4096' });
    response.write('[{"date":"2026-11-20"', () => response.destroy());
  },
  garbage: body('{"date": "2026-11-\u0000 this is not JSON'),
  'an empty body': body(''),
  'a page in the place of JSON': body(PAGE, { 'content-type': 'text/html' }),
  'JSON of another shape': body('"a text"'),
  'a bomb of gzip': body(gzipSync(Buffer.alloc(BOMB_BYTES, ' ')), { 'content-encoding': 'gzip' }),
  'gzip that breaks off': body(gzipSync('[{"date":"2026-11-20"}]').subarray(0, 20), { 'content-encoding': 'gzip' }),
  'an encoding that nobody asked for': body(gzipSync('[]'), { 'content-encoding': 'zstd' }),
  'a length that is too small': raw(
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 3\r\n\r\n[{"date":1}]',
  ),
  'bytes that are no HTTP': raw('SSH-2.0-OpenSSH_9.9\r\n\r\n'),
  'a redirect': status(302, { location: 'http://127.0.0.1:1/elsewhere' }),
  'the status 500': status(500),
  'the status 503': status(503),
  'the status 429': status(429, { 'ratelimit-reset': '60, 60', 'retry-after': '60' }),
  'the status 401': status(401),
  'the status 403': status(403),
  'the status 418': status(418),
};

/** Starts it before the simulator at `origin`. */
export async function startFaultyUpstream(origin: string): Promise<FaultyUpstream> {
  let fault: Fault | null = null;
  const server = createServer((request, response) => {
    if (fault) return fault(response, request);
    void passOn(origin, request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next;
    },
    connections: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function passOn(origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '/', method = 'GET', headers } = request;
  const authorization = headers.authorization ?? '';
  const answer = await fetch(origin + url, { method, headers: { authorization, accept: 'application/json' } });
  const type = answer.headers.get('content-type');
  response.writeHead(answer.status, type ? { 'content-type': type } : {}).end(Buffer.from(await answer.arrayBuffer()));
}
