// Records: the newest of each key is stored, by partition; writes and invalidations are all or nothing.
import { expect, it } from 'vitest';
import type { InvalidatedRecords, ReceivedSignal } from '../../../src/store/contract/signals.ts';
import { type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { clockAt } from '../../support/clocks.ts';
import { record } from '../samples.ts';

/** An invalidation of records of user 475. */
const invalidation = (records: readonly InvalidatedRecords[]) => ({ polarUserId: '475', records, sender: 'a process' });
/** Lets every update of a record of one resource fail; on Postgres at the commit, when all statements have succeeded. */
const FAILING_UPDATE = {
  sqlite: `create trigger refuse before update on records
    when old.resource_id = (select id from resources where name = 'recharge')
    begin select raise(abort, 'refused'); end`,
  postgres: `create function refuse() returns trigger language plpgsql as $$ begin
      if old.resource_id = (select id from resources where name = 'recharge') then raise 'refused'; end if;
      return null; end $$;
    create constraint trigger refuse after update on records deferrable initially deferred
    for each row execute function refuse()`,
};
const owner = { partition: 'partition-a', polarUserId: '475' };

export function recordContract(inDatabase: InDatabase): void {
  it(
    'returns what was written, once for every set of flags',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const odd = {
        text: "null \u0000, quote ', emoji 🏃, lone \ud800",
        big: 9007199254740993n.toString(),
        deep: [[{}]],
      };
      const written = [record({ value: odd }), record({ flags: ['samples', 'zones'], value: ['x'] })];
      await records.write(owner, written);
      const read = await records.read(owner.partition, 'sleep', ['2026-11-20', '2026-11-21']);
      expect(read.toSorted((a, b) => a.flags.length - b.flags.length)).toEqual(written);
    }),
  );

  it(
    'separates partitions, resources and keys',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      await records.write(owner, [record(), record({ resource: 'recharge' }), record({ key: '2026-11-21' })]);
      expect(await records.read('partition-b', 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toHaveLength(1);
      expect(await records.read(owner.partition, 'sleep', [])).toEqual([]);
    }),
  );

  it(
    'never replaces a newer record with an older one, whichever comes last',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const at = (fetchedAt: number) => record({ fetchedAt, value: { fetchedAt } });
      await records.write(owner, [at(NOW + 2), at(NOW + 5), at(NOW + 3)]);
      await records.write(owner, [at(NOW + 4)]);
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toEqual([at(NOW + 5)]);
      await records.write(owner, [at(NOW + 6)]);
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toEqual([at(NOW + 6)]);
    }),
  );

  it(
    'replaces a record that was read in the future, by a clock that was wrong',
    inDatabase(async ({ open }) => {
      let now = NOW + 60 * MINUTE;
      const { records } = await open({ clock: clockAt(() => now) });
      const at = (fetchedAt: number) => record({ fetchedAt, value: { fetchedAt } });
      await records.write(owner, [at(now)]);
      now = NOW;
      await records.write(owner, [at(now)]);
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toEqual([at(NOW)]);
      await records.write(owner, [at(now - 1)]);
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toEqual([at(NOW)]);
    }),
  );

  it(
    'has the newest record of each key after many writers at once',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const days = Array.from({ length: 28 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
      const writes = Array.from({ length: 20 }, (_, writer) => {
        const fetchedAt = NOW + ((writer * 7) % 20);
        const rows = days.map((key) => record({ key, fetchedAt, value: fetchedAt }));
        return records.write(owner, writer % 2 ? rows : rows.toReversed());
      });
      await Promise.all(writes);
      const read = await records.read(owner.partition, 'sleep', days);
      expect(read.map(({ value }) => value)).toEqual(days.map(() => NOW + 19));
    }),
  );

  it(
    'writes all records or none',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const bad = record({ key: '2026-11-21', fetchedAt: 0.5 });
      await expect(records.write(owner, [record(), bad])).rejects.toMatchObject({ code: 'invalid' });
      expect(await records.read(owner.partition, 'sleep', ['2026-11-20'])).toEqual([]);
    }),
  );

  it(
    'takes more records and keys than a statement has parameters for',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const keys = Array.from({ length: 2500 }, (_, index) => `id-${index}`);
      await records.write(
        owner,
        keys.map((key) => record({ key, value: key })),
      );
      expect(await records.read(owner.partition, 'sleep', keys)).toHaveLength(keys.length);
    }),
  );

  it(
    'returns the metadata of the records from one date to another, and which are empty',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const empty = record({ key: '2026-11-21', value: [] });
      const none = [record({ key: '2026-11-19' }), record({ key: '2026-11-23' }), record({ key: '' })];
      await records.write(owner, [record({ flags: ['samples'] }), empty, record({ key: '2026-11-22' }), ...none]);
      const metadata = await records.metadata(owner.partition, 'sleep', '2026-11-20', '2026-11-22');
      const times = { fetchedAt: NOW, freshUntil: NOW + MINUTE };
      expect(metadata).toEqual([
        { key: '2026-11-20', flags: ['samples'], isNothing: false, ...times },
        { key: '2026-11-21', flags: [], isNothing: true, ...times },
        { key: '2026-11-22', flags: [], isNothing: false, ...times },
      ]);
    }),
  );

  it(
    "invalidates a user's records in every partition of theirs, and no others",
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const all = [record(), record({ key: '2026-11-21' }), record({ resource: 'recharge' })];
      for (const partition of ['one', 'two']) await records.write({ partition, polarUserId: '475' }, all);
      await records.write({ partition: 'other', polarUserId: '476' }, all);
      const fresh = async (partition: string, resource = 'sleep') =>
        (await records.read(partition, resource, ['2026-11-20', '2026-11-21'])).map(({ freshUntil }) => freshUntil > 0);

      await records.invalidate(invalidation([{ resource: 'sleep', keys: ['2026-11-20'] }]));
      expect([await fresh('one'), await fresh('two'), await fresh('other')]).toEqual([
        [false, true],
        [false, true],
        [true, true],
      ]);
      await records.invalidate(invalidation([{ resource: 'sleep', keys: [] }]));
      expect(await fresh('one')).toEqual([false, true]);
      await records.invalidate(invalidation([{ resource: 'sleep', keys: null }]));
      expect([await fresh('one'), await fresh('one', 'recharge')]).toEqual([[false, false], [true]]);
    }),
  );

  it(
    'invalidates records of several resources with one signal, sent when they are invalidated',
    inDatabase(async ({ open }) => {
      const { records, signals } = await open();
      await records.write(owner, [record(), record({ resource: 'recharge' })]);
      const received: ReceivedSignal[] = [];
      const freshAtSignal = Promise.withResolvers<boolean[]>();
      const fresh = async (resource: string) =>
        (await records.read(owner.partition, resource, ['2026-11-20'])).some(({ freshUntil }) => freshUntil > 0);
      signals.listen((signal) => {
        received.push(signal);
        freshAtSignal.resolve(Promise.all([fresh('sleep'), fresh('recharge')]));
      });
      const both = [
        { resource: 'sleep', keys: ['2026-11-20'] },
        { resource: 'recharge', keys: null },
      ];
      await records.invalidate(invalidation(both));
      expect(await freshAtSignal.promise).toEqual([false, false]);
      await signals.send({ type: 'erase', polarUserId: '475' });
      await expect.poll(() => received.length, { timeout: 30_000 }).toBe(2);
      expect(received[0]).toEqual({ type: 'invalidate', ...invalidation(both) });
    }),
  );

  it(
    'invalidates all records of a call or none, and then signals nothing',
    inDatabase(async ({ open, run, engine }) => {
      const { records, signals } = await open();
      await records.write(owner, [record(), record({ resource: 'recharge' })]);
      const received: ReceivedSignal[] = [];
      signals.listen((signal) => received.push(signal));
      await run(FAILING_UPDATE[engine]);
      const failing = ['sleep', 'recharge'].map((resource) => ({ resource, keys: null }));
      await expect(records.invalidate(invalidation(failing))).rejects.toMatchObject({ name: 'StoreError' });
      const [stored] = await records.read(owner.partition, 'sleep', ['2026-11-20']);
      expect(stored?.freshUntil).toBe(NOW + MINUTE);
      await signals.send({ type: 'erase', polarUserId: '475' });
      await expect.poll(() => received, { timeout: 30_000 }).toEqual([{ type: 'erase', polarUserId: '475' }]);
    }),
  );
}
