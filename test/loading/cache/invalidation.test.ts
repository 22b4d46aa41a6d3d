// Invalidations: of the store, of this process and of the others, in that order; and those that the others send.
import { describe, expect, it } from 'vitest';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import { createInvalidation } from '../../../src/loading/cache/invalidation.ts';
import type { InvalidationSignal, ReceivedSignal } from '../../../src/store/contract/signals.ts';

const RECORD = { polarUserId: '1', resource: 'sleep', key: 'monday' };

function createWorld() {
  const clock = createInvalidationClock();
  const before = clock.version();
  const done: string[] = [];
  const sent: InvalidationSignal[] = [];
  let receive: (signal: ReceivedSignal) => void = () => {};
  const note = (key: string) =>
    done.push(`${key}, ${clock.isCurrent(RECORD, before) ? 'current' : 'invalidated'} here`);
  const records = {
    invalidate: async (signal: InvalidationSignal) => {
      note('store');
      sent.push(signal);
    },
  };
  const signals = {
    listen: (listener: typeof receive) => {
      receive = listener;
      return () => void (receive = () => {});
    },
  };
  const invalidation = createInvalidation({
    store: { records, signals } as never,
    clock,
    flushed: async () => void note('flushed'),
  });
  return { clock, before, done, sent, invalidation, receive: (signal: ReceivedSignal) => receive(signal) };
}

describe('an invalidation', () => {
  it('waits until records are in the store, is then made there with one call, and then in this process', async () => {
    const { invalidation, done, sent, clock, before } = createWorld();
    await invalidation.invalidate('1', [{ resource: 'sleep', keys: ['monday'] }]);
    expect(done).toEqual(['flushed, current here', 'store, current here']);
    expect(clock.isCurrent(RECORD, before)).toBe(false);
    expect(sent).toMatchObject([{ polarUserId: '1', records: [{ resource: 'sleep', keys: ['monday'] }] }]);
  });

  it('that comes back as a signal to its sender invalidates nothing that was read since', async () => {
    const { invalidation, clock, sent, receive } = createWorld();
    await invalidation.invalidate('1', [{ resource: 'sleep', keys: ['monday'] }]);
    const since = clock.version();
    for (const signal of sent) receive({ type: 'invalidate', ...signal });
    expect(clock.isCurrent(RECORD, since)).toBe(true);
  });

  it('of another process is made in this process too', () => {
    const { clock, before, receive } = createWorld();
    receive({ type: 'invalidate', polarUserId: '1', records: [{ resource: 'sleep', keys: null }], sender: 'another' });
    expect(clock.isCurrent(RECORD, before)).toBe(false);
  });

  it('that may have been missed invalidates everything', () => {
    const { clock, before, receive } = createWorld();
    receive({ type: 'missed' });
    expect(clock.isCurrent(RECORD, before)).toBe(false);
  });

  it('of another process has no effect after `close`', () => {
    const { clock, before, receive, invalidation } = createWorld();
    invalidation.close();
    receive({ type: 'missed' });
    expect(clock.isCurrent(RECORD, before)).toBe(true);
  });
});
