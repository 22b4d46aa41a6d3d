// Users and their encrypted tokens.
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { isUndecryptable } from '../contract/errors.ts';
import { deleteRowsOfUser } from './erasure.ts';
import { deleteExpiredErasures, endErasure, lockUser } from './erasure-marks.ts';
import type { Instant } from '../contract/instant.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { memberIdAdditionalData, tokenAdditionalData } from '../crypto/additional-data.ts';
import { decryptValue, encryptValue, type ValueKey } from '../crypto/value-cipher.ts';
import type { ListedUser, StoredUser, UserStore, UserPage } from '../contract/users.ts';

const LISTED = ['polar_user_id', 'member_id', 'member_id_encrypted', 'registered_at', 'state', 'connected_at'] as const;

/** What encrypts users, and the clock. */
export interface UserSecrets {
  readonly encryption: Encryption;
  readonly keys: PersonKeys;
  readonly now: () => Instant;
}

/** Users in the tables of an engine. */
export function createUserStore(engine: Engine, secrets: UserSecrets): UserStore {
  const { db } = engine;
  const { encryption, keys, now } = secrets;
  return {
    connect: (user) => connect(engine, user, secrets),
    find: async (polarUserId) => {
      const row = await db.selectFrom('users').selectAll().where('polar_user_id', '=', polarUserId).executeTakeFirst();
      if (!row) return null;
      const token = encryption.decrypt(row.token_encrypted, tokenAdditionalData(polarUserId));
      const [listed] = await listedUsersFrom(db, [row], keys);
      return listed ? { ...listed, token } : null;
    },
    list: async (state) => {
      const rows = await db
        .selectFrom('users')
        .select(LISTED)
        .where('state', '=', state)
        .orderBy('polar_user_id')
        .execute();
      return listedUsersFrom(db, rows, keys);
    },
    page: (page) => readPage(engine, page, keys),
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
  };
}

async function readPage(
  { db }: Engine,
  { after, before, limit, end }: UserPage,
  keys: PersonKeys,
): Promise<ListedUser[]> {
  const rows = await db
    .selectFrom('users')
    .select(LISTED)
    .$if(after !== null, (query) => query.where('polar_user_id', '>', after))
    .$if(before !== null, (query) => query.where('polar_user_id', '<', before))
    .orderBy('polar_user_id', end === 'first' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  const users = await listedUsersFrom(db, rows, keys);
  return end === 'first' ? users : users.toReversed();
}

type ListedRow = Omit<Selectable<Tables['users']>, 'token_encrypted'>;

/** A member id that cannot be read stops nobody: nothing is done with it but to show it. */
async function listedUsersFrom(
  db: Kysely<Tables>,
  rows: readonly ListedRow[],
  keys: PersonKeys,
): Promise<ListedUser[]> {
  const encrypted = rows.filter((row) => row.member_id_encrypted !== null);
  const found = await keys.find(
    db,
    encrypted.map((row) => row.polar_user_id),
  );
  return rows.map((row) => {
    const { polar_user_id: polarUserId, member_id_encrypted: stored } = row;
    const key = found.opens(polarUserId) ? found.get(polarUserId) : undefined;
    return {
      polarUserId,
      memberId: stored === null ? row.member_id : decryptValue(key, stored, memberIdAdditionalData(polarUserId)),
      registeredAt: row.registered_at,
      state: row.state,
      connectedAt: row.connected_at,
    };
  });
}

async function connect(
  engine: Engine,
  user: Omit<StoredUser, 'state'>,
  { encryption, keys }: UserSecrets,
): Promise<void> {
  const { polarUserId } = user;
  const signal = { type: 'erase', polarUserId } as const;
  const isErased = await engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    const isPending = await isDeletionPending(trx, polarUserId);
    if (isPending) {
      await deleteRowsOfUser(trx, { polarUserId, keys });
      await engine.signalSender.within(trx, signal);
    }
    await endErasure(trx, polarUserId);
    const row = rowFrom(user, encryption, await keyOf(trx, polarUserId, keys));
    await trx
      .insertInto('users')
      .values({ polar_user_id: polarUserId, ...row })
      .onConflict((conflict) => conflict.column('polar_user_id').doUpdateSet(row))
      .execute();
    return isPending;
  });
  if (isErased) engine.signalSender.after(signal);
}

/** Null when no key of SECRET_KEY opens it: whoever has lost that one can still sign in. */
async function keyOf(trx: Transaction<Tables>, polarUserId: string, keys: PersonKeys): Promise<ValueKey | null> {
  try {
    return await keys.forWriting(trx, polarUserId);
  } catch (error) {
    if (isUndecryptable(error)) return null;
    throw error;
  }
}

function rowFrom(user: Omit<StoredUser, 'state'>, encryption: Encryption, key: ValueKey | null) {
  const { polarUserId, memberId } = user;
  return {
    member_id: null,
    member_id_encrypted:
      key && memberId !== null ? encryptValue(key, memberId, memberIdAdditionalData(polarUserId)) : null,
    registered_at: user.registeredAt,
    token_encrypted: encryption.encrypt(user.token, tokenAdditionalData(polarUserId)),
    state: 'connected' as const,
    connected_at: user.connectedAt,
  };
}

async function isDeletionPending(trx: Transaction<Tables>, polarUserId: string): Promise<boolean> {
  const row = await trx.selectFrom('users').select('state').where('polar_user_id', '=', polarUserId).executeTakeFirst();
  return row?.state === 'deletion-pending';
}
