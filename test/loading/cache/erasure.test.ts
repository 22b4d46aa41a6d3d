// Erased people in the memory tier: forgotten at the signal, and once more when running operations have ended.
import { expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { forgetErased } from '../../../src/loading/cache/erasure.ts';
import { dateKey, type Partition, partitionOf, partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { createTokenOwners } from '../../../src/loading/cache/token-owners.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const KEY = dateKey(isoDate('2026-11-22'));
const ENTRY = { value: [], flags: [], fetchedAt: 1, freshUntil: 2, version: 0 };

function createWorld() {
  const clock = createVirtualClock();
  const memory = createMemoryTier(1e6);
  let receive: (signal: ReceivedSignal) => void = () => {};
  const signals = {
    send: async () => {},
    listen: (listener: (signal: ReceivedSignal) => void) => {
      receive = listener;
      return () => {
        receive = () => {};
      };
    },
  };
  const tokenOwners = createTokenOwners(memory.forget);
  const stop = forgetErased(signals, { memory, tokenOwners }, clock);
  const nightsOf = (partition: Partition) => memory.of(partition, 'sleep');
  const people = [partitionOfUser('1'), partitionOfUser('2')];
  const ofPerson = (partition: Partition) => [nightsOf(partition), memory.of(partition, 'daily activity')];
  const put = () => people.forEach((partition) => ofPerson(partition).forEach((records) => records.set(KEY, [ENTRY])));
  put();
  const cached = () => people.map((partition) => ofPerson(partition).some((records) => records.get(KEY).length > 0));
  return { receive: (signal: ReceivedSignal) => receive(signal), stop, cached, put, clock, memory, tokenOwners };
}

it('The memory tier forgets whoever is erased and nobody else, and again when operations in progress have ended', async () => {
  const { receive, cached, put, clock } = createWorld();
  receive({ type: 'erase', polarUserId: '1' });
  expect(cached()).toEqual([false, true]);
  put();
  await clock.advance(29_999);
  expect(cached()).toEqual([true, true]);
  await clock.advance(1);
  expect(cached()).toEqual([false, true]);
});

it('The memory tier forgets what was read with tokens of an erased user, and with an erased token', () => {
  const { receive, memory, tokenOwners } = createWorld();
  const partitions = ['a', 'b', 'c'].map((token) => partitionOf(null, createSecret(token)));
  partitions.forEach((partition, index) => {
    tokenOwners.put(`hash ${index}`, index === 1 ? '2' : '1', partition);
    memory.of(partition, 'sleep').set(KEY, [ENTRY]);
  });
  const left = () => partitions.map((partition) => memory.of(partition, 'sleep').get(KEY).length > 0);
  receive({ type: 'erase-token', tokenHash: 'hash 0' });
  expect(left()).toEqual([false, true, true]);
  receive({ type: 'erase', polarUserId: '1' });
  expect(left()).toEqual([false, true, false]);
});

it('The memory tier forgets everything when signals were missed, and nothing at other signals', () => {
  const { receive, cached } = createWorld();
  receive({ type: 'event', polarUserId: '1', id: '1' });
  receive({ type: 'invalidate', polarUserId: '1', records: [{ resource: 'sleep', keys: null }], sender: 'another' });
  expect(cached()).toEqual([true, true]);
  receive({ type: 'missed' });
  expect(cached()).toEqual([false, false]);
});

it('Signals and timers have no effect on the memory tier after the listening has ended', async () => {
  const { receive, stop, cached, put, clock } = createWorld();
  receive({ type: 'erase', polarUserId: '1' });
  put();
  stop();
  await clock.advance(60_000);
  receive({ type: 'erase', polarUserId: '2' });
  expect([cached(), clock.pending()]).toEqual([[true, true], 0]);
});
