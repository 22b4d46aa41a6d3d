// The breaker before an upstream that fails again and again.
import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../src/accesslink/breaker.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { type CallOutcome, ended, failed, listedTransport, requestOf } from './budget/outcomes.ts';

const DOWN = failed('unavailable', { status: 503 });

function protectedBy(outcomes: readonly CallOutcome[]) {
  const clock = createVirtualClock();
  const breaker = createBreaker({ clock, random: () => 0.5 });
  const { send, sent } = listedTransport(outcomes);
  const call = breaker.protect(send);
  const calls = async (count: number, ...paths: readonly string[]) => {
    for (let nth = 0; nth < count; nth += 1) {
      const path = paths[nth % paths.length];
      await ended(call(requestOf('a', path === undefined ? {} : { path })));
    }
  };
  return { clock, breaker, call, calls, sent };
}

describe('a breaker', () => {
  it('makes a handful of calls of a hundred during an outage', async () => {
    const { calls, sent } = protectedBy([DOWN]);
    await calls(100);
    expect(sent).toHaveLength(5);
  });

  it('fails with what the upstream said last, and the seconds until it is tried again', async () => {
    const upstream = { status: 503, errorType: 'ServiceFailure', message: 'Down', correlationId: null };
    const { calls, call } = protectedBy([failed('unavailable', { status: 503, upstream })]);
    await calls(5);
    const failure: unknown = await call(requestOf()).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'unavailable', isSent: false, retryAfterSeconds: 2, status: 503, upstream });
    expect(failure).toMatchObject({ label: 'GET /v3/users/sleep' });
  });

  it('tries one call of many when its pause is over, and waits twice as long when that fails', async () => {
    const { clock, call, calls, sent, breaker } = protectedBy([DOWN]);
    await calls(5);
    await clock.advance(2_000);
    await Promise.all(Array.from({ length: 20 }, () => ended(call(requestOf()))));
    expect([sent.length, breaker.waitMs()]).toEqual([6, 4_000]);
    await clock.advance(3_999);
    await calls(1);
    expect(sent).toHaveLength(6);
    await clock.advance(1);
    await calls(1);
    expect(sent).toHaveLength(7);
  });

  it('of one route that fails leaves the others alone, and of three it does not', async () => {
    const { calls, sent } = protectedBy([DOWN, DOWN, DOWN, DOWN, DOWN, 'ok', DOWN]);
    await calls(5, '/v3/users/sleep');
    await calls(1, '/v3/exercises');
    expect(sent).toHaveLength(6);
    await calls(30, '/v3/exercises', '/v3/users/activities', '/v3/users/cardio-load');
    expect(sent).toHaveLength(11);
  });

  it('is opened for all routes by requests of one that get no answer at all', async () => {
    const { calls, sent } = protectedBy([failed('timeout')]);
    await calls(5, '/v3/users/sleep');
    await calls(5, '/v3/exercises');
    expect(sent).toHaveLength(5);
  });

  it('never waits longer than about a minute', async () => {
    const { clock, calls, breaker } = protectedBy([DOWN]);
    await calls(5);
    for (let trial = 0; trial < 20; trial += 1) {
      await clock.advance(breaker.waitMs());
      await calls(1);
    }
    expect(breaker.waitMs()).toBe(60_000);
  });

  it('lets all calls through as soon as one has succeeded', async () => {
    const { clock, calls, sent, breaker } = protectedBy([DOWN, DOWN, DOWN, DOWN, failed('timeout'), 'ok']);
    await calls(5);
    await clock.advance(2_000);
    await calls(10);
    expect([sent.length, breaker.waitMs()]).toEqual([15, 0]);
  });

  it.each(['unauthorized', 'forbidden', 'refused', 'rate-limited', 'conflict', 'invalid'] as const)(
    'is not opened by answers of the kind %s, which show that the upstream is there',
    async (code) => {
      const own = failed(code);
      const { calls, sent } = protectedBy([DOWN, DOWN, DOWN, DOWN, own, DOWN, DOWN, DOWN, DOWN, own]);
      await calls(50);
      expect(sent).toHaveLength(50);
    },
  );
});
