// What is encrypted under a key that is gone, as in a backup from before an erasure: it counts as not stored, and is deleted.
import type { Engine } from '../engines/engine.ts';
import { deleteEncryptedOf } from './encrypted-values.ts';
import { lockUser } from './erasure-marks.ts';
import type { PersonKeys } from './person-keys.ts';

/** Looks for people without a key whose values are encrypted, and deletes those values; how many there were. */
export async function deleteUnreadable(engine: Engine, keys: PersonKeys): Promise<number> {
  const holders = new Set(await keys.holders());
  const people = new Set<string>();
  for (const table of ['partitions', 'imported_items'] as const) {
    const rows = await engine.db.selectFrom(table).select('polar_user_id').distinct().execute();
    for (const row of rows) if (!holders.has(row.polar_user_id)) people.add(row.polar_user_id);
  }
  let deleted = 0;
  for (const person of people) deleted += await deleteOf(engine, keys, person);
  return deleted;
}

async function deleteOf(engine: Engine, keys: PersonKeys, polarUserId: string): Promise<number> {
  return engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    return (await keys.find(trx, [polarUserId])).has(polarUserId) ? 0 : deleteEncryptedOf(trx, polarUserId);
  });
}
