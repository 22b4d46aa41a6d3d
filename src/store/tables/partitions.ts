// Deleting partitions, and the records in them.
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../contract/instant.ts';
import { chunksOf } from './chunks.ts';
import type { Tables } from './schema.ts';

const PARTITIONS_AT_ONCE = 500;

/** Deletes partitions with their records; how many records there were in them. */
export async function deletePartitions(trx: Transaction<Tables>, ids: readonly number[]): Promise<number> {
  let records = 0;
  for (const some of chunksOf(ids, PARTITIONS_AT_ONCE)) {
    await trx.deleteFrom('partitions').where('id', 'in', some).execute();
    records += await deleteRecordsIn(trx, some);
  }
  return records;
}

async function deleteRecordsIn(trx: Transaction<Tables>, ids: readonly number[]): Promise<number> {
  const deleted = await trx.deleteFrom('records').where('partition_id', 'in', ids).executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** The partitions of a user, as a part of another query. */
export function partitionsOf(db: Kysely<Tables>, polarUserId: string) {
  return db.selectFrom('partitions').select('id').where('polar_user_id', '=', polarUserId);
}

/**
 * Deletes what was read with tokens of callers' own and not used since; how many partitions there were. Partitions first: whoever
 * writes to one at the same time has its row, and either is waited for and keeps it, or waits and makes a new one.
 */
export async function deleteUnused(db: Kysely<Tables>, before: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const unused = await trx
      .deleteFrom('partitions')
      .where('token_hash', 'is not', null)
      .where('used_at', '<', before)
      .returning('id')
      .execute();
    for (const some of chunksOf(unused, PARTITIONS_AT_ONCE))
      await deleteRecordsIn(
        trx,
        some.map(({ id }) => id),
      );
    return unused.length;
  });
}
