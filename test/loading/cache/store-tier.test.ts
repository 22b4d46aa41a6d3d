import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import {
  type StoreTier,
  createStoreTier,
  createBackgroundWork,
  readOnlyStoreTier,
} from '../../../src/loading/cache/store-tier.ts';
import { readDates } from '../../../src/loading/readers/date-reader.ts';
import { readFromList } from '../../../src/loading/readers/list-reader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { addDays } from '../../../src/calendar.ts';
import type { StoredRecord } from '../../../src/store/contract/store.ts';
import { createWorld, DAY, daysAgo, failure, lastDays, MINUTE } from '../support.ts';

/** An archive in a map, and what was read from it. */
function createShelf() {
  const rows = new Map<string, StoredRecord>();
  const reads: string[][] = [];
  const archive: StoreTier = {
    metadata: async () => [],
    read: async (resource, whats) => {
      reads.push([...whats]);
      return [...rows.values()].filter((row) => row.resource === resource && whats.includes(row.key));
    },
    put: (row) => void rows.set(JSON.stringify([row.resource, row.key, row.flags]), row),
  };
  return { archive, rows, reads };
}

const steps = (path: string) => {
  const [from = ''] = /\d{4}-\d{2}-\d{2}/.exec(path) ?? [];
  return { start_time: `${from}T00:00:00`, steps: 7 };
};
const yesterday = [daysAgo(1)];

describe('a record that was kept', () => {
  it('is found by a process that remembers nothing, and counted as from the store', async () => {
    const { archive } = createShelf();
    const first = createWorld(steps);
    await readDates(activityResource, yesterday, first.session({ archive }));
    const second = createWorld(steps);
    const session = second.session({ archive });
    const [held] = await readDates(activityResource, yesterday, session);
    expect(held).toMatchObject({ value: [{ steps: 7 }], fetchedAt: first.now, stale: false });
    expect(second.paths()).toEqual([]);
    expect(session.stats).toMatchObject({ fromStore: 1, fromMemory: 0, calls: 0 });
    const again = second.session({ archive });
    await readDates(activityResource, yesterday, again);
    expect(again.stats).toMatchObject({ fromStore: 0, fromMemory: 1 });
  });

  it('is not looked up while memory is fresh', async () => {
    const { archive, reads } = createShelf();
    const world = createWorld(steps);
    await readDates(activityResource, yesterday, world.session({ archive }));
    await readDates(activityResource, [...yesterday, daysAgo(2)], world.session({ archive }));
    expect(reads).toEqual([yesterday, [daysAgo(2)]]);
  });

  it('serves when AccessLink fails, as stale', async () => {
    const { archive } = createShelf();
    const first = createWorld(steps);
    await readDates(activityResource, yesterday, first.session({ archive }));
    const second = createWorld(() => failure('unavailable'));
    second.now += DAY;
    expect(await readDates(activityResource, yesterday, second.session({ archive }))).toMatchObject([{ stale: true }]);
  });

  it('does not replace a newer one in memory', async () => {
    const { archive, rows } = createShelf();
    const world = createWorld(steps);
    await readDates(activityResource, yesterday, world.session({ archive }));
    for (const [key, row] of rows) rows.set(key, { ...row, value: [], fetchedAt: row.fetchedAt - 1, freshUntil: 9e15 });
    world.now += 40 * MINUTE;
    await readDates(activityResource, yesterday, world.session({ archive }));
    expect(world.paths()).toHaveLength(2);
  });

  it('of another process that is newer is believed', async () => {
    const { archive, rows } = createShelf();
    const world = createWorld(steps);
    await readDates(activityResource, yesterday, world.session({ archive }));
    world.now += 40 * MINUTE;
    for (const [key, row] of rows) rows.set(key, { ...row, fetchedAt: world.now - 1, freshUntil: world.now + MINUTE });
    world.paths();
    expect(await readDates(activityResource, yesterday, world.session({ archive }))).toMatchObject([
      { fetchedAt: world.now - 1 },
    ]);
    expect(world.paths()).toEqual([]);
  });
});

describe('nothing where there was something', () => {
  it.each([
    [27, 0],
    [28, 7],
  ])('is believed of a day %i days ago only while AccessLink surely serves it', async (age, kept) => {
    const date = daysAgo(0);
    const world = createWorld(steps);
    await readDates(activityResource, [date], world.session());
    world.today = addDays(date, age);
    world.now += age * DAY;
    world.answers = () => undefined;
    const [held] = await readDates(activityResource, [date], world.session());
    expect(held instanceof Error ? held : (held?.value[0]?.steps ?? 0)).toBe(kept);
  });

  it('does not take the place of a single record either', async () => {
    const run = { id: 'a', start_time: `${daysAgo(0)}T08:00:00` };
    const world = createWorld((path) => (path === '/v3/exercises' ? [run] : run));
    await readFromList(exerciseResource, [{ kind: 'one', id: 'a' }], world.session());
    world.today = addDays(daysAgo(0), 40);
    world.now += 40 * DAY;
    world.answers = () => undefined;
    const [held] = await readFromList(exerciseResource, [{ kind: 'one', id: 'a' }], world.session());
    expect(held).toMatchObject({ value: [{ id: 'a' }] });
  });
});

describe('the exercises of a day', () => {
  it('are kept by day, since the list forgets them', async () => {
    const { archive } = createShelf();
    const world = createWorld(() => [{ id: 'a', start_time: `${daysAgo(0)}T08:00:00` }]);
    await readFromList(exerciseResource, [{ kind: 'list' }], world.session({ archive }));
    const later = createWorld(() => failure('unavailable'), createMemoryTier(1_000_000));
    later.today = addDays(daysAgo(0), 100);
    later.now += 100 * DAY;
    const session = later.session({ archive });
    const [held] = await readFromList(exerciseResource, [{ kind: 'day', date: daysAgo(0) }], session);
    expect(held).toMatchObject({ value: [{ id: 'a' }], stale: false });
    expect(later.paths()).toEqual([]);
  });
});

describe('the archive over a store', () => {
  it('writes what one tick has brought at once, and nobody waits for it', async () => {
    const written: number[] = [];
    const failures: unknown[] = [];
    const background = createBackgroundWork((failed) => failures.push(failed));
    const records = {
      read: async () => [],
      metadata: async () => [],
      invalidate: async () => {},
      write: async (_: object, rows: readonly StoredRecord[]) => {
        written.push(rows.length);
        if (written.length === 2) throw new Error('full');
      },
    };
    const archive = createStoreTier(records, { partition: 's', polarUserId: null }, background);
    const world = createWorld((path) => (path.includes('?') ? [] : steps(path)));
    await readDates(activityResource, lastDays(5), world.session({ archive }));
    await readDates(activityResource, [daysAgo(9)], world.session({ archive }));
    await background.settled();
    expect(written).toEqual([5, 1]);
    expect(failures).toHaveLength(1);
  });

  it('that cannot be read costs a request, not the answer', async () => {
    const failures: unknown[] = [];
    const records = {
      read: async () => Promise.reject(new Error('gone')),
      metadata: async () => [],
      invalidate: async () => {},
      write: async () => {},
    };
    const archive = createStoreTier(
      records,
      { partition: 's', polarUserId: null },
      createBackgroundWork((failed) => failures.push(failed)),
    );
    const world = createWorld(steps);
    expect(await readDates(activityResource, yesterday, world.session({ archive }))).toMatchObject([
      { value: [{ steps: 7 }] },
    ]);
    expect(failures).toHaveLength(1);
  });

  it('is not written by a plan', async () => {
    const { archive, rows } = createShelf();
    const world = createWorld(steps);
    await readDates(activityResource, yesterday, world.session({ archive: readOnlyStoreTier(archive) }));
    expect(rows.size).toBe(0);
  });
});
