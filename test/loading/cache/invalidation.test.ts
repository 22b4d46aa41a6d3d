// Invalidations go to the store, to this process and to the others, in that order, and come from the others.
import { describe, expect, it } from 'vitest';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import { createInvalidation } from '../../../src/loading/cache/invalidation.ts';
import type { InvalidationSignal, ReceivedSignal } from '../../../src/store/contract/signals.ts';

const RECORD = { polarUserId: '1', resource: 'sleep', key: 'monday' };

function world() {
  const clock = createInvalidationClock();
  const before = clock.version();
  const done: string[] = [];
  const sent: InvalidationSignal[] = [];
  let hear: (heard: ReceivedSignal) => void = () => {};
  const note = (key: string) =>
    done.push(`${key}, ${clock.isCurrent(RECORD, before) ? 'current' : 'invalidated'} here`);
  const records = {
    invalidate: async (signal: InvalidationSignal) => {
      note('store');
      sent.push(signal);
    },
  };
  const signals = {
    listen: (listener: typeof hear) => {
      hear = listener;
      return () => void (hear = () => {});
    },
  };
  const invalidation = createInvalidation({
    store: { records, signals } as never,
    clock,
    flushed: async () => void note('flushed'),
  });
  return { clock, before, done, sent, invalidation, hear: (heard: ReceivedSignal) => hear(heard) };
}

describe('an invalidation', () => {
  it('waits until records are in the store, then is one transaction and signal of the store, then one here', async () => {
    const { invalidation, done, sent, clock, before } = world();
    await invalidation.invalidate('1', [{ resource: 'sleep', keys: ['monday'] }]);
    expect(done).toEqual(['flushed, current here', 'store, current here']);
    expect(clock.isCurrent(RECORD, before)).toBe(false);
    expect(sent).toMatchObject([{ polarUserId: '1', records: [{ resource: 'sleep', keys: ['monday'] }] }]);
  });

  it('that comes back as a signal invalidates nothing that was read since', async () => {
    const { invalidation, clock, sent, hear } = world();
    await invalidation.invalidate('1', [{ resource: 'sleep', keys: ['monday'] }]);
    const since = clock.version();
    for (const signal of sent) hear({ type: 'invalidate', ...signal });
    expect(clock.isCurrent(RECORD, since)).toBe(true);
  });

  it('of another process is one here', () => {
    const { clock, before, hear } = world();
    hear({ type: 'invalidate', polarUserId: '1', records: [{ resource: 'sleep', keys: null }], sender: 'another' });
    expect(clock.isCurrent(RECORD, before)).toBe(false);
  });

  it('that may have been missed is one of everything', () => {
    const { clock, before, hear } = world();
    hear({ type: 'missed' });
    expect(clock.isCurrent(RECORD, before)).toBe(false);
  });

  it('of another process has no effect any more after the end', () => {
    const { clock, before, hear, invalidation } = world();
    invalidation.close();
    hear({ type: 'missed' });
    expect(clock.isCurrent(RECORD, before)).toBe(true);
  });
});
