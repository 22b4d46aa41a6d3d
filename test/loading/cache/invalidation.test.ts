// Invalidations go to the store, to this process and to the others, in that order, and come from the others.
import { describe, expect, it } from 'vitest';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import { createInvalidation } from '../../../src/loading/cache/invalidation.ts';
import type { ReceivedSignal, Signal } from '../../../src/store/contract/signals.ts';

const RECORD = { polarUserId: '1', resource: 'sleep', key: 'monday' };

function world() {
  const expiry = createInvalidationClock();
  const before = expiry.version();
  const done: string[] = [];
  const sent: Signal[] = [];
  let hear: (heard: ReceivedSignal) => void = () => {};
  const note = (key: string) =>
    done.push(`${key}, ${expiry.isCurrent(RECORD, before) ? 'current' : 'invalidated'} here`);
  const records = { invalidate: async () => void note('store') };
  const signals = {
    send: async (signal: Signal) => {
      note('signal');
      sent.push(signal);
    },
    listen: (listener: typeof hear) => {
      hear = listener;
      return () => void (hear = () => {});
    },
  };
  const invalidation = createInvalidation({
    store: { records, signals } as never,
    expiry,
    written: async () => void note('written'),
  });
  return { expiry, before, done, sent, invalidation, hear: (heard: ReceivedSignal) => hear(heard) };
}

describe('an invalidation', () => {
  it('waits for what is being written, then is of the store, of this process, and of the others, in that order', async () => {
    const { invalidation, done, sent } = world();
    await invalidation.invalidate('1', 'sleep', ['monday']);
    expect(done).toEqual(['written, current here', 'store, current here', 'signal, invalidated here']);
    expect(sent).toMatchObject([{ type: 'expire', polarUserId: '1', resource: 'sleep', whats: ['monday'] }]);
  });

  it('that comes back as a signal invalidates nothing that was read since', async () => {
    const { invalidation, expiry, sent, hear } = world();
    await invalidation.invalidate('1', 'sleep', ['monday']);
    const since = expiry.version();
    for (const signal of sent) hear(signal);
    expect(expiry.isCurrent(RECORD, since)).toBe(true);
  });

  it('of another process is one here', () => {
    const { expiry, before, hear } = world();
    hear({ type: 'expire', polarUserId: '1', resource: 'sleep', whats: null, sender: 'another' });
    expect(expiry.isCurrent(RECORD, before)).toBe(false);
  });

  it('that may have been missed is one of everything', () => {
    const { expiry, before, hear } = world();
    hear({ type: 'missed' });
    expect(expiry.isCurrent(RECORD, before)).toBe(false);
  });

  it('of another process has no effect any more after the end', () => {
    const { expiry, before, hear, invalidation } = world();
    invalidation.close();
    hear({ type: 'missed' });
    expect(expiry.isCurrent(RECORD, before)).toBe(true);
  });
});
