// The encrypted values of one person.
import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Deletes the encrypted values of somebody who has no key; how many. Transactions whose items are among them go too: they must
 * not be committed at AccessLink, which has what they contain still.
 */
export async function deleteEncryptedOf(trx: Transaction<Tables>, polarUserId: string): Promise<number> {
  const deleteFrom = async (table: 'records' | 'imported_items') => {
    const encrypted = trx.deleteFrom(table).where('polar_user_id', '=', polarUserId);
    return (await encrypted.where('value_encrypted', 'is not', null).executeTakeFirst()).numDeletedRows;
  };
  const records = await deleteFrom('records');
  const items = await deleteFrom('imported_items');
  if (items > 0n) await trx.deleteFrom('transactions').where('polar_user_id', '=', polarUserId).execute();
  return Number(records + items);
}
