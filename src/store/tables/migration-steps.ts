// What the way to a version takes besides statements. Like these, steps are added, never changed: in text, as the tables of
// then are not those of now.
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
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
  const { rows: users } = await sql<{ polar_user_id: string }>`select polar_user_id from users`.execute(trx);
  for (const { polar_user_id } of users) {
    const partition = createHash('sha256')
      .update(JSON.stringify(['signed in', polar_user_id, null]))
      .digest('base64url');
    await sql`insert into partitions (partition, polar_user_id, token_hash, used_at)
      values (${partition}, ${polar_user_id}, null, ${now})`.execute(trx);
    await sql`update records set polar_user_id = ${polar_user_id} where partition = ${partition}`.execute(trx);
  }
  await sql`delete from records where partition not in (select partition from partitions)`.execute(trx);
}
