// Which key the values of a person are under, noted with the values: those of a backup, or of an erasure that was broken off,
// are not taken for values under the key of now.
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** By person; of those of whom it is noted. */
export async function notedKeys(
  db: Kysely<Tables>,
  polarUserIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('value_keys').selectAll().where('polar_user_id', 'in', polarUserIds).execute();
  return new Map(rows.map((row) => [row.polar_user_id, row.key_id]));
}

/**
 * Notes the key of a person, and says what was noted before: of those who do so at once, one alone hears of a change, and the
 * others wait until that one is done.
 */
export async function noteKey(
  trx: Transaction<Tables>,
  polarUserId: string,
  keyId: string,
): Promise<'this' | 'none' | 'another'> {
  const known = (await notedKeys(trx, [polarUserId])).get(polarUserId);
  if (known === keyId) return 'this';
  const noted = await trx
    .insertInto('value_keys')
    .values({ polar_user_id: polarUserId, key_id: keyId })
    .onConflict((conflict) => conflict.column('polar_user_id').doNothing())
    .executeTakeFirst();
  if (noted.numInsertedOrUpdatedRows) return 'none';
  const changed = await trx
    .updateTable('value_keys')
    .set({ key_id: keyId })
    .where('polar_user_id', '=', polarUserId)
    .where('key_id', '<>', keyId)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n ? 'another' : 'this';
}

export async function forgetKeys(db: Kysely<Tables>, polarUserIds: readonly string[]): Promise<void> {
  await db.deleteFrom('value_keys').where('polar_user_id', 'in', polarUserIds).execute();
}
