// Calls of the store: in time, counted, and skipped after failures.
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import { createGuard } from '../../src/store/guard.ts';
import { systemClock } from '../../src/system-clock.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const LIMITS = {
  'part.read': { milliseconds: 500, breaker: 'reads' },
  'part.count': { milliseconds: 500, breaker: 'reads' },
  'part.write': { milliseconds: 5_000 },
} as const;

/** Guarded methods that behave as `answer` says, and how often they were called. */
function guarded() {
  const clock = createVirtualClock();
  const part = { calls: 0, answer: (): Promise<string> => Promise.resolve('found') };
  const call = () => {
    part.calls += 1;
    return part.answer();
  };
  const methods = createGuard({ clock, limits: LIMITS }).guard('part', { read: call, count: call, write: call });
  return { clock, part, ...methods };
}

const hang = () => new Promise<string>(() => {});
const fail = () => Promise.reject(new StoreError('unavailable', 'gone'));
/** How a call has ended by now. */
async function outcomeOf(call: Promise<string>): Promise<string> {
  const ended = call.then(
    (value) => value,
    (failure: Error) => failure.message,
  );
  return Promise.race([ended, new Promise<string>((resolve) => process.nextTick(() => resolve('waiting')))]);
}

describe('a guard', () => {
  it('waits for every call, whether it succeeds or not', async () => {
    const { guard, settled } = createGuard({ clock: systemClock, limits: {} });
    let done = 0;
    const { slow, bad, now } = guard('part', {
      slow: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        done += 1;
      },
      bad: () => Promise.reject(new Error('no')),
      now: (): Promise<void> => {
        throw new TypeError('no');
      },
    });
    const calls = Promise.allSettled([slow(), bad(), now()]);
    await settled();
    expect(done).toBe(1);
    expect((await calls).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(now()).rejects.toThrow('Cannot do part.now');
  });
});

describe('a call with a time limit', () => {
  it('is rejected when it is over, and not before', async () => {
    const { clock, part, write } = guarded();
    part.answer = hang;
    const call = write();
    await clock.advance(4_999);
    expect(await outcomeOf(call)).toBe('waiting');
    await clock.advance(100);
    await expect(call).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    expect(clock.pending()).toBe(0);
  });

  it('leaves no timer behind when it succeeds', async () => {
    const { clock, read } = guarded();
    expect(await read()).toBe('found');
    expect(clock.pending()).toBe(0);
  });
});

describe('a breaker', () => {
  it('skips the calls of all its methods after two failures in a row, and lets one find out every five seconds', async () => {
    const { clock, part, read, count } = guarded();
    part.answer = fail;
    await Promise.allSettled([read(), count()]);
    await Promise.allSettled([read(), count(), read()]);
    expect(part.calls).toBe(2);
    await clock.advance(5_000);
    part.answer = hang;
    const probe = read();
    expect(await outcomeOf(count())).toMatch(/asked again in a moment/);
    await clock.advance(600);
    await expect(probe).rejects.toMatchObject({ code: 'unavailable' });
    expect(part.calls).toBe(3);
    await clock.advance(4_000);
    expect(await outcomeOf(count())).toMatch(/asked again in a moment/);
    await clock.advance(1_000);
    part.answer = () => Promise.resolve('back');
    expect([await read(), await count()]).toEqual(['back', 'back']);
  });

  it('is opened by two that hang, so that nobody waits any more', async () => {
    const { clock, part, read } = guarded();
    part.answer = hang;
    const calls = Promise.allSettled([read(), read()]);
    await clock.advance(600);
    await calls;
    expect(await outcomeOf(read())).toMatch(/asked again in a moment/);
    expect(part.calls).toBe(2);
  });

  it('counts no failure of what was asked, and no failure before a success', async () => {
    const { part, read } = guarded();
    for (let times = 0; times < 5; times += 1) {
      part.answer = () => Promise.reject(new StoreError('invalid', 'no'));
      await expect(read()).rejects.toMatchObject({ code: 'invalid' });
      part.answer = fail;
      await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(part.calls).toBe(10);
  });

  it('is none of methods without one: each call is made', async () => {
    const { part, write } = guarded();
    part.answer = fail;
    for (let times = 0; times < 5; times += 1) await expect(write()).rejects.toMatchObject({ code: 'unavailable' });
    expect(part.calls).toBe(5);
  });
});
