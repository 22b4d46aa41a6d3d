import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetErased } from '../../../src/loading/cache/erasure.ts';
import { recordKey, type Partition, partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const keyOf = (scope: Partition, what: string) =>
  recordKey(scope, { resource: 'sleep', key: what, flags: [], allFlags: [] });
const ENTRY = { value: [], fetchedAt: 1, freshUntil: 2 };

function remembering() {
  const memory = createMemoryTier(1e6);
  let tell: (heard: ReceivedSignal) => void = () => {};
  const signals = {
    send: async () => {},
    listen: (listener: (heard: ReceivedSignal) => void) => {
      tell = listener;
      return () => {
        tell = () => {};
      };
    },
  };
  const stop = forgetErased(signals, memory);
  const [mine, theirs] = [keyOf(partitionOfUser('1'), 'a'), keyOf(partitionOfUser('2'), 'a')];
  const remember = () => [mine, theirs].forEach((key) => memory.set(key, ENTRY, 1));
  remember();
  const known = () => [mine, theirs].map((key) => memory.get(key) !== undefined);
  return { tell: (heard: ReceivedSignal) => tell(heard), stop, known, remember };
}

it('forgets whoever is erased and nobody else, and again when operations under way have ended', () => {
  const { tell, known, remember } = remembering();
  tell({ type: 'erase', polarUserId: '1' });
  expect(known()).toEqual([false, true]);
  remember();
  vi.advanceTimersByTime(29_999);
  expect(known()).toEqual([true, true]);
  vi.advanceTimersByTime(1);
  expect(known()).toEqual([false, true]);
});

it('forgets everything when signals were missed, and nothing at other signals', () => {
  const { tell, known } = remembering();
  tell({ type: 'event', polarUserId: '1', id: '1' });
  tell({ type: 'expire', polarUserId: '1', resource: 'sleep', whats: null });
  expect(known()).toEqual([true, true]);
  tell({ type: 'missed' });
  expect(known()).toEqual([false, false]);
});

it('ends with its end', () => {
  const { tell, stop, known, remember } = remembering();
  tell({ type: 'erase', polarUserId: '1' });
  remember();
  stop();
  vi.advanceTimersByTime(60_000);
  tell({ type: 'erase', polarUserId: '2' });
  expect([known(), vi.getTimerCount()]).toEqual([[true, true], 0]);
});
