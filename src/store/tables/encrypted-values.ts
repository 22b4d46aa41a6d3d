// What is stored of a person whose key is gone.
import type { Transaction } from 'kysely';
import type { Instant } from '../contract/instant.ts';
import { partitionsOf } from './partitions.ts';
import type { Tables } from './schema.ts';

/**
 * Deletes the encrypted values of somebody who has no key; how many. Transactions whose items are among them go too: they must
 * not be committed at AccessLink, which has what they contain still.
 */
export async function deleteEncryptedOf(trx: Transaction<Tables>, polarUserId: string): Promise<number> {
  const ofPerson = trx.deleteFrom('records').where('partition_id', 'in', partitionsOf(trx, polarUserId));
  const records = (await ofPerson.where('value_encrypted', 'is not', null).executeTakeFirst()).numDeletedRows;
  const imported = trx.deleteFrom('imported_items').where('polar_user_id', '=', polarUserId);
  const items = (await imported.where('value_encrypted', 'is not', null).executeTakeFirst()).numDeletedRows;
  if (items > 0n) await trx.deleteFrom('transactions').where('polar_user_id', '=', polarUserId).execute();
  return Number(records + items);
}

/**
 * Finishes the erasure that has deleted the key: deletes all that was read of the person, and what AccessLink has sent about them
 * until then; how many values. It was broken off, or a backup from before it was restored.
 */
export async function finishErasure(trx: Transaction<Tables>, polarUserId: string, openedAt: Instant): Promise<number> {
  const deleted = await deleteEncryptedOf(trx, polarUserId);
  await trx.deleteFrom('records').where('partition_id', 'in', partitionsOf(trx, polarUserId)).execute();
  for (const table of ['imported_items', 'transactions', 'partitions'] as const)
    await trx.deleteFrom(table).where('polar_user_id', '=', polarUserId).execute();
  // What came since is about somebody who stays.
  await trx.deleteFrom('inbox').where('polar_user_id', '=', polarUserId).where('received_at', '<', openedAt).execute();
  await trx.deleteFrom('events').where('polar_user_id', '=', polarUserId).where('created_at', '<', openedAt).execute();
  return deleted;
}
