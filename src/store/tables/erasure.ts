// Erasing what is stored of people: rows, the bytes they leave in files, and the memory of every process.
import type { Kysely, Transaction } from 'kysely';
import { type ErasedKind, type Erasure, type ErasureStore, NOTHING_ERASED } from '../contract/erasure.ts';
import type { Instant } from '../contract/instant.ts';
import type { Signal } from '../contract/signals.ts';
import { tokenAdditionalData } from '../crypto/additional-data.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Engine } from '../engines/engine.ts';
import { chunksOf } from './chunks.ts';
import { lockUser, markOfToken, markOfUser, putMark } from './erasure-marks.ts';
import { type PersonalTable, personalTables, type Tables } from './schema.ts';

/** What `dataOfUser` leaves. */
const ACCOUNT: ReadonlySet<PersonalTable> = new Set(['users', 'sessions', 'one_time_tokens']);
const DATA = personalTables.filter((table) => !ACCOUNT.has(table));
const PARTITIONS_AT_ONCE = 500;

/** Erasures in the tables of an engine. */
export function createErasureStore(engine: Engine, encryption: Encryption, now: () => Instant): ErasureStore {
  const { db } = engine;
  return {
    user: (polarUserId) => erase(engine, now(), userRows(engine, polarUserId)),
    dataOfUser: (polarUserId) => erase(engine, now(), userRows(engine, polarUserId, DATA)),
    pendingUser: ({ polarUserId, token }) =>
      eraseIf(engine, now(), {
        ...userRows(engine, polarUserId),
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
    dataOfToken: (tokenHash) => erase(engine, now(), tokenRows(engine, tokenHash)),
    unused: (before) => deleteUnused(db, before),
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

function userRows(
  engine: Engine,
  polarUserId: string,
  tables: readonly PersonalTable[] = personalTables,
): ErasureTarget {
  return {
    mark: markOfUser(polarUserId),
    signal: { type: 'erase', polarUserId },
    lock: (trx) => lockUser(engine, trx, polarUserId),
    deleteRows: (trx) => deleteRowsOfUser(trx, polarUserId, tables),
    count: () => countRows(engine.db, polarUserId, tables),
  };
}

/** Deletes every row about a user, in a transaction that has locked them. */
export async function deleteRowsOfUser(
  trx: Transaction<Tables>,
  polarUserId: string,
  tables: readonly PersonalTable[] = personalTables,
): Promise<ErasedRows> {
  const erased = { ...NOTHING_ERASED.erased };
  for (const table of tables) {
    const deleted = await trx.deleteFrom(table).where('polar_user_id', '=', polarUserId).executeTakeFirst();
    if (table !== 'partitions') erased[table] = Number(deleted.numDeletedRows);
  }
  return erased;
}

async function countRows(db: Kysely<Tables>, polarUserId: string, tables: readonly PersonalTable[]): Promise<number> {
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

function tokenRows(engine: Engine, tokenHash: string): ErasureTarget {
  const { db } = engine;
  const partitionsIn = (from: Kysely<Tables>) =>
    from.selectFrom('partitions').select(['partition', 'polar_user_id']).where('token_hash', '=', tokenHash).execute();
  return {
    mark: markOfToken(tokenHash),
    signal: { type: 'erase-token', tokenHash },
    lock: async (trx) => {
      for (const { polar_user_id } of await partitionsIn(trx)) await lockUser(engine, trx, polar_user_id);
    },
    deleteRows: async (trx) => {
      const partitions = (await partitionsIn(trx)).map(({ partition }) => partition);
      return { ...NOTHING_ERASED.erased, records: await deletePartitions(trx, partitions) };
    },
    count: async () => (await partitionsIn(db)).length,
  };
}

/** How many records there were in them. */
async function deletePartitions(trx: Transaction<Tables>, partitions: readonly string[]): Promise<number> {
  let records = 0;
  for (const some of chunksOf(partitions, PARTITIONS_AT_ONCE)) {
    await trx.deleteFrom('partitions').where('partition', 'in', some).execute();
    records += await deleteRecordsIn(trx, some);
  }
  return records;
}

async function deleteRecordsIn(trx: Transaction<Tables>, partitions: readonly string[]): Promise<number> {
  const deleted = await trx.deleteFrom('records').where('partition', 'in', partitions).executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/**
 * Partitions first: whoever writes to one at the same time has its row, and either is waited for and keeps it, or waits and
 * makes a new one.
 */
async function deleteUnused(db: Kysely<Tables>, before: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const unused = await trx
      .deleteFrom('partitions')
      .where('token_hash', 'is not', null)
      .where('used_at', '<', before)
      .returning('partition')
      .execute();
    for (const some of chunksOf(unused, PARTITIONS_AT_ONCE))
      await deleteRecordsIn(
        trx,
        some.map(({ partition }) => partition),
      );
    return unused.length;
  });
}
