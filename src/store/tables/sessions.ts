// Signed-in browsers and apps.
import type { Selectable, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import type { Tables } from './schema.ts';
import type { SessionStore, StoredSession } from '../contract/sessions.ts';

/** More browsers and apps than anybody uses at once. */
const MAX_PER_USER = 100;

/** Sessions in the tables of an engine. */
export function createSessionStore(engine: Engine): SessionStore {
  const { db } = engine;
  return {
    create: (session) =>
      db.transaction().execute(async (trx) => {
        await insert(trx, session);
        await endOldest(trx, session.polarUserId);
      }),
    find: async (tokenHash, now) => {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row ? sessionFrom(row) : null;
    },
    list: async (polarUserId, now) => {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('polar_user_id', '=', polarUserId)
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .orderBy('token_hash')
        .execute();
      return rows.map(sessionFrom);
    },
    use: async (tokenHash, now) => {
      await db.updateTable('sessions').set({ last_used_at: now }).where('token_hash', '=', tokenHash).execute();
    },
    delete: async (tokenHash) => void (await end(engine, { column: 'token_hash', value: tokenHash })),
    deleteOfUser: (polarUserId) => end(engine, { column: 'polar_user_id', value: polarUserId }),
    deleteExpired: async (now) => {
      const deleted = await db.deleteFrom('sessions').where('expires_at', '<=', now).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

function sessionFrom(row: Selectable<Tables['sessions']>): StoredSession {
  return {
    tokenHash: row.token_hash,
    polarUserId: row.polar_user_id,
    kind: row.kind,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? row.created_at,
  };
}

async function insert(trx: Transaction<Tables>, session: Parameters<SessionStore['create']>[0]): Promise<void> {
  const { tokenHash, polarUserId, kind, createdAt, expiresAt } = session;
  await trx
    .insertInto('sessions')
    .values({
      token_hash: tokenHash,
      polar_user_id: polarUserId,
      kind,
      created_at: createdAt,
      expires_at: expiresAt,
      last_used_at: createdAt,
    })
    .execute();
}

async function endOldest(trx: Transaction<Tables>, polarUserId: string): Promise<void> {
  const surplus = await trx
    .selectFrom('sessions')
    .select('token_hash')
    .where('polar_user_id', '=', polarUserId)
    .orderBy('created_at', 'desc')
    .orderBy('token_hash')
    .limit(MAX_PER_USER)
    .offset(MAX_PER_USER)
    .execute();
  for (const { token_hash } of surplus) await trx.deleteFrom('sessions').where('token_hash', '=', token_hash).execute();
}

/** How many sessions ended. */
async function end(
  { db, signalSender }: Engine,
  { column, value }: { readonly column: 'token_hash' | 'polar_user_id'; readonly value: string },
): Promise<number> {
  const signalFor = (polarUserId: string) => ({ type: 'sessions', polarUserId }) as const;
  const ended = await db.transaction().execute(async (trx) => {
    const rows = await trx.deleteFrom('sessions').where(column, '=', value).returning('polar_user_id').execute();
    const [first] = rows;
    if (first) await signalSender.within(trx, signalFor(first.polar_user_id));
    return rows;
  });
  const [first] = ended;
  if (first) signalSender.after(signalFor(first.polar_user_id));
  return ended.length;
}
