// An answer in pieces on its way to the socket: as they are made, no more than may be unread, and none for who has gone.
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendAnswer } from '../../../src/server/http/send-response.ts';
import { createUnsentBytes } from '../../../src/server/http/unsent-bytes.ts';

const PIECE = Buffer.alloc(100_000, 'x');
const PER_PERSON = 4_000_000;
/** What the system takes off both ends of a connection, at most. */
const BUFFERED = 16_000_000;

/** So many pieces, counted as they are made, and whether they were given up. */
function createBody(count: number) {
  const seen = { made: 0, hasEnded: false };
  const body = (async function* () {
    try {
      while (seen.made < count) {
        seen.made += 1;
        yield PIECE;
      }
    } finally {
      seen.hasEnded = true;
    }
  })();
  return { seen, body };
}

async function serve(body: AsyncIterable<Buffer>, unreadMs: number) {
  const unsent = createUnsentBytes({ perPerson: PER_PERSON, inAll: 1e9 });
  const server = createServer((_, outgoing) => {
    const answer = { status: 200, headers: { 'content-type': 'application/json' }, body, person: 'a' };
    void sendAnswer(answer, outgoing, { person: 'a', unsent, unreadMs, headers: {} });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1' });
  request.on('error', () => {});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  return { request, response };
}

describe('an answer in pieces', () => {
  it('comes whole, without a length that was known before', async () => {
    const { seen, body } = createBody(300);
    const { response } = await serve(body, 30_000);
    let length = 0;
    for await (const chunk of response) length += (chunk as Buffer).length;
    expect([length, seen]).toEqual([30_000_000, { made: 300, hasEnded: true }]);
    expect(response.headers).toMatchObject({ 'transfer-encoding': 'chunked', 'content-type': 'application/json' });
  });

  it('is made no further than a person may have unread, and given up when nothing is read', async () => {
    const { seen, body } = createBody(10_000);
    await serve(body, 300);
    await expect.poll(() => seen.hasEnded, { timeout: 10_000 }).toBe(true);
    expect(seen.made * PIECE.length).toBeLessThan(PER_PERSON + BUFFERED);
  });

  it('is given up when its client goes', async () => {
    const { seen, body } = createBody(10_000);
    const { request } = await serve(body, 30_000);
    request.destroy();
    await expect.poll(() => seen.hasEnded, { timeout: 10_000 }).toBe(true);
    expect(seen.made * PIECE.length).toBeLessThan(PER_PERSON + BUFFERED);
  });
});
