import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createRecordWrites } from '../../../src/loading/cache/record-writes.ts';
import { createStoreTier, readOnlyStoreTier, verifiedOwner } from '../../../src/loading/cache/store-tier.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { addDays } from '../../../src/calendar.ts';
import type { StoredRecord } from '../../../src/store/contract/records.ts';
import { createMapTier } from '../map-tier.ts';
import { createWorld, DAY, daysAgo, failure, lastDays, MINUTE } from '../support.ts';

const steps = (path: string) => {
  const [from = ''] = /\d{4}-\d{2}-\d{2}/.exec(path) ?? [];
  return { start_time: `${from}T00:00:00`, steps: 7 };
};
const yesterday = [daysAgo(1)];

describe('a stored record', () => {
  it('is found by a process with an empty memory, and counted as from the store', async () => {
    const { storeTier } = createMapTier();
    const first = createWorld(steps);
    await createDateReader(activityResource, first.context({ storeTier }))(yesterday);
    const second = createWorld(steps);
    const context = second.context({ storeTier });
    const [found] = await createDateReader(activityResource, context)(yesterday);
    expect(found).toMatchObject({ value: [{ steps: 7 }], fetchedAt: first.now, stale: false });
    expect(second.paths()).toEqual([]);
    expect(context.stats).toMatchObject({ fromStore: 1, fromMemory: 0, calls: 0 });
    const again = second.context({ storeTier });
    await createDateReader(activityResource, again)(yesterday);
    expect(again.stats).toMatchObject({ fromStore: 0, fromMemory: 1 });
  });

  it('is not read while memory is fresh', async () => {
    const { storeTier, reads } = createMapTier();
    const world = createWorld(steps);
    await createDateReader(activityResource, world.context({ storeTier }))(yesterday);
    await createDateReader(activityResource, world.context({ storeTier }))([...yesterday, daysAgo(2)]);
    expect(reads).toEqual([yesterday, ['window edge'], [daysAgo(2)]]);
  });

  it('is the answer when AccessLink fails, as stale', async () => {
    const { storeTier } = createMapTier();
    const first = createWorld(steps);
    await createDateReader(activityResource, first.context({ storeTier }))(yesterday);
    const second = createWorld(() => failure('unavailable'));
    second.now += DAY;
    expect(await createDateReader(activityResource, second.context({ storeTier }))(yesterday)).toMatchObject([
      { stale: true },
    ]);
  });

  it('does not replace a newer one in memory', async () => {
    const { storeTier, rows } = createMapTier();
    const world = createWorld(steps);
    await createDateReader(activityResource, world.context({ storeTier }))(yesterday);
    for (const [key, row] of rows) rows.set(key, { ...row, value: [], fetchedAt: row.fetchedAt - 1, freshUntil: 9e15 });
    world.now += 40 * MINUTE;
    await createDateReader(activityResource, world.context({ storeTier }))(yesterday);
    expect(world.paths()).toHaveLength(2);
  });

  it('of another process that is newer is the answer', async () => {
    const { storeTier, rows } = createMapTier();
    const world = createWorld(steps);
    await createDateReader(activityResource, world.context({ storeTier }))(yesterday);
    world.now += 40 * MINUTE;
    for (const [key, row] of rows) rows.set(key, { ...row, fetchedAt: world.now - 1, freshUntil: world.now + MINUTE });
    world.paths();
    expect(await createDateReader(activityResource, world.context({ storeTier }))(yesterday)).toMatchObject([
      { fetchedAt: world.now - 1 },
    ]);
    expect(world.paths()).toEqual([]);
  });
});

describe('nothing where there was something', () => {
  it('does not take its place on a day that AccessLink may have stopped serving', async () => {
    const date = daysAgo(0);
    const world = createWorld(steps);
    await createDateReader(activityResource, world.context())([date]);
    world.today = addDays(date, 28);
    world.now += 28 * DAY;
    world.answers = () => undefined;
    for (let times = 0; times < 3; times += 1) {
      const [found] = await createDateReader(activityResource, world.context())([date]);
      expect(found).toMatchObject({ value: [{ steps: 7 }], stale: false });
      world.now += 20 * DAY;
    }
  });

  it('does not take the place of a single record either', async () => {
    const run = { id: 'a', start_time: `${daysAgo(0)}T08:00:00` };
    const world = createWorld((path) => (path === '/v3/exercises' ? [run] : run));
    await createListReader(exerciseResource, world.context())([{ kind: 'one', id: 'a' }]);
    world.today = addDays(daysAgo(0), 40);
    world.now += 40 * DAY;
    world.answers = () => undefined;
    const [found] = await createListReader(exerciseResource, world.context())([{ kind: 'one', id: 'a' }]);
    expect(found).toMatchObject({ value: [{ id: 'a' }] });
  });
});

describe('the exercises of a day', () => {
  it('are stored by day, since the list forgets them', async () => {
    const { storeTier } = createMapTier();
    const world = createWorld(() => [{ id: 'a', start_time: `${daysAgo(0)}T08:00:00` }]);
    await createListReader(exerciseResource, world.context({ storeTier }))([{ kind: 'list' }]);
    const later = createWorld(() => [], createMemoryTier(1_000_000));
    later.today = addDays(daysAgo(0), 100);
    later.now += 100 * DAY;
    const lookup = { kind: 'days', from: daysAgo(0), to: daysAgo(0) } as const;
    const unlisted = [{ value: [{ id: 'a' }], fetchedAt: world.now, stale: false }];
    const read = async () => createListReader(exerciseResource, later.context({ storeTier }))([lookup]);
    expect(await read()).toMatchObject([{ value: [], unlisted }]);
    expect(later.paths()).toEqual(['/v3/exercises']);
    later.now += DAY;
    later.answers = () => failure('unavailable');
    expect(await read()).toMatchObject([{ unlisted }]);
    later.answers = () => failure('forbidden');
    later.now += DAY;
    expect(await read()).toMatchObject([{ code: 'forbidden' }]);
  });
});

const unused = { invalidate: async () => {}, ownerOf: async () => null, use: async () => {} };

describe('the store tier', () => {
  it('writes what one tick has brought at once, and nobody waits for it', async () => {
    const written: number[] = [];
    const failures: unknown[] = [];
    const records = {
      read: async () => [],
      metadata: async () => [],
      ...unused,
      write: async (_: object, rows: readonly StoredRecord[]) => {
        written.push(rows.length);
        if (written.length === 2) throw new Error('full');
      },
    };
    const report = (failed: unknown) => void failures.push(failed);
    const writes = createRecordWrites(records, report);
    const storeTier = createStoreTier(verifiedOwner('1'), { records, writes, report, isFirstUse: () => false });
    const world = createWorld((path) => (path.includes('?') ? [] : steps(path)));
    await createDateReader(activityResource, world.context({ storeTier }))(lastDays(5));
    await createDateReader(activityResource, world.context({ storeTier }))([daysAgo(9)]);
    await writes.settled();
    expect(written).toEqual([5, 1]);
    expect(failures).toHaveLength(1);
  });

  it('that cannot be read costs a request, not the answer', async () => {
    const failures: unknown[] = [];
    const records = {
      read: async () => Promise.reject(new Error('gone')),
      metadata: async () => [],
      ...unused,
      write: async () => {},
    };
    const report = (failed: unknown) => void failures.push(failed);
    const writes = createRecordWrites(records, report);
    const storeTier = createStoreTier(verifiedOwner('1'), { records, writes, report, isFirstUse: () => false });
    const world = createWorld(steps);
    expect(await createDateReader(activityResource, world.context({ storeTier }))(yesterday)).toMatchObject([
      { value: [{ steps: 7 }] },
    ]);
    expect(failures).toEqual([new Error('gone'), new Error('gone')]);
  });

  it('is not written by a plan', async () => {
    const { storeTier, rows } = createMapTier();
    const world = createWorld(steps);
    await createDateReader(activityResource, world.context({ storeTier: readOnlyStoreTier(storeTier) }))(yesterday);
    expect(rows.size).toBe(0);
  });
});
