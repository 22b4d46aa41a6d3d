// The last offset that records showed of a person, in memory and in the store.
import { describe, expect, it } from 'vitest';
import { createLastOffset } from '../../../src/loading/cache/last-offset.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { noStoreTier } from '../../../src/loading/cache/store-tier.ts';
import type { StoredRecord } from '../../../src/store/contract/records.ts';
import { createRows } from '../rows.ts';
import { createWorld, DAY } from '../support.ts';

function setUp() {
  const world = createWorld(() => undefined);
  const rows = createRows(() => world.now);
  const written: StoredRecord[] = [];
  const put = (row: StoredRecord) => {
    written.push(row);
    rows.put(row);
  };
  const storeTier = { ...rows, put };
  const offset = (user = '1', memory = world.context().memory) =>
    createLastOffset({ ...world.context({ user, storeTier: user === '1' ? storeTier : noStoreTier }), memory });
  return { world, put, written, offset };
}

describe('the last offset', () => {
  it('is the newest that records showed, in whatever order they are read', async () => {
    const { world, offset } = setUp();
    expect(await offset().find()).toBeNull();
    const [june, november] = [world.now - 150 * DAY, world.now - DAY];
    await offset().learn([
      { minutes: 120, at: november },
      { minutes: 180, at: june },
    ]);
    await offset().learn([{ minutes: 180, at: june }]);
    expect(await offset().find()).toBe(120);
    await offset().learn([{ minutes: 600, at: november + 1 }]);
    expect([await offset().find(), await offset('2').find()]).toEqual([600, null]);
  });

  it('outlives the process, and what is written is written once', async () => {
    const { world, written, offset } = setUp();
    const observed = [{ minutes: -300, at: world.now - DAY }];
    await offset().learn(observed);
    await offset().learn(observed);
    expect(written).toHaveLength(1);
    const restarted = offset('1', createMemoryTier(1e6));
    expect(await restarted.find()).toBe(-300);
    await restarted.learn([{ minutes: 60, at: world.now - 2 * DAY }]);
    expect(await restarted.find()).toBe(-300);
  });

  it('is not that of a device whose clock is days ahead, and not what the store should not have', async () => {
    const { world, put, written, offset } = setUp();
    await offset().learn([{ minutes: 600, at: world.now + DAY }]);
    expect(await offset().find()).toBeNull();
    await offset().learn([{ minutes: 600, at: world.now }]);
    const [row] = written;
    for (const value of [null, [], [null], [{ minutes: '600', at: 1 }], [{ minutes: 600 }]]) {
      put({ ...(row as StoredRecord), value });
      expect(await offset('1', createMemoryTier(1e6)).find()).toBeNull();
    }
  });
});
