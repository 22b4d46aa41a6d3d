// Records as read from AccessLink, one row for each set of flags.
import type { Clock } from '../../clock.ts';
import type { RecordStore, StoredRecord } from '../contract/records.ts';
import type { InvalidationSignal } from '../contract/signals.ts';
import type { Engine } from '../engines/engine.ts';
import { chunksOf, padded } from './chunks.ts';
import { lockUser } from './erasure-marks.ts';
import { createGroupCommit } from './group-commit.ts';
import { partitionsOf } from './partitions.ts';
import type { PersonKeys } from './person-keys.ts';
import { USE_MS } from './partition-numbers.ts';
import { type RecordWrite, writeRecords } from './record-groups.ts';
import { readMetadata, readSome } from './record-reads.ts';
import { createResourceNumbers } from './resource-numbers.ts';

type RecordClock = Pick<Clock, 'now' | 'after'>;

const KEYS_AT_ONCE = 512;
/**
 * Records wait so long before they are written: the answer that they are for is sent meanwhile, and not delayed by the thread that
 * writes, and what other operations read goes with them.
 */
const GATHER_MS = 20;
/** Operations in one transaction, and those that wait for the next ones. */
const GROUP = { maxItems: 64, maxWaiting: 10_000 };

/** Records in the tables of an engine. */
export function createRecordStore(engine: Engine, keys: PersonKeys, clock: RecordClock): RecordStore {
  const { db } = engine;
  const { now } = clock;
  const tables = { engine, keys, resources: createResourceNumbers(engine), now };
  const writeInGroup = createGroupCommit(
    async (writes: readonly RecordWrite[]) => {
      const failures = await writeRecords(writes, tables);
      return writes.map((write) => failures.get(write));
    },
    { ...GROUP, startWith: (task) => void clock.after(GATHER_MS, task) },
  );
  return {
    read: async (partition, resource, wanted) => {
      const found: StoredRecord[] = [];
      for (const chunk of chunksOf(wanted, KEYS_AT_ONCE))
        found.push(...(await readSome(engine, { partition, resource, keys: chunk }, keys)));
      return found;
    },
    metadata: (...range) => readMetadata(engine, range, keys),
    write: async (owner, records) => {
      const failure = await writeInGroup({ owner, records });
      if (failure !== undefined) throw failure;
    },
    ownerOf: async (partition) => {
      const query = db.selectFrom('partitions').select('polar_user_id').where('partition', '=', partition);
      return (await query.executeTakeFirst())?.polar_user_id ?? null;
    },
    use: async (partition) => {
      await db
        .updateTable('partitions')
        .set({ used_at: now() })
        .where('partition', '=', partition)
        .where('used_at', '<=', now() - USE_MS)
        .execute();
    },
    invalidate: (signal) => invalidate(engine, signal),
  };
}

async function invalidate(engine: Engine, invalidation: InvalidationSignal): Promise<void> {
  const { db, signalSender } = engine;
  const signal = { type: 'invalidate', ...invalidation } as const;
  await db.transaction().execute(async (trx) => {
    // Nobody writes the same rows in another order meanwhile, and no erasure goes on.
    await lockUser(engine, trx, invalidation.polarUserId);
    for (const { resource, keys } of invalidation.records) {
      const all = trx
        .updateTable('records')
        .set({ fresh_until: 0 })
        .where('partition_id', 'in', partitionsOf(trx, invalidation.polarUserId))
        .where('resource_id', 'in', (inner) => inner.selectFrom('resources').select('id').where('name', '=', resource));
      if (keys === null) await all.execute();
      else
        for (const chunk of chunksOf(keys, KEYS_AT_ONCE)) await all.where('record_key', 'in', padded(chunk)).execute();
    }
    await signalSender.within(trx, signal);
  });
  signalSender.after(signal);
}
