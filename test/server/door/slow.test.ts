// Clients that are slow or silent: each is given up after a while, and holds no more than its share until then.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { LISTEN_DEFAULTS } from '../../../src/server/listen.ts';
import { headOf, open, raw, received, statusOf } from './raw.ts';
import { serveStub, textAnswer } from './stub-app.ts';

const BIG = 'x'.repeat(20_000_000);
const GET = headOf('GET /big', { Connection: 'keep-alive' });
const small = async () => textAnswer('{}');
const big = async () => textAnswer(BIG);

/** A client that sends a request and reads nothing of the answer. */
function mute(url: string) {
  const socket = open(url, GET);
  socket.pause();
  return socket;
}

describe('a request', () => {
  it('has ten seconds for its head, twenty in all, and thirty for an answer that is not read', () => {
    expect(LISTEN_DEFAULTS).toMatchObject({ headersMs: 10_000, requestMs: 20_000, unreadMs: 30_000 });
  });

  it.each([
    ['never begins', ''],
    ['does not end its head', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['does not end its body', `${headOf('POST /graphql', { 'Content-Length': '10' })}12345`],
  ])('that %s is answered with 408 at the next sweep', async (_, text) => {
    const { url } = await serveStub({
      fetch: async (request) => textAnswer(await request.text()),
      headersMs: 100,
      requestMs: 100,
    });
    const began = performance.now();
    expect(statusOf(await raw(url, text))).toBe(408);
    // Sweeps are a second apart. Node's own default is half a minute.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('a body', () => {
  const chunked = headOf('POST /x', { 'Transfer-Encoding': 'chunked' });
  const chunkOf = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`;

  it('is read to 100 000 bytes where no guard has looked at it, and ends its connection with one more', async () => {
    const lengths: number[] = [];
    const fetch = async (request: Request) => {
      lengths.push((await request.text()).length);
      return textAnswer('{}');
    };
    const { url } = await serveStub({ fetch, isUnguarded: true });
    expect(statusOf(await raw(url, `${chunked}${chunkOf(100_000)}0\r\n\r\n`))).toBe(200);
    expect(await raw(url, `${chunked}${chunkOf(100_000)}${chunkOf(1)}0\r\n\r\n`)).toBe('');
    expect(lengths).toEqual([100_000]);
  });
});

describe('an answer that is not read', () => {
  it.each([
    ['a text', big],
    ['a stream', async () => new Response(new Blob([BIG]).stream())],
  ])('as %s is dropped when its client takes no byte for a while', async (_, fetch) => {
    const { url, app } = await serveStub({ fetch, unreadMs: 200, unsent: { perPerson: 1_000, inAll: 1e9 } });
    mute(url);
    const fits = () => app.unsent.fits('127.0.0.1', 100_000);
    await expect.poll(fits, { timeout: 20_000 }).toBe(false);
    await expect.poll(fits, { timeout: 20_000 }).toBe(true);
  });

  it('counts until it is read, and whoever has too much unread is told so in a short answer', async () => {
    const { url } = await serveStub({
      fetch: async (request) => (request.url.endsWith('/big') ? big() : small()),
      unsent: { perPerson: 16_000_000, inAll: 1e9 },
    });
    const silent = mute(url);
    await once(silent, 'readable');
    const rejected = await raw(url, headOf('GET /big'));
    expect(rejected).toMatch(/^HTTP\/1\.1 429 [^]*"code":"RATE_LIMITED"/);
    expect(rejected.length).toBeLessThan(2_000);
    expect(statusOf(await raw(url, headOf('GET /small')))).toBe(200);
    expect((await received(silent.resume().end())).length).toBeGreaterThan(BIG.length);
    expect((await raw(url, headOf('GET /big'))).length).toBeGreaterThan(BIG.length);
  });
});
