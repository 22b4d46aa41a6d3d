// What each status of a response means to the caller.
import { describe, expect, test } from 'vitest';
import type { RateLimit } from '../../src/accesslink/rate-limit.ts';
import { systemClock } from '../../src/system-clock.ts';
import { failureOf, upstream } from './upstream.ts';

const RATE_HEADERS = { 'RateLimit-Usage': '521, 900', 'RateLimit-Limit': '520, 5100', 'RateLimit-Reset': '347, 80000' };

describe('a response', () => {
  test('with 200 is its JSON and its size', async () => {
    const { send } = await upstream((response) => response.end('{"nights":[]}'));
    expect(await send()).toEqual({ status: 200, body: { nights: [] }, bytes: 13 });
  });

  test('with 200 and no body is nothing', async () => {
    const { send } = await upstream((response) => response.end());
    expect(await send()).toEqual({ status: 200, body: undefined, bytes: 0 });
  });

  test.each([204, 404])('with %i is nothing, whatever its body', async (status) => {
    const { send } = await upstream((response) => {
      response.writeHead(status);
      response.end(status === 404 ? '{"message":"not found"}' : undefined);
    });
    expect(await send()).toEqual({ status, body: undefined, bytes: 0 });
  });

  test.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
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
    expect(failure).toMatchObject({ code, status, retryAfterSeconds: null });
    expect(failure.message).toBe(`AccessLink answered GET /v3/users/sleep with ${status}`);
  });

  test('with an error status is not awaited to the end of its body', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(401);
      response.write('<html>');
    });
    expect(await failureOf(send())).toMatchObject({ code: 'unauthorized' });
  });
});

describe('a redirect', () => {
  test('is not followed, neither here nor to another host', async () => {
    const other = await upstream((response) => response.end('[]'));
    const { send, seen } = await upstream((response) => response.writeHead(302, { Location: other.origin }).end());
    await failureOf(send());
    expect([seen.length, other.seen.length]).toEqual([1, 0]);
  });
});

describe('the rate limit', () => {
  test('after a 429 is the time until the exhausted window resets', async () => {
    const { send } = await upstream((response) => response.writeHead(429, RATE_HEADERS).end());
    expect(await failureOf(send())).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 347 });
  });

  test('is no reason to wait after another failure', async () => {
    const { send } = await upstream((response) => response.writeHead(403, RATE_HEADERS).end());
    expect(await failureOf(send())).toMatchObject({ code: 'forbidden', retryAfterSeconds: null });
  });

  test('is reported of every response that carries it', async () => {
    const reported: RateLimit[] = [];
    const settings = {
      onRateLimit: (rateLimit: RateLimit) => reported.push(rateLimit),
      clock: { ...systemClock, now: () => 1000 },
    };
    const { send } = await upstream((response) => response.writeHead(204, RATE_HEADERS).end(), settings);
    await send();
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
