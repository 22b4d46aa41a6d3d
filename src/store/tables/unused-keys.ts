// Keys of people of whom nothing is stored any more: they are deleted too.
import type { Kysely, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { chunksOf } from './chunks.ts';
import { lockUser } from './erasure-marks.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';

const IDS_AT_ONCE = 500;
/** Where what a key encrypts may be. Records are in a partition. */
const TABLES = ['users', 'partitions', 'imported_items', 'inbox'] as const;

/** Whether a person needs a key. */
export async function isUsed(trx: Transaction<Tables>, polarUserId: string): Promise<boolean> {
  return (await usedOf(trx, [polarUserId])).size > 0;
}

/** Looks at all keys, and then once more at each that nobody seems to need, while its person is locked. */
export async function deleteUnusedKeys(engine: Engine, keys: PersonKeys): Promise<void> {
  for (const some of chunksOf(await keys.holders(), IDS_AT_ONCE)) {
    const used = await usedOf(engine.db, some);
    for (const polarUserId of some.filter((id) => !used.has(id))) await deleteIfUnused(engine, keys, polarUserId);
  }
}

async function deleteIfUnused(engine: Engine, keys: PersonKeys, polarUserId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    if (!(await isUsed(trx, polarUserId))) await keys.delete(trx, [polarUserId]);
  });
}

async function usedOf(db: Kysely<Tables>, polarUserIds: readonly string[]): Promise<ReadonlySet<string | null>> {
  const used = new Set<string | null>();
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table)
      .select('polar_user_id')
      .distinct()
      .where('polar_user_id', 'in', polarUserIds)
      .execute();
    for (const row of rows) used.add(row.polar_user_id);
  }
  return used;
}
