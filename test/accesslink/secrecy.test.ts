// No failure contains the token or the body of a response.
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchRecords } from '../../src/accesslink/client.ts';
import { listNights } from '../../src/accesslink/endpoints/sleep.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { failureOf, SHORT, tcpUpstream, TOKEN, upstream } from './upstream.ts';

const BODY = 'canary-body-91c2';

/** The secrets that a failure contains, in any way to print it. */
function leaksOf(failure: Error): readonly string[] {
  const views = [inspect(failure, { depth: 20, showHidden: true }), String(failure), JSON.stringify(failure)];
  const text = [...views, failure.stack, String(failure.cause), JSON.stringify(failure.cause)].join('\n');
  return [TOKEN, BODY, 'x=1'].filter((canary) => text.includes(canary));
}

describe('the failure of a request', () => {
  test.each([400, 401, 403, 429, 500, 302])('with status %i contains no token and no body', async (status) => {
    const { send } = await upstream((response) => response.writeHead(status).end(BODY));
    expect(leaksOf(await failureOf(send()))).toEqual([]);
  });

  test.each([
    ['JSON', BODY, {}],
    ['gzip', BODY, { 'Content-Encoding': 'gzip' }],
    ['JSON when unpacked', gzipSync(BODY), { 'Content-Encoding': 'gzip' }],
    ['whole', `"${BODY}`, { 'Content-Length': '4096' }],
    ['small', BODY.repeat(1000), {}],
  ])('over a body that is not %s contains no token and no body', async (_, body, headers) => {
    const settings = { maxBodyBytes: 4096, timeouts: { ...SHORT, headers: 5000 } };
    const { send } = await upstream((response) => response.writeHead(200, headers).end(body), settings);
    expect(leaksOf(await failureOf(send()))).toEqual([]);
  });

  test('over a response that is not HTTP contains no token and no body', async () => {
    const { send } = await tcpUpstream((socket) => socket.end(`${BODY}\r\n\r\n`));
    expect(leaksOf(await failureOf(send()))).toEqual([]);
  });

  test('over a closed connection contains no token', async () => {
    const { send } = await tcpUpstream((socket) => socket.destroy());
    expect(leaksOf(await failureOf(send()))).toEqual([]);
  });

  test('over a timeout contains no token', async () => {
    const { send } = await upstream(() => {}, { timeouts: SHORT });
    expect(leaksOf(await failureOf(send()))).toEqual([]);
  });

  test('over a token that HTTP cannot carry does not contain it', async () => {
    const transport = createTransport({ origin: 'http://127.0.0.1:1', clock: systemClock, timeouts: SHORT });
    expect(
      leaksOf(await failureOf(transport.send({ path: '/v3/exercises', authorization: createSecret(`${TOKEN}\n`) }))),
    ).toEqual([]);
    await transport.close();
  });

  test('over unreadable records contains no token and no body', async () => {
    const { send } = await upstream((response) => response.end(JSON.stringify({ nights: [BODY] })));
    const failure = await failureOf(fetchRecords(({ path }) => send(path), listNights(), createSecret(TOKEN)));
    expect(leaksOf(failure)).toEqual([]);
    expect(failure.message).toBe('Cannot read the answer to GET /v3/users/sleep: there is no Sleep in it');
  });
});

describe('a secret', () => {
  const secret = createSecret(TOKEN);

  test('is returned by reveal', () => {
    expect(secret.reveal()).toBe(TOKEN);
  });

  test.each([
    ['text', String(secret)],
    ['JSON', JSON.stringify({ token: secret, list: [secret] })],
    ['inspection', inspect({ token: secret }, { depth: 10 })],
    ['inspection of everything hidden', inspect(secret, { customInspect: false, showHidden: true, depth: 10 })],
    ['the cause of an error', inspect(new Error('failed', { cause: secret }), { depth: 10 })],
    ['its own entries', Object.entries(secret).join()],
  ])('is not printed by %s', (_, text) => {
    expect(text).not.toContain(TOKEN);
  });

  test('looks like a placeholder', () => {
    expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual(['[secret]', '"[secret]"', '[secret]']);
  });
});
