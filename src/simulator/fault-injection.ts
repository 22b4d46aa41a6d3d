// Fault injection: how each kind of fault is written to a response.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';

/** A body far larger than any response of the API: 96 MiB, in pieces of about 64 KiB. */
const OVERSIZE_PIECES = 1536;
const PIECE = `{"date":"2020-01-01","filler":"${'x'.repeat(65_480)}"}`;

const PAGE = '<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>';

/** Responds with a fault. `hang` leaves the request open; the others end it. Returns the status, 0 for none. */
export function injectFault(response: ServerResponse, fault: Fault): number {
  if (fault.kind === 'hang' || fault.kind === 'delay') return 0;
  WRITERS[fault.kind](response, fault);
  return response.statusCode;
}

type Writer = (response: ServerResponse, fault: Fault) => void;

const WRITERS: Readonly<Record<Exclude<Fault['kind'], 'hang' | 'delay'>, Writer>> = {
  oversize: (response) => void stream(response),
  cut: (response) => cut(response),
  status: (response, { status = 503, headers, json = { status, message: 'Injected failure' } }) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(status === 204 || status === 304 ? undefined : JSON.stringify(json));
  },
  garbage: (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"date": "2026-01-0\u0000 this is not JSON');
  },
  html: (response, { status = 401 }) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  },
  redirect: (response, { status = 302, headers }) => {
    response.writeHead(status, { Location: '/elsewhere', ...headers });
    response.end();
  },
};

/** Sends less than its Content-Length, then destroys the socket. */
function cut(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '4096' });
  response.write('[{"date":"2026-01-01","polar_user":"https', () => response.destroy());
}

async function stream(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('[');
  for (let piece = 0; piece < OVERSIZE_PIECES && !response.destroyed; piece += 1) {
    if (!response.write(piece === 0 ? PIECE : `,${PIECE}`)) await drained(response);
  }
  if (!response.destroyed) response.end(']');
}

async function drained(response: ServerResponse): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(() => undefined);
  waiting.abort();
}
