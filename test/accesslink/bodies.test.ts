// Bodies that are too large, compressed, truncated, or no JSON.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failureOf, tcpUpstream, until, upstream } from './upstream.ts';

const LIMIT = { maxBodyBytes: 10_000 };

describe('a compressed body', () => {
  test.each(['gzip', 'x-gzip', 'GZIP'])('is decompressed when it is encoded as %s', async (encoding) => {
    const { send } = await upstream((response) => {
      response.writeHead(200, { 'Content-Encoding': encoding });
      response.end(gzipSync('[{"date":"2026-11-22"}]'));
    });
    expect(await send()).toEqual({ status: 200, body: [{ date: '2026-11-22' }] });
  });

  test('is rejected when it is larger than the limit after decompression', async () => {
    const bomb = gzipSync(`"${'x'.repeat(5_000_000)}"`);
    expect(bomb.length).toBeLessThan(LIMIT.maxBodyBytes);
    const { send } = await upstream((response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(bomb);
    }, LIMIT);
    expect(await failureOf(send())).toMatchObject({ code: 'invalid', status: 200, problem: 'too-large' });
  });

  test('is rejected in an encoding that was not accepted', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(200, { 'Content-Encoding': 'br' });
      response.end(brotliCompressSync('[]'));
    });
    const failure = await failureOf(send());
    expect([failure.code, failure.message]).toEqual([
      'invalid',
      'Cannot read the answer to GET /v3/users/sleep: it is encoded as br',
    ]);
  });

  test('is rejected when it is truncated', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(gzipSync('[1,2,3]').subarray(0, 15));
    });
    expect(await failureOf(send())).toMatchObject({ code: 'invalid', status: 200 });
  });

  test.each([
    ['declared and not compressed', Buffer.from('[1,2,3]'), { 'Content-Encoding': 'gzip' }],
    ['compressed and not declared', gzipSync('[1,2,3]'), {}],
  ])('is read by its first bytes when it is %s', async (_, body, headers) => {
    const { send } = await upstream((response) => response.writeHead(200, headers).end(body));
    expect((await send()).body).toEqual([1, 2, 3]);
  });
});

describe('a body', () => {
  test('of exactly the limit is accepted', async () => {
    const { send } = await upstream((response) => response.end(`"${'x'.repeat(LIMIT.maxBodyBytes - 2)}"`), LIMIT);
    expect((await send()).body).toHaveLength(LIMIT.maxBodyBytes - 2);
  });

  test('beyond the limit is rejected, and its connection is closed', async () => {
    const { send, connections } = await upstream((response) => {
      response.write('x'.repeat(LIMIT.maxBodyBytes + 1));
    }, LIMIT);
    expect(await failureOf(send())).toMatchObject({ code: 'invalid', status: 200, problem: 'too-large' });
    await until(() => connections().open === 0);
  });

  test.each([
    ['{"date": "2026-01-0', null, 'it is not JSON'],
    ['NaN', null, 'it is not JSON'],
    [' ', null, 'it is not JSON'],
    ['<html></html>', 'html-page', 'it is an HTML page'],
    ['\n<!doctype html>', 'html-page', 'it is an HTML page'],
  ])('is rejected when it is %j', async (body, problem, why) => {
    const { send } = await upstream((response) => response.end(body));
    const failure = await failureOf(send());
    const message = `Cannot read the answer to GET /v3/users/sleep: ${why}`;
    expect(failure).toMatchObject({ code: 'invalid', problem, message, status: 200 });
  });

  test.each([
    ['after a byte order mark', Buffer.from('\uFEFF["ä"]'), 'application/json'],
    ['in Latin 1', Buffer.from('["ä"]', 'latin1'), 'application/json; charset=iso-8859-1'],
    ['in UTF-16', Buffer.from('["ä"]', 'utf16le'), 'application/json; charset="utf-16le"'],
    ['in a character set that there is none of', Buffer.from('["ä"]'), 'application/json; charset=x'],
  ])('is read %s', async (_, body, type) => {
    const { send } = await upstream((response) => response.writeHead(200, { 'Content-Type': type }).end(body));
    expect((await send()).body).toEqual(['ä']);
  });

  test('is read although a number in it is none that JSON has', async () => {
    const { send } = await upstream((response) => response.end('{"a": NaN, "b": [-Infinity, 1], "NaN": "\\"NaN"}'));
    expect((await send()).body).toEqual({ a: 'NaN', b: ['-Infinity', 1], NaN: '"NaN' });
  });

  test('is JSON when it is JSON, whatever its Content-Type says', async () => {
    const { send } = await upstream((response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('[1]'));
    expect(await send()).toMatchObject({ body: [1] });
  });

  test('that ends early means that AccessLink is unavailable', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(200, { 'Content-Length': '4096' });
      response.write('[{"date":', () => response.destroy());
    });
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
  });

  test('keeps all digits of an id of 64 bits', async () => {
    const { send } = await upstream((response) => response.end('{"polar-user-id": 9223372036854775807}'));
    expect(await send()).toMatchObject({ body: { 'polar-user-id': '9223372036854775807' } });
  });
});

describe('a response that is not HTTP', () => {
  test('is a failure with the code "invalid"', async () => {
    const { send } = await tcpUpstream((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'));
    expect(await failureOf(send())).toMatchObject({ code: 'invalid' });
  });
});
