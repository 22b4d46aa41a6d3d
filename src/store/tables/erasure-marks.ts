// What an erasure leaves for a minute, so that requests in progress do not write back what it has deleted.
import { hash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import type { Instant } from '../contract/instant.ts';
import type { RecordOwner } from '../contract/records.ts';
import type { Tables } from './schema.ts';

/** Longer than any request lasts. */
const GRACE_MS = 60_000;

/** Who, or what was read with which token, is erased. */
export type Erased = Pick<RecordOwner, 'polarUserId' | 'tokenHash'>;

/** Nobody else writes for the user until the transaction ends. */
export async function lockUser(engine: Engine, trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await engine.lock(trx, lockName(polarUserId), 'exclusive');
}

/** No erasure of the user goes on until the transaction ends; others write. */
export async function lockUserShared(engine: Engine, trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await engine.lock(trx, lockName(polarUserId), 'shared');
}

/** What is locked for a user. */
export function lockName(polarUserId: string): string {
  return `user:${polarUserId}`;
}

/** Whether the user, or what was read with the token, was erased a moment ago. Call it while the user is locked. */
export async function wasErased(trx: Transaction<Tables>, owner: Erased, now: Instant): Promise<boolean> {
  const row = await trx
    .selectFrom('erasures')
    .select('erased_at')
    .where('user_hash', 'in', marksOf(owner))
    .where('erased_at', '>', erasedSince(now))
    .executeTakeFirst();
  return row !== undefined;
}

/** The marks that an erasure of somebody, or of what was read with their token, leaves. */
export function marksOf({ polarUserId, tokenHash }: Erased): string[] {
  return [markOfUser(polarUserId), ...(tokenHash ? [markOfToken(tokenHash)] : [])];
}

/** Erasures after this instant count. */
export function erasedSince(now: Instant): Instant {
  return now - GRACE_MS;
}

/** Leaves a mark, and deletes those that are over. */
export async function putMark(trx: Transaction<Tables>, mark: string, now: Instant): Promise<void> {
  await deleteExpiredErasures(trx, now);
  await trx
    .insertInto('erasures')
    .values({ user_hash: mark, erased_at: now })
    .onConflict((conflict) => conflict.column('user_hash').doUpdateSet({ erased_at: now }))
    .execute();
}

/** The user is back. */
export async function endErasure(trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  await trx.deleteFrom('erasures').where('user_hash', '=', markOfUser(polarUserId)).execute();
}

/** Deletes the erasures older than a minute: not even that somebody was erased is stored longer than needed. */
export async function deleteExpiredErasures(db: Kysely<Tables>, now: Instant): Promise<void> {
  await db
    .deleteFrom('erasures')
    .where('erased_at', '<=', now - GRACE_MS)
    .execute();
}

export function markOfUser(polarUserId: string): string {
  return digestOf(polarUserId);
}

export function markOfToken(tokenHash: string): string {
  return digestOf(`token ${tokenHash}`);
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
