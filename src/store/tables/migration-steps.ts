// What the way to a version takes besides statements. Like these, steps are added, never changed.
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Instant } from '../contract/instant.ts';
import type { Tables } from './schema.ts';

/** Run after the statements of a version, in the same transaction. */
export const steps: Readonly<Record<number, (trx: Transaction<Tables>, now: Instant) => Promise<void>>> = {
  6: dropUnprovenRecords,
};

/**
 * Until then records were filed under whatever user id came with a token. Those of people who signed in here stay; what a
 * token has read without proving whose it is goes: AccessLink sends it again.
 */
async function dropUnprovenRecords(trx: Transaction<Tables>, now: Instant): Promise<void> {
  const users = await trx.selectFrom('users').select('polar_user_id').execute();
  for (const { polar_user_id } of users) {
    const partition = createHash('sha256')
      .update(JSON.stringify(['signed in', polar_user_id, null]))
      .digest('base64url');
    await trx.insertInto('partitions').values({ partition, polar_user_id, token_hash: null, used_at: now }).execute();
    await trx.updateTable('records').set({ polar_user_id }).where('partition', '=', partition).execute();
  }
  await trx
    .deleteFrom('records')
    .where('partition', 'not in', (inner) => inner.selectFrom('partitions').select('partition'))
    .execute();
}
