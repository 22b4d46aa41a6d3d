// What each status of a response means to the caller.
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RateLimit } from '../../src/accesslink/rate-limit.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { failureOf, upstream } from './upstream.ts';

const RATE_HEADERS = { 'RateLimit-Usage': '521, 900', 'RateLimit-Limit': '520, 5100', 'RateLimit-Reset': '347, 80000' };

describe('a response', () => {
  test('with 200 is its JSON and its size', async () => {
    const { send } = await upstream((response) => response.end('{"nights":[]}'));
    expect(await send()).toEqual({ status: 200, body: { nights: [] } });
  });

  test('with 200 and no body is a failure of a read, and the success of a change', async () => {
    const { send } = await upstream((response) => response.end());
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ code: 'invalid', status: 200, problem: 'empty-body' });
    expect(await send('/v3/webhooks/activate', 'POST')).toEqual({ status: 200, body: undefined });
  });

  test.each([
    [204, undefined, 'application/json'],
    [404, undefined, 'application/json'],
    [404, undefined, 'text/html'],
    [404, '{"message":"not found"}', 'application/json'],
    [404, '{"message":"not found"}', 'text/html'],
    [404, 'Not found', 'text/plain'],
  ])('with %i and the body %j as %s is nothing', async (status, body, type) => {
    const { send } = await upstream((response) => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(body);
    });
    expect(await send()).toEqual({ status, body: undefined });
  });

  test.each([
    ['declared as one', '<html><body>No such page</body></html>', { 'Content-Type': 'text/html' }],
    ['not declared as one', '\n <!DOCTYPE html><title>404</title>', {}],
    ['declared as JSON', '\uFEFF<html>', { 'Content-Type': 'application/json' }],
    ['text declared as one', 'no Route matched', { 'Content-Type': 'text/html; charset=utf-8' }],
    ['packed', gzipSync('<html>'), { 'Content-Encoding': 'gzip' }],
    ['packed in an unknown way', '\u0000', { 'Content-Encoding': 'br', 'Content-Type': 'text/html' }],
    ['long', `<html>${'x'.repeat(200_000)}</html>`, {}],
  ])('with 404 and an HTML page, %s, is a failure and not nothing', async (_, body, headers) => {
    const { send } = await upstream((response) => response.writeHead(404, headers).end(body));
    expect(await failureOf(send())).toMatchObject({ code: 'invalid', status: 404, problem: 'html-page' });
  });

  test.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
    [408, 'timeout'],
    [409, 'conflict'],
    [422, 'refused'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [302, 'invalid'],
    [418, 'invalid'],
  ])('with %i is a failure "%s", though its body is a page in an encoding of its own', async (status, code) => {
    const { send } = await upstream((response) => {
      response.writeHead(status, { 'Content-Type': 'text/html', 'Content-Encoding': 'br' });
      response.end('<html>Sorry</html>');
    });
    const failure = await failureOf(send());
    const retryAfterSeconds = status === 429 ? 900 : null;
    expect(failure).toMatchObject({ code, status, retryAfterSeconds, label: 'GET /v3/users/sleep' });
    expect(failure.message).toBe(`AccessLink answered GET /v3/users/sleep with ${status}`);
  });

  test.each([
    [500, 'unavailable', 'html-page'],
    [503, 'unavailable', 'html-page'],
    [418, 'invalid', 'html-page'],
    [400, 'refused', null],
    [401, 'unauthorized', null],
    [429, 'rate-limited', null],
  ])('with %i and a page is "%s" still, with the problem %j', async (status, code, problem) => {
    const { send } = await upstream((response) => response.writeHead(status).end('<title>Service break</title>'));
    expect(await failureOf(send())).toMatchObject({ code, problem, upstream: { status, message: 'Service break' } });
  });

  test('with 404 and XML is nothing, since XML is no page', async () => {
    const { send } = await upstream((response) => response.writeHead(404).end('<?xml version="1.0"?><error/>'));
    expect(await send()).toEqual({ status: 404, body: undefined });
  });

  test('with an error status is not awaited to the end of its body', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(401);
      response.write('<html>');
    });
    expect(await failureOf(send())).toMatchObject({ code: 'unauthorized' });
  });

  test('with an error status and no byte of a body is not awaited for ever', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(500);
      response.flushHeaders();
    });
    const upstreamReason = { status: 500, errorType: null, message: null, correlationId: null };
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable', upstream: upstreamReason });
  });

  test.each([
    [401, 'client-rejected'],
    [403, 'refused'],
  ])('with %i to the id and secret of the client is about no user: %s', async (status, code) => {
    const { origin } = await upstream((response) => response.writeHead(status).end());
    const transport = createTransport({ origin, clock: systemClock });
    onTestFinished(() => transport.close());
    const authorization = createSecret(`Basic ${btoa('id:secret')}`);
    expect(await failureOf(transport.send({ path: '/v3/webhooks', authorization }))).toMatchObject({
      code,
    });
  });
});

describe('a redirect', () => {
  test('is not followed, neither here nor to another host', async () => {
    const other = await upstream((response) => response.end('[]'));
    const { send, seen } = await upstream((response) => response.writeHead(302, { Location: other.origin }).end());
    await failureOf(send());
    expect([seen.length, other.seen.length]).toEqual([1, 0]);
  });

  test.each([
    [301, 'https://www.polaraccesslink.com/v3/users?token=canary', 'www.polaraccesslink.com'],
    [302, '/elsewhere', null],
    [303, 'https://user:canary@other.example:8443/x#canary', 'other.example:8443'],
    [307, 'not an address', null],
    [308, undefined, null],
    [307, '//www.polaraccesslink.com/?canary', 'www.polaraccesslink.com'],
  ])('with %i to %s names the host and nothing else of the address', async (status, location, redirectHost) => {
    const headers = location === undefined ? {} : { Location: location };
    const { send } = await upstream((response) => response.writeHead(status, headers).end());
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ code: 'invalid', status, problem: 'redirect', redirectHost });
    expect(inspect(failure, { depth: 9 })).not.toContain('canary');
  });
});

describe('the rate limit', () => {
  test('after a 429 is the time until the exhausted window resets', async () => {
    const { send } = await upstream((response) => response.writeHead(429, RATE_HEADERS).end());
    expect(await failureOf(send())).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 347 });
  });

  test.each([
    ['stated in seconds', 840, { status: 429, headers: { 'Retry-After': '840' } }],
    ['stated, whatever the windows say', 12, { status: 429, headers: { ...RATE_HEADERS, 'Retry-After': '12' } }],
    ['not stated', 900, { status: 429, headers: {} }],
    ['stated by an unavailable server', 30, { status: 503, headers: { 'Retry-After': '30' } }],
    ['not stated by an unavailable server', null, { status: 503, headers: RATE_HEADERS }],
  ])('%s is a wait of %j seconds', async (_, retryAfterSeconds, { status, headers }) => {
    const { send } = await upstream((response) => response.writeHead(status, headers).end());
    expect(await failureOf(send())).toMatchObject({ status, retryAfterSeconds });
  });

  test('is no reason to wait after another failure', async () => {
    const { send } = await upstream((response) => response.writeHead(403, RATE_HEADERS).end());
    expect(await failureOf(send())).toMatchObject({ code: 'forbidden', retryAfterSeconds: null });
  });

  test('is reported of every response that carries it', async () => {
    const reported: RateLimit[] = [];
    const settings = { clock: { ...systemClock, now: () => 1000 } };
    const { transport } = await upstream((response) => response.writeHead(204, RATE_HEADERS).end(), settings);
    const onRateLimit = (rateLimit: RateLimit) => void reported.push(rateLimit);
    await transport.send({ path: '/v3/users/sleep', authorization: createSecret('Bearer a'), onRateLimit });
    expect(reported).toEqual([
      { short: { used: 521, limit: 520, resetsAt: 348_000 }, long: { used: 900, limit: 5100, resetsAt: 80_001_000 } },
    ]);
  });
});

describe('a request', () => {
  test('carries the token, asks for JSON, and accepts gzip alone', async () => {
    const { send, seen } = await upstream((response) => response.end('[]'));
    await send('/v3/exercises?samples=true');
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/v3/exercises?samples=true' });
    expect(seen[0]?.headers).toMatchObject({
      accept: 'application/json',
      'accept-encoding': 'gzip',
      authorization: 'Bearer canary-token-7f3a',
    });
  });
});
