import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/calendar.ts';
import { ttlMs } from '../../../src/loading/cache/ttl.ts';
import { cacheKey, dateKey, partitionOf } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';
import { lastDays } from '../support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const today = isoDate('2026-11-22');
const ttlAt = (ageDays: number, isNothing: boolean, key = 'key') =>
  ttlMs({ date: addDays(today, -ageDays), today, isNothing, key });

const partition = partitionOf('1', createSecret('token'));
const keys = lastDays(365).map((date) => cacheKey(partition, 'sleep', dateKey(date)));
const longest = (forKey: (key: string) => number) => Math.max(...keys.map(forKey));

describe('the time to live', () => {
  it.each([
    [-3, 5 * MINUTE, 5 * MINUTE],
    [0, 5 * MINUTE, 5 * MINUTE],
    [1, 30 * MINUTE, 15 * MINUTE],
    [2, 6 * HOUR, HOUR],
    [6, 6 * HOUR, HOUR],
    [7, DAY, 12 * HOUR],
    [27, DAY, 12 * HOUR],
    [28, 14 * DAY, 3 * DAY],
    [400, 14 * DAY, 3 * DAY],
  ])('of a day %i days old is the one of its age, and that of nothing is no longer', (age, something, nothing) => {
    for (const [isNothing, time] of [[false, something] as const, [true, nothing] as const]) {
      const most = longest((key) => ttlAt(age, isNothing, key));
      expect(most).toBeLessThanOrEqual(time);
      expect(most).toBeGreaterThan(time * 0.99);
    }
  });

  it('of a record without a day is five minutes, be it nothing or not', () => {
    for (const isNothing of [true, false]) {
      const most = longest((key) => ttlMs({ date: null, today, isNothing, key }));
      expect(most / MINUTE).toBeCloseTo(5, 1);
    }
  });

  it('is never shorter for an older day, nor longer for nothing than for something', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 500 }), fc.nat(99), fc.boolean(), (age, more, isNothing) => {
        expect(ttlAt(age + more, isNothing)).toBeGreaterThanOrEqual(ttlAt(age, isNothing));
        expect(ttlAt(age, true)).toBeLessThanOrEqual(ttlAt(age, false));
      }),
    );
  });

  it('ends evenly spread over its last fifth, always alike for one record', () => {
    const times = keys.map((key) => ttlAt(40, false, key));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(14 * DAY * 0.8);
    const tenths = Map.groupBy(times, (time) => Math.floor((time / (14 * DAY) - 0.8) * 50));
    expect([...tenths.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Math.max(...[...tenths.values()].map(({ length }) => length))).toBeLessThan(60);
    expect(keys.map((key) => ttlAt(40, false, key))).toEqual(times);
  });

  it('differs between neighbouring days too: a month that was read at once does not expire at once', () => {
    for (let first = 0; first + 10 <= keys.length; first += 1) {
      const times = keys.slice(first, first + 10).map((key) => ttlAt(40, false, key));
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(14 * DAY * 0.2 * 0.3);
    }
  });

  it('is a whole number of milliseconds', () => {
    expect(keys.every((key) => Number.isInteger(ttlAt(0, false, key)))).toBe(true);
  });
});
