// Which transactions of AccessLink are stored, and which are known to be committed there.
import type { Kysely, Transaction } from 'kysely';
import type { ImportKind, StoredTransaction } from '../contract/imports.ts';
import type { Instant } from '../contract/instant.ts';
import type { Tables } from './schema.ts';

/** Notes that AccessLink has confirmed the commit. */
export async function markCommitted(
  db: Kysely<Tables>,
  { kind, polarUserId, transactionId }: StoredTransaction,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('transactions')
    .set({ committed_at: now })
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind)
    .where('transaction_id', '=', transactionId)
    .where('committed_at', 'is', null)
    .execute();
}

/** Those that are not known to be committed, oldest first. */
export async function readUncommitted(
  db: Kysely<Tables>,
  polarUserId: string,
  kind: ImportKind,
): Promise<StoredTransaction[]> {
  const rows = await db
    .selectFrom('transactions')
    .select('transaction_id')
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind)
    .where('committed_at', 'is', null)
    .orderBy('stored_at')
    .orderBy('transaction_id')
    .execute();
  return rows.map(({ transaction_id }) => ({ kind, polarUserId, transactionId: transaction_id }));
}

/** Notes a transaction; one that is there already stays as it is. */
export async function upsertTransaction(
  trx: Transaction<Tables>,
  transaction: StoredTransaction,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('transactions')
    .values({
      kind: transaction.kind,
      polar_user_id: transaction.polarUserId,
      transaction_id: transaction.transactionId,
      stored_at: now,
      committed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['polar_user_id', 'kind', 'transaction_id']).doNothing())
    .execute();
}
