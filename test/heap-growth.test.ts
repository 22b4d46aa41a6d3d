// The heap grows less the fuller the cache is, and never takes more than what is set for it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heapGrowthPercent, limitHeapGrowth } from '../src/heap-growth.ts';

const MIB = 1024 * 1024;

it.each([
  ['is empty', { memory: 256, cached: 0 }, 200],
  ['is half full', { memory: 256, cached: 128 }, 139],
  ['is nearly full', { memory: 256, cached: 230 }, 40],
  ['is full', { memory: 256, cached: 256 }, 25],
  ['is full, and small', { memory: 16, cached: 16 }, 25],
  ['is empty, and small', { memory: 16, cached: 0 }, 58],
  ['is over its bound', { memory: 64, cached: 80 }, 25],
])('a cache that %s', (_, { memory, cached }, percent) => {
  expect(heapGrowthPercent({ memoryBytes: memory * MIB, cachedBytes: cached * MIB })).toBe(percent);
});

it('what has grown is never more than what a full cache takes with its garbage, and falls as the cache fills', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4096 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), ([memory, part], more) => {
      const memoryBytes = memory * MIB;
      const heapOf = (cached: number) => {
        const inUse = 48 * MIB + cached / 2;
        return inUse * (1 + heapGrowthPercent({ memoryBytes, cachedBytes: cached }) / 100);
      };
      const cached = memoryBytes * part;
      expect(heapOf(cached)).toBeLessThanOrEqual(1.25 * 48 * MIB + memoryBytes);
      const fuller = cached + (memoryBytes - cached) * more;
      expect(heapGrowthPercent({ memoryBytes, cachedBytes: fuller })).toBeLessThanOrEqual(
        heapGrowthPercent({ memoryBytes, cachedBytes: cached }),
      );
    }),
  );
});

it('is set at once, and again only when it has changed', () => {
  const set: number[] = [];
  let tick = () => {};
  let isCancelled = false;
  let cachedBytes = 0;
  const every = (_: number, task: () => void) => {
    tick = task;
    return () => {
      isCancelled = true;
    };
  };
  const limitTo = (percent: number) => void set.push(percent);
  const cancel = limitHeapGrowth({ clock: { every }, memoryBytes: 256 * MIB, cachedBytes: () => cachedBytes, limitTo });
  tick();
  cachedBytes = 256 * MIB;
  tick();
  expect(set).toEqual([200, 25]);
  cancel();
  expect(isCancelled).toBe(true);
});
