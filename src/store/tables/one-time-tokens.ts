// Tokens that may be redeemed once. Of statements that delete the same row at once, the database lets one succeed.
import type { Kysely } from 'kysely';
import { toJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { OneTimeTokenStore } from '../contract/one-time-tokens.ts';

/** One-time tokens in the tables of an engine. */
export function createOneTimeTokenStore(db: Kysely<Tables>): OneTimeTokenStore {
  return {
    put: async ({ kind, hash, polarUserId, value, expiresAt }) => {
      await db
        .insertInto('one_time_tokens')
        .values({ kind, hash, polar_user_id: polarUserId, value: toJson(value), expires_at: expiresAt })
        .execute();
    },
    redeem: async (kind, hash, now) => {
      const row = await db
        .deleteFrom('one_time_tokens')
        .where('kind', '=', kind)
        .where('hash', '=', hash)
        .returning(['value', 'expires_at'])
        .executeTakeFirst();
      return row && row.expires_at > now ? JSON.parse(row.value) : null;
    },
    deleteExpired: async (now) => {
      const deleted = await db.deleteFrom('one_time_tokens').where('expires_at', '<=', now).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}
