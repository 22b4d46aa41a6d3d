// Erasing what is stored of people: rows, the bytes they leave in files, and the memory of every process.
import type { Kysely, Transaction } from 'kysely';
import { type ErasedKind, type Erasure, type ErasureStore, NOTHING_ERASED } from '../contract/erasure.ts';
import type { Instant } from '../contract/instant.ts';
import type { Signal } from '../contract/signals.ts';
import { tokenAdditionalData } from '../crypto/additional-data.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Engine } from '../engines/engine.ts';
import { deletePartitions, deleteUnused, partitionsOf } from './partitions.ts';
import { deleteUnusedKeys, isUsed } from './unused-keys.ts';
import { lockUser, markOfToken, markOfUser, putMark } from './erasure-marks.ts';
import type { PersonKeys } from './person-keys.ts';
import { type PersonalTable, personalTables, type Tables } from './schema.ts';

/** What `dataOfUser` leaves. */
const ACCOUNT: ReadonlySet<PersonalTable> = new Set(['users', 'sessions', 'one_time_tokens', 'value_keys']);
const DATA = personalTables.filter((table) => !ACCOUNT.has(table));

/** What erasing takes besides an engine. */
interface ErasureTools {
  readonly encryption: Encryption;
  readonly keys: PersonKeys;
  readonly now: () => Instant;
}

/** Erasures in the tables of an engine. */
export function createErasureStore(engine: Engine, tools: ErasureTools): ErasureStore {
  const { db } = engine;
  const { encryption, keys, now } = tools;
  const userRows = createUserTargets(engine, keys);
  return {
    user: (polarUserId) => erase(engine, now(), userRows(polarUserId)),
    dataOfUser: (polarUserId) => erase(engine, now(), userRows(polarUserId, DATA)),
    pendingUser: ({ polarUserId, token }) =>
      eraseIf(engine, now(), {
        ...userRows(polarUserId),
        isDue: async (trx) => {
          const row = await trx
            .selectFrom('users')
            .select('token_encrypted')
            .where('polar_user_id', '=', polarUserId)
            .where('state', '=', 'deletion-pending')
            .executeTakeFirst();
          const stored = row && encryption.decrypt(row.token_encrypted, tokenAdditionalData(polarUserId));
          return stored?.reveal() === token.reveal();
        },
      }),
    dataOfToken: (tokenHash) => erase(engine, now(), tokenRows(engine, tokenHash, keys)),
    unused: async (before) => {
      const deleted = await deleteUnused(db, before);
      await deleteUnusedKeys(engine, keys);
      return deleted;
    },
    purge: () => engine.purge(),
  };
}

type ErasedRows = Record<ErasedKind, number>;

/** What is erased in one transaction, and how to look for what is left. */
interface ErasureTarget {
  readonly mark: string;
  readonly signal: Signal;
  /** Locks the users concerned. */
  readonly lock: (trx: Transaction<Tables>) => Promise<void>;
  readonly deleteRows: (trx: Transaction<Tables>) => Promise<ErasedRows>;
  readonly count: () => Promise<number>;
}

async function erase(engine: Engine, now: Instant, target: ErasureTarget): Promise<Erasure> {
  const erasure = await eraseIf(engine, now, { ...target, isDue: async () => true });
  return erasure ?? NOTHING_ERASED;
}

/** `isDue` is asked once nobody else writes; null when it says no. */
async function eraseIf(
  engine: Engine,
  now: Instant,
  target: ErasureTarget & { readonly isDue: (trx: Transaction<Tables>) => Promise<boolean> },
): Promise<Erasure | null> {
  const { db, signalSender } = engine;
  const erased = await db.transaction().execute(async (trx) => {
    await target.lock(trx);
    if (!(await target.isDue(trx))) return null;
    const rows = await target.deleteRows(trx);
    await putMark(trx, target.mark, now);
    await signalSender.within(trx, target.signal);
    return rows;
  });
  if (erased === null) return null;
  signalSender.after(target.signal);
  // The rows are gone for every reader: a log that cannot be emptied now is emptied later.
  const isPurged = await engine.purge().then(
    () => true,
    () => false,
  );
  return { erased, remaining: await target.count(), isPurged };
}

function createUserTargets(engine: Engine, keys: PersonKeys) {
  return (polarUserId: string, tables: readonly PersonalTable[] = personalTables): ErasureTarget => ({
    mark: markOfUser(polarUserId),
    signal: { type: 'erase', polarUserId },
    lock: (trx) => lockUser(engine, trx, polarUserId),
    deleteRows: async (trx) => {
      const erased = await deleteRowsOfUser(trx, { polarUserId, keys, tables });
      // Whoever stays has a new one, so that not even a delivery that comes now is under a key that outlives them.
      if (await isUsed(trx, polarUserId)) await keys.forWriting(trx, polarUserId);
      return erased;
    },
    count: () => countRows(engine.db, polarUserId, tables),
  });
}

export interface UserRows {
  readonly polarUserId: string;
  readonly keys: PersonKeys;
  readonly tables?: readonly PersonalTable[];
}

/**
 * Deletes the key of a user, their records, and every row about them, in a transaction that has locked them. The key first: where its deletion
 * is flushed by itself, what a crash leaves cannot be read.
 */
export async function deleteRowsOfUser(
  trx: Transaction<Tables>,
  { polarUserId, keys, tables = personalTables }: UserRows,
): Promise<ErasedRows> {
  const erased = { ...NOTHING_ERASED.erased };
  await keys.delete(trx, [polarUserId]);
  const records = trx.deleteFrom('records').where('partition_id', 'in', partitionsOf(trx, polarUserId));
  erased.records = Number((await records.executeTakeFirst()).numDeletedRows);
  for (const table of tables) {
    const deleted = await trx.deleteFrom(table).where('polar_user_id', '=', polarUserId).executeTakeFirst();
    if (table !== 'partitions' && table !== 'value_keys') erased[table] = Number(deleted.numDeletedRows);
  }
  return erased;
}

async function countRows(db: Kysely<Tables>, polarUserId: string, tables: readonly PersonalTable[]): Promise<number> {
  // Records are in a partition: as long as one of it is there, there may be records.
  let remaining = 0;
  for (const table of tables) {
    const { rows } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('polar_user_id', '=', polarUserId)
      .executeTakeFirstOrThrow();
    remaining += rows;
  }
  return remaining;
}

function tokenRows(engine: Engine, tokenHash: string, keys: PersonKeys): ErasureTarget {
  const { db } = engine;
  const partitionsIn = (from: Kysely<Tables>) =>
    from.selectFrom('partitions').select(['id', 'polar_user_id']).where('token_hash', '=', tokenHash).execute();
  return {
    mark: markOfToken(tokenHash),
    signal: { type: 'erase-token', tokenHash },
    lock: async (trx) => {
      for (const { polar_user_id } of await partitionsIn(trx)) await lockUser(engine, trx, polar_user_id);
    },
    deleteRows: async (trx) => {
      const found = await partitionsIn(trx);
      const records = await deletePartitions(
        trx,
        found.map(({ id }) => id),
      );
      for (const { polar_user_id } of found)
        if (!(await isUsed(trx, polar_user_id))) await keys.delete(trx, [polar_user_id]);
      return { ...NOTHING_ERASED.erased, records };
    },
    count: async () => (await partitionsIn(db)).length,
  };
}
