// What may be used once. Of statements that change the same row at once, the database lets one be the first.
import type { Kysely } from 'kysely';
import { toJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { Instant } from '../contract/instant.ts';
import type { OneTimeTokenStore, StateClaim, TokenUse, UsedToken } from '../contract/one-time-tokens.ts';

/** One-time tokens in the tables of an engine. */
export function createOneTimeTokenStore(db: Kysely<Tables>): OneTimeTokenStore {
  return {
    put: async ({ kind, hash, polarUserId, value, expiresAt }) => {
      await db
        .insertInto('one_time_tokens')
        .values({
          kind,
          hash,
          polar_user_id: polarUserId,
          value: toJson(value),
          expires_at: expiresAt,
          uses: 0,
          result: null,
        })
        .execute();
    },
    use: (use) => countUse(db, use),
    uses: async (kind, hash) => {
      const row = await db
        .selectFrom('one_time_tokens')
        .select('uses')
        .where('kind', '=', kind)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row?.uses ?? 0;
    },
    claimState: async (claim) => ((await countStates(db, claim.now)) >= claim.limit ? 'full' : insertState(db, claim)),
    deleteExpired: async (now) => {
      const deleted = await db.deleteFrom('one_time_tokens').where('expires_at', '<=', now).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

/** One statement: it takes an unused token for good, and counts the attempts that come too late. */
async function countUse(
  db: Kysely<Tables>,
  { kind, hash, now, result, keepUntil }: TokenUse,
): Promise<UsedToken | null> {
  const row = await db
    .updateTable('one_time_tokens')
    .set((row) => ({
      uses: row('uses', '+', 1),
      result: row.fn.coalesce(row.ref('result'), row.val(result)),
      expires_at: row.case().when('uses', '=', 0).then(keepUntil).else(row.ref('expires_at')).end(),
    }))
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .returning(['value', 'uses', 'result'])
    .executeTakeFirst();
  return row ? { value: JSON.parse(row.value), uses: row.uses, result: row.result ?? result } : null;
}

async function countStates(db: Kysely<Tables>, now: Instant): Promise<number> {
  const { states } = await db
    .selectFrom('one_time_tokens')
    .select(({ fn }) => fn.countAll<number>().as('states'))
    .where('kind', '=', 'state')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return states;
}

async function insertState(db: Kysely<Tables>, { hash, expiresAt }: StateClaim): Promise<'claimed' | 'used'> {
  const inserted = await db
    .insertInto('one_time_tokens')
    .values({ kind: 'state', hash, polar_user_id: null, value: 'null', expires_at: expiresAt, uses: 1, result: null })
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'claimed' : 'used';
}
