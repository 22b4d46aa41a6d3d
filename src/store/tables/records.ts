// Records as read from AccessLink, one row for each set of flags.
import type { Kysely, Transaction } from 'kysely';
import { recordAdditionalData, recordsAdditionalData } from '../crypto/additional-data.ts';
import { encryptValue, type ValueKey } from '../crypto/value-cipher.ts';
import { chunksOf, padded, piecesOf } from './chunks.ts';
import type { InvalidationSignal } from '../contract/signals.ts';
import type { Engine } from '../engines/engine.ts';
import { lockUser, lockUserShared, wasErased } from './erasure-marks.ts';
import type { Instant } from '../contract/instant.ts';
import { toJson } from './json.ts';
import { readMetadata, readSome } from './record-reads.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';
import type { RecordOwner, RecordStore, StoredRecord } from '../contract/records.ts';

const KEYS_AT_ONCE = 512;
/** The use of a partition is noted to the day. */
const USE_MS = 86_400_000;

/** Records in the tables of an engine. */
export function createRecordStore(engine: Engine, keys: PersonKeys, now: () => Instant): RecordStore {
  const { db } = engine;
  return {
    read: async (partition, resource, wanted) => {
      const found: StoredRecord[] = [];
      for (const chunk of chunksOf(wanted, KEYS_AT_ONCE))
        found.push(...(await readSome(db, { partition, resource, keys: chunk }, keys)));
      return found;
    },
    metadata: (...range) => readMetadata(db, range, keys),
    write: (owner, records) =>
      db.transaction().execute(async (trx) => {
        await lockUserShared(engine, trx, owner.polarUserId);
        if (await wasErased(trx, owner, now())) return;
        const key = await keys.forWriting(trx, owner.polarUserId);
        await putPartition(trx, owner, now());
        for (const rows of piecesOf(rowsOf(owner, records))) await upsert(trx, encrypted(rows, key), now());
      }),
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

/** Says whose the partition is; when it was used, to the day. */
async function putPartition(trx: Transaction<Tables>, owner: RecordOwner, now: Instant): Promise<void> {
  const { partition, polarUserId, tokenHash = null } = owner;
  await trx
    .insertInto('partitions')
    .values({ partition, polar_user_id: polarUserId, token_hash: tokenHash, used_at: now })
    .onConflict((conflict) =>
      conflict
        .column('partition')
        .doUpdateSet({ used_at: now })
        .where('partitions.used_at', '<=', now - USE_MS),
    )
    .execute();
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
        .where('polar_user_id', '=', invalidation.polarUserId)
        .where('resource', '=', resource);
      if (keys === null) await all.execute();
      else
        for (const chunk of chunksOf(keys, KEYS_AT_ONCE)) await all.where('record_key', 'in', padded(chunk)).execute();
    }
    await signalSender.within(trx, signal);
  });
  signalSender.after(signal);
}

type Row = Tables['records'];

/** The rows of one partition. What rows have in common is written once for each resource. */
function encrypted(rows: readonly Row[], key: ValueKey): Row[] {
  const common = new Map<string, string>();
  return rows.map((row) => {
    const shared = common.get(row.resource) ?? recordsAdditionalData(row.partition, row.resource);
    common.set(row.resource, shared);
    return { ...row, value: '', value_encrypted: encryptValue(key, row.value, recordAdditionalData(shared, row)) };
  });
}

/** The newest of each key once, in the order of keys: two processes that write the same rows do not deadlock. */
function rowsOf({ partition, polarUserId }: RecordOwner, records: readonly StoredRecord[]): Row[] {
  const newest = new Map<string, Row>();
  for (const { resource, key, flags, value, fetchedAt, freshUntil } of records) {
    const id = toJson([resource, key, flags]);
    if ((newest.get(id)?.fetched_at ?? -Infinity) > fetchedAt) continue;
    newest.set(id, {
      partition,
      polar_user_id: polarUserId,
      resource,
      record_key: key,
      flags: toJson(flags),
      value: toJson(value),
      value_encrypted: null,
      is_nothing: Array.isArray(value) && value.length === 0 ? 1 : 0,
      fetched_at: fetchedAt,
      fresh_until: freshUntil,
    });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** A row that claims to have been read after now was written by a clock that was wrong: it is replaced. */
async function upsert(trx: Kysely<Tables>, rows: readonly Row[], now: Instant): Promise<void> {
  await trx
    .insertInto('records')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['partition', 'resource', 'record_key', 'flags'])
        .doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          value_encrypted: row.ref('excluded.value_encrypted'),
          is_nothing: row.ref('excluded.is_nothing'),
          fetched_at: row.ref('excluded.fetched_at'),
          fresh_until: row.ref('excluded.fresh_until'),
        }))
        .where((row) =>
          row.or([
            row('excluded.fetched_at', '>=', row.ref('records.fetched_at')),
            row('records.fetched_at', '>', now),
          ]),
        ),
    )
    .execute();
}
