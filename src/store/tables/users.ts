// Users and their encrypted tokens.
import type { Selectable, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { deleteRowsOfUser } from './erasure.ts';
import { deleteExpiredErasures, endErasure, lockUser } from './erasure-marks.ts';
import type { Instant } from '../contract/instant.ts';
import { rotateKeys } from './key-rotation.ts';
import type { Tables } from './schema.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { tokenAdditionalData } from '../crypto/additional-data.ts';
import type { ListedUser, StoredUser, UserStore, UserPage } from '../contract/users.ts';

const LISTED = ['polar_user_id', 'member_id', 'registered_at', 'state', 'connected_at'] as const;

/** Users in the tables of an engine. */
export function createUserStore(engine: Engine, encryption: Encryption, now: () => Instant): UserStore {
  const { db } = engine;
  const userFrom = (row: Selectable<Tables['users']>): StoredUser => ({
    ...listedUserFrom(row),
    token: encryption.decrypt(row.token_encrypted, tokenAdditionalData(row.polar_user_id)),
  });
  return {
    connect: (user) => connect(engine, user, encryption.encrypt(user.token, tokenAdditionalData(user.polarUserId))),
    find: async (polarUserId) => {
      const row = await db.selectFrom('users').selectAll().where('polar_user_id', '=', polarUserId).executeTakeFirst();
      return row ? userFrom(row) : null;
    },
    list: async (state) => {
      const rows = await db
        .selectFrom('users')
        .select(LISTED)
        .where('state', '=', state)
        .orderBy('polar_user_id')
        .execute();
      return rows.map(listedUserFrom);
    },
    page: (page) => readPage(engine, page),
    mark: async (polarUserId, state) => {
      const changed = await db
        .updateTable('users')
        .set({ state })
        .where('polar_user_id', '=', polarUserId)
        .where(
          'state',
          'in',
          state === 'reauthentication-required' ? ['connected'] : ['connected', 'reauthentication-required'],
        )
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    deleteExpiredErasures: () => deleteExpiredErasures(db, now()),
    rotateKeys: () => rotateKeys(db, encryption),
  };
}

async function readPage({ db }: Engine, { after, before, limit, end }: UserPage): Promise<ListedUser[]> {
  const rows = await db
    .selectFrom('users')
    .select(LISTED)
    .$if(after !== null, (query) => query.where('polar_user_id', '>', after))
    .$if(before !== null, (query) => query.where('polar_user_id', '<', before))
    .orderBy('polar_user_id', end === 'first' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  const users = rows.map(listedUserFrom);
  return end === 'first' ? users : users.toReversed();
}

function listedUserFrom(row: Omit<Selectable<Tables['users']>, 'token_encrypted'>): ListedUser {
  return {
    polarUserId: row.polar_user_id,
    memberId: row.member_id,
    registeredAt: row.registered_at,
    state: row.state,
    connectedAt: row.connected_at,
  };
}

/** A user whose deletion is pending starts with an empty account: in one transaction with their return, so that no erasure follows it. */
async function connect(engine: Engine, user: Omit<StoredUser, 'state'>, encryptedToken: string): Promise<void> {
  const row = {
    member_id: user.memberId,
    registered_at: user.registeredAt,
    token_encrypted: encryptedToken,
    state: 'connected' as const,
    connected_at: user.connectedAt,
  };
  const { polarUserId } = user;
  const signal = { type: 'erase', polarUserId } as const;
  const isErased = await engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    const isPending = await isDeletionPending(trx, polarUserId);
    if (isPending) {
      await deleteRowsOfUser(trx, polarUserId);
      await engine.signalSender.within(trx, signal);
    }
    await endErasure(trx, polarUserId);
    await trx
      .insertInto('users')
      .values({ polar_user_id: polarUserId, ...row })
      .onConflict((conflict) => conflict.column('polar_user_id').doUpdateSet(row))
      .execute();
    return isPending;
  });
  if (isErased) engine.signalSender.after(signal);
}

async function isDeletionPending(trx: Transaction<Tables>, polarUserId: string): Promise<boolean> {
  const row = await trx.selectFrom('users').select('state').where('polar_user_id', '=', polarUserId).executeTakeFirst();
  return row?.state === 'deletion-pending';
}
