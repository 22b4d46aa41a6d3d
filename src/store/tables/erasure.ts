// Erasing a user: every row in every table, and whatever requests in progress would write back in the next minute.
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import type { Instant } from '../contract/instant.ts';
import { personalTables, type Tables } from './schema.ts';

/** Longer than any request lasts. */
const GRACE_MS = 60_000;

/** Removes everything about a user, and the bytes from the files. Safe to repeat. */
export async function eraseUser(engine: Engine, polarUserId: string, now: Instant): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    await deleteRecordsOfPartitions(trx, polarUserId);
    for (const table of personalTables) {
      await trx.deleteFrom(table).where('polar_user_id', '=', polarUserId).execute();
    }
    await deleteExpiredErasures(trx, now);
    await trx
      .insertInto('erasures')
      .values({ user_hash: hashOf(polarUserId), erased_at: now })
      .onConflict((conflict) => conflict.column('user_hash').doUpdateSet({ erased_at: now }))
      .execute();
  });
  await engine.purge();
}

/** Nobody else writes for the user until the transaction ends. */
export async function lockUser(engine: Engine, trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await engine.lock(trx, `user:${polarUserId}`, 'exclusive');
}

/** No erasure of the user goes on until the transaction ends; others write. */
export async function lockUserShared(engine: Engine, trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await engine.lock(trx, `user:${polarUserId}`, 'shared');
}

/** Whether the user was erased a moment ago. Call it while the user is locked. */
export async function wasErased(trx: Transaction<Tables>, polarUserId: string, now: Instant): Promise<boolean> {
  const row = await trx
    .selectFrom('erasures')
    .select('erased_at')
    .where('user_hash', '=', hashOf(polarUserId))
    .where('erased_at', '>', now - GRACE_MS)
    .executeTakeFirst();
  return row !== undefined;
}

/** The user is back. */
export async function endErasure(trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await trx.deleteFrom('erasures').where('user_hash', '=', hashOf(polarUserId)).execute();
}

/** Deletes the erasures older than a minute: not even that somebody was erased is stored longer than needed. */
export async function deleteExpiredErasures(db: Kysely<Tables>, now: Instant): Promise<void> {
  await db
    .deleteFrom('erasures')
    .where('erased_at', '<=', now - GRACE_MS)
    .execute();
}

/** Records of a partition that is the user's, written before the user's id was known. */
async function deleteRecordsOfPartitions(trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await trx
    .deleteFrom('records')
    .where('partition', 'in', (inner) =>
      inner.selectFrom('records').select('partition').where('polar_user_id', '=', polarUserId),
    )
    .execute();
}

function hashOf(polarUserId: string): string {
  return createHash('sha256').update(polarUserId).digest('hex');
}
