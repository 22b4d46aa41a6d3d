// A store that cannot be read: what it has is not known, and must not be replaced by less.
import { expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createRecordWrites } from '../../../src/loading/cache/record-writes.ts';
import { createStoreTier, verifiedOwner } from '../../../src/loading/cache/store-tier.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { SkippedCallError, StoreError } from '../../../src/store/contract/errors.ts';
import type { RecordStore, StoredRecord } from '../../../src/store/contract/records.ts';
import { createWorld, DAY, daysAgo } from '../support.ts';

const steps = (path: string) => {
  const [from = ''] = /\d{4}-\d{2}-\d{2}/.exec(path) ?? [];
  return { start_time: `${from}T00:00:00`, steps: 7 };
};
const owner = verifiedOwner('1');

/** A store in a map that can be made unreadable, and the tier over it as each operation gets it. */
function createBreakableStore() {
  const rows = new Map<string, StoredRecord>();
  const state = { failure: null as Error | null };
  const reports: unknown[] = [];
  const readable = async <T>(result: () => T) => {
    if (state.failure) throw state.failure;
    return result();
  };
  const records: RecordStore = {
    read: (_, resource, keys) =>
      readable(() => [...rows.values()].filter((row) => row.resource === resource && keys.includes(row.key))),
    metadata: (_, ...[resource, from, to]) =>
      readable(() =>
        [...rows.values()]
          .filter((row) => row.resource === resource && row.key >= from && row.key <= to)
          .map((row) => ({ ...row, isNothing: Array.isArray(row.value) && row.value.length === 0 })),
      ),
    write: async (_, written) => {
      for (const row of written) rows.set(JSON.stringify([row.resource, row.key, row.flags]), row);
    },
    invalidate: async () => {},
    ownerOf: async () => null,
    use: async () => {},
  };
  const report = (failure: unknown) => void reports.push(failure);
  const writes = createRecordWrites(records, report);
  const storeTier = () => createStoreTier(owner, { records, writes, report, isFirstUse: () => false });
  return { state, reports, storeTier };
}

it('"Nothing" that AccessLink says while the store cannot be read replaces no stored record, then or later', async () => {
  const store = createBreakableStore();
  const first = createWorld(steps);
  await createDateReader(activityResource, first.context({ storeTier: store.storeTier() }))([daysAgo(1)]);
  const later = createWorld(() => undefined);
  later.now += DAY;
  const read = () => createDateReader(activityResource, later.context({ storeTier: store.storeTier() }))([daysAgo(1)]);
  store.state.failure = new StoreError('unavailable', 'gone');
  expect(await read()).toMatchObject([{ value: [] }]);
  store.state.failure = null;
  expect(await read()).toMatchObject([{ value: [{ steps: 7 }], stale: true }]);
  expect(later.paths()).toHaveLength(2);
});

it('An index of sessions that cannot be read is not replaced by the sessions of a shorter list', async () => {
  const store = createBreakableStore();
  const session = (id: string) => ({ id, start_time: `${daysAgo(0)}T08:00:00` });
  const first = createWorld(() => [session('a'), session('b')]);
  await createListReader(exerciseResource, first.context({ storeTier: store.storeTier() }))([{ kind: 'list' }]);
  store.state.failure = new StoreError('unavailable', 'gone');
  const second = createWorld(() => [session('c')]);
  await createListReader(exerciseResource, second.context({ storeTier: store.storeTier() }))([{ kind: 'list' }]);
  store.state.failure = null;
  const third = createWorld(() => [], createMemoryTier(1_000_000));
  third.now += 100 * DAY;
  const lookup = { kind: 'days', from: daysAgo(0), to: daysAgo(0) } as const;
  const reader = createListReader(exerciseResource, third.context({ storeTier: store.storeTier() }));
  const [found] = await reader([lookup]);
  expect(JSON.stringify(found)).toMatch(/"id":"a".*"id":"b"/);
});

it('A store that was not asked, since it had just failed, is not reported once more', async () => {
  const store = createBreakableStore();
  const world = createWorld(steps);
  store.state.failure = new SkippedCallError('records.read');
  const reader = createDateReader(activityResource, world.context({ storeTier: store.storeTier() }));
  expect(await reader([daysAgo(1)])).toMatchObject([{ value: [{ steps: 7 }] }]);
  expect(store.reports).toEqual([]);
});

it('Records that do not fit behind those being written are dropped, and nobody waits', async () => {
  const written: number[] = [];
  const slow = Promise.withResolvers<void>();
  const store = {
    write: async (_: object, records: readonly StoredRecord[]) => {
      written.push(records.length);
      await slow.promise;
    },
  };
  const writes = createRecordWrites(store, () => {}, 10);
  const records = (count: number) => Array.from({ length: count }, () => ({}) as StoredRecord);
  const write = (count: number) =>
    void writes.track(writes.write({ partition: 's', polarUserId: '1' }, records(count)));
  write(8);
  write(3);
  write(2);
  slow.resolve();
  await writes.settled();
  write(11);
  await writes.settled();
  expect(written).toEqual([8, 2, 11]);
});
