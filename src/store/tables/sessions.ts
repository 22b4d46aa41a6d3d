// Signed-in browsers and apps.
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { SessionStore } from '../contract/sessions.ts';

/** Sessions in the tables of an engine. */
export function createSessionStore(db: Kysely<Tables>): SessionStore {
  return {
    create: async ({ tokenHash, polarUserId, kind, createdAt, expiresAt }) => {
      await db
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          polar_user_id: polarUserId,
          kind,
          created_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
    },
    find: async (tokenHash, now) => {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (!row) return null;
      const { polar_user_id: polarUserId, kind, created_at: createdAt, expires_at: expiresAt } = row;
      return { tokenHash, polarUserId, kind, createdAt, expiresAt };
    },
    delete: async (tokenHash) => {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
    deleteOfUser: async (polarUserId) => {
      await db.deleteFrom('sessions').where('polar_user_id', '=', polarUserId).execute();
    },
    deleteExpired: async (now) => {
      const deleted = await db.deleteFrom('sessions').where('expires_at', '<=', now).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}
