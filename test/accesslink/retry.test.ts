// Reads that are sent again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRetries } from '../../src/accesslink/retry.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { type CallOutcome, ended, failed, listedTransport, requestOf } from './budget/outcomes.ts';

const PASSING = failed('unavailable', { status: 502 });

function retrying(outcomes: readonly CallOutcome[]) {
  const clock = createVirtualClock();
  const retries = createRetries({ clock, random: () => 0.5 });
  const { send, sent } = listedTransport(outcomes);
  return { clock, retries, sent, call: retries.retry(send) };
}

async function settled(clock: VirtualClock, call: Promise<unknown>): Promise<string> {
  const end = ended(call);
  await clock.advance(1_000);
  return end;
}

const GOOD: readonly CallOutcome[] = Array.from({ length: 10 }, () => 'ok' as const);

describe('a read that fails for a moment', () => {
  it('is sent again once, after a pause, and said to be', async () => {
    const { clock, call, sent } = retrying([...GOOD, PASSING, 'ok']);
    for (const _ of GOOD) await call(requestOf());
    const resent: unknown[] = [];
    const end = ended(call(requestOf('a', { onResend: (failure) => resent.push(failure) })));
    await clock.advance(199);
    expect(sent).toHaveLength(11);
    await clock.advance(1);
    expect([await end, sent.length, resent]).toEqual(['ok', 12, [PASSING]]);
  });

  it('fails when it fails again', async () => {
    const { clock, call, sent } = retrying([...GOOD, ...GOOD, PASSING]);
    for (const _ of [...GOOD, ...GOOD]) await call(requestOf());
    expect([await settled(clock, call(requestOf())), sent.length]).toEqual(['unavailable', 22]);
  });

  it('is never more than a tenth of all that is sent', async () => {
    const { clock, call, sent } = retrying([PASSING]);
    for (let nth = 0; nth < 500; nth += 1) await settled(clock, call(requestOf()));
    expect(sent.length - 500).toBeLessThanOrEqual(50);
    expect(sent.length - 500).toBeGreaterThan(40);
  });

  it('is at most a tenth of the calls between any two moments, and ten, whatever fails and however long it did not', async () => {
    const outcomes = fc.array(
      fc.oneof(
        fc.record({ outcome: fc.constant<CallOutcome>('ok'), method: fc.constant('GET' as const), count: fc.nat(150) }),
        fc.record({ outcome: fc.constant(PASSING), method: fc.constantFrom('GET', 'PUT'), count: fc.nat(40) }),
        fc.record({
          outcome: fc.constant(failed('rate-limited')),
          method: fc.constant('GET' as const),
          count: fc.nat(9),
        }),
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(outcomes, async (runs) => {
        const clock = createVirtualClock();
        /** For each call whether it was sent again. */
        const resent: number[] = [];
        const retries = createRetries({ clock, random: () => 0 });
        for (const { outcome, method, count } of runs)
          for (let nth = 0; nth < count; nth += 1) {
            const { send, sent } = listedTransport([outcome]);
            await settled(clock, retries.retry(send)(requestOf('a', { method })));
            resent.push(sent.length - 1);
            expect(sent.length).toBeLessThanOrEqual(outcome === PASSING && method === 'GET' ? 2 : 1);
          }
        // The most in any stretch, beyond a tenth of its calls.
        let [worst, here] = [0, 0];
        for (const again of resent) {
          here = Math.max(0, here + again - 0.1);
          worst = Math.max(worst, here);
        }
        expect(worst).toBeLessThanOrEqual(10);
      }),
      { numRuns: 40 },
    );
  });

  it('has to make do with fewer when the transport has sent others again itself', async () => {
    const { clock, call, sent, retries } = retrying([...GOOD, PASSING]);
    for (const _ of GOOD) await call(requestOf());
    retries.countResent();
    await settled(clock, call(requestOf()));
    expect(sent).toHaveLength(11);
  });
});

describe('what is not sent again', () => {
  it.each([
    ['a 429', failed('rate-limited', { status: 429 })],
    ['a time limit', failed('timeout')],
    ['500, which is no passing failure', failed('unavailable', { status: 500 })],
    ['503 that says how long to wait', failed('unavailable', { status: 503, retryAfterSeconds: 30 })],
    ['a server that accepts no connection', failed('unavailable', { cause: { code: 'ECONNREFUSED' } })],
    ['a call that was not sent', failed('unavailable', { status: 503, isSent: false })],
    ['a refused token', failed('unauthorized', { status: 401 })],
  ])('%s', async (_, failure) => {
    const { clock, call, sent } = retrying([...GOOD, failure]);
    for (const _good of GOOD) await call(requestOf());
    await settled(clock, call(requestOf()));
    expect(sent).toHaveLength(11);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('a %s', async (method) => {
    const { clock, call, sent } = retrying([...GOOD, PASSING]);
    for (const _ of GOOD) await call(requestOf());
    await settled(clock, call(requestOf('a', { method })));
    expect(sent).toHaveLength(11);
  });
});

it('A broken connection is a reason to send a read again', async () => {
  const { clock, call, sent } = retrying([...GOOD, failed('unavailable', { cause: { code: 'ECONNRESET' } }), 'ok']);
  for (const _ of GOOD) await call(requestOf());
  expect([await settled(clock, call(requestOf())), sent.length]).toEqual(['ok', 12]);
});
