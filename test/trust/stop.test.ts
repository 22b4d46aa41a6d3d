// The end of the server while its clients do everything to hold it up.
import { once } from 'node:events';
import { LISTEN_DEFAULTS } from '../../src/server/listen.ts';
import { headOf, open } from '../server/door/raw.ts';
import { serveStub, textAnswer } from '../server/door/stub-app.ts';
import { bar, type Measurement } from './support/bar.ts';

const PROMISED_MS = 10_000;
/** In the place of the real deadline. */
const DEADLINE_MS = 300;
const PATIENCE_MS = 20_000;
const [CONTROL_DEADLINE_MS, CONTROL_PATIENCE_MS] = [2_500, 1_000];
const KEEP = { 'Content-Type': 'application/json', Connection: 'keep-alive' };
const BIG = 'x'.repeat(20_000_000);

/** Clients that wait, that are slow, that read nothing; each is connected when it resolves. */
async function connectHolders(url: string): Promise<number> {
  const sockets = [
    open(url, headOf('GET /waits', KEEP)),
    open(url, `${headOf('POST /reads', { ...KEEP, 'Content-Length': '100' })}{`),
    open(url, headOf('GET /big', KEEP)).pause(),
    open(url, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '),
    open(url),
  ];
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets.length;
}

async function measure(deadlineMs: number, patienceMs: number): Promise<Measurement> {
  const server = await serveStub({
    fetch: async (request) => {
      if (request.url.endsWith('/big')) return textAnswer(BIG);
      return request.method === 'POST' ? textAnswer(await request.text()) : new Promise(() => {});
    },
    idleMs: 60_000,
    deadlineMs,
  });
  const holders = await connectHolders(server.url);
  const began = performance.now();
  const hasEnded = await Promise.race([
    server.close().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs)),
  ]);
  const took = Math.round(performance.now() - began);
  const breaches = hasEnded ? [] : [`it has not ended after ${took} ms`];
  if (LISTEN_DEFAULTS.deadlineMs >= PROMISED_MS) breaches.push('its deadline is later than promised');
  const figure = `${holders} clients that hold it up, a deadline of ${deadlineMs} ms: ${hasEnded ? 'ended' : 'not ended'} after ${took} ms`;
  return { figure, breaches };
}

bar('stop', {
  measure: () => measure(DEADLINE_MS, PATIENCE_MS),
  control: () => measure(CONTROL_DEADLINE_MS, CONTROL_PATIENCE_MS),
});
