// What "nothing" does to a record that was read before.
import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/store/contract/records.ts';
import { dateKey } from '../../../src/loading/cache/keys.ts';
import { createRecordCache } from '../../../src/loading/cache/record-cache.ts';
import { noStoreTier } from '../../../src/loading/cache/store-tier.ts';
import { createWorld, DAY, daysAgo, MINUTE } from '../support.ts';

const date = daysAgo(5);
const key = dateKey(date);
const night = { date, sleep_score: 80 } as never;

function setUp(flags: readonly string[] = []) {
  const world = createWorld(() => undefined);
  const stored: StoredRecord[] = [];
  const storeTier = { ...noStoreTier, put: (record: StoredRecord) => void stored.push(record) };
  const context = () => world.context({ storeTier, flags: { sleep: flags } });
  const cache = () => createRecordCache<'Sleep'>('sleep', context());
  const put = (value: readonly never[], options: object = {}) =>
    cache().put(key, { value, date, version: 0, isExact: true, ...options });
  return { world, stored, cache, put };
}

describe('nothing, where a record was read', () => {
  it('is not trusted at once: the record stays and is served as stale, and is read again after minutes', () => {
    const { world, cache, put } = setUp();
    put([night]);
    const readAt = world.now;
    world.now += DAY;
    expect(put([])).toEqual({ value: [night], fetchedAt: readAt, stale: true });
    expect(cache().get(key)).toEqual({ value: [night], fetchedAt: readAt, stale: true });
    world.now += 5 * MINUTE;
    expect(cache().get(key)).toBeUndefined();
  });

  it('replaces it when it is stated twice about this very day, with a pause between', () => {
    const { world, cache, put } = setUp();
    put([night]);
    put([]);
    world.now += MINUTE - 1;
    expect(put([])).toMatchObject({ value: [night] });
    world.now += 1;
    expect(put([])).toEqual({ value: [], fetchedAt: world.now, stale: false });
    expect(cache().get(key)).toMatchObject({ value: [] });
  });

  it.each([
    ['an answer about several days', { isExact: false }],
    ['an answer that does not state it', { isDoubtful: true }],
    ['the end of a list', { isUnsettled: true }],
  ])('never replaces it by %s, however often it comes', (_, options) => {
    const { world, put } = setUp();
    put([night]);
    for (let times = 0; times < 4; times += 1) {
      world.now += DAY;
      expect(put([], options)).toMatchObject({ value: [night], stale: true });
    }
  });

  it('does not replace it when the record was invalidated since: it may be there again', () => {
    const { world, put } = setUp();
    put([night]);
    put([]);
    world.now += MINUTE;
    world.invalidations.invalidate('1', [{ resource: 'sleep', keys: [key] }]);
    expect(put([])).toMatchObject({ value: [night], stale: true });
    expect(put([], { version: world.invalidations.version() })).toMatchObject({ value: [] });
  });

  it('is no doubt any more on a day that AccessLink may have stopped serving', () => {
    const { world, cache, put } = setUp();
    put([night]);
    put([]);
    world.today = daysAgo(-30);
    world.now += 30 * DAY;
    expect(put([])).toMatchObject({ value: [night], stale: false });
    expect(cache().get(key)).toMatchObject({ value: [night], stale: false });
  });

  it('is forgotten when the record is there again', () => {
    const { world, put } = setUp();
    put([night]);
    put([]);
    world.now += 10 * MINUTE;
    expect(put([night])).toMatchObject({ value: [night], stale: false });
    expect(put([])).toMatchObject({ value: [night], stale: true });
  });

  it('does not hide a record that was read with fewer flags, and does not store it as a richer one', () => {
    const poor = setUp();
    poor.put([night]);
    const rich = { ...setUp(['samples']), world: poor.world };
    const cache = createRecordCache<'Sleep'>('sleep', {
      ...poor.world.context({ flags: { sleep: ['samples'] } }),
      storeTier: { ...noStoreTier, put: (record: StoredRecord) => void rich.stored.push(record) },
    });
    const sent = { value: [], date, bytes: 0, version: 0, isExact: true };
    expect(cache.put(key, sent)).toMatchObject({ value: [night], stale: true });
    expect(cache.get(key)).toMatchObject({ value: [night], stale: true });
    expect(rich.stored).toEqual([]);
    poor.world.now += MINUTE;
    expect(cache.put(key, sent)).toMatchObject({ value: [] });
    expect(rich.stored.map(({ flags, value }) => [flags, value])).toContainEqual([['samples'], []]);
  });
});

describe('nothing, where nothing was read', () => {
  it('is trusted for minutes when AccessLink did not state it, and otherwise as long as its age allows', () => {
    const { world, cache, put } = setUp();
    put([], { isDoubtful: true });
    world.now += 5 * MINUTE;
    expect(cache().get(key)).toBeUndefined();
    put([]);
    world.now += 40 * MINUTE;
    expect(cache().get(key)).toMatchObject({ value: [] });
  });
});

describe('a record that was read by a clock that was ahead', () => {
  it('is not fresh when the clock is right again, and a new one replaces it', () => {
    const { world, cache, put } = setUp();
    world.now += DAY;
    put([night]);
    expect(cache().get(key)).toBeDefined();
    world.now -= DAY;
    expect(cache().get(key)).toBeUndefined();
    put([{ date, sleep_score: 81 } as never]);
    expect(cache().get(key)).toMatchObject({ value: [{ sleep_score: 81 }], stale: false });
  });
});
