// Deliveries of the webhook, stored before they are acknowledged, and processed under leases.
import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Delivery, InboxStore, NewDelivery } from '../contract/inbox.ts';
import type { Engine } from '../engines/engine.ts';
import type { Instant } from '../contract/instant.ts';
import { decryptBodies, encryptBodies } from './delivery-bodies.ts';
import { createGroupCommit } from './group-commit.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';

/** Deliveries in one statement: at most 13 MB of bodies. */
const MAX_GROUP = 200;
/** Four seconds of 500 a second, after which they are answered that the store is not available. */
const MAX_WAITING = 2_000;
/** More than the longest wait for a retry, which is that for the budget of the next day. */
const MAX_AHEAD_MS = 25 * 3_600_000;

/** The inbox in the tables of an engine. Deliveries that come at once are flushed together. */
export function createInboxStore({ name, db }: Engine, keys: PersonKeys): InboxStore {
  const add = createGroupCommit<NewDelivery, boolean>((deliveries) => insert(db, deliveries, keys), {
    maxItems: MAX_GROUP,
    maxWaiting: MAX_WAITING,
  });
  return {
    add,
    claim: ({ now, leaseMs, limit }) =>
      db.transaction().execute(async (trx) => {
        const due = await findDue(trx, { now, limit, skipLocked: name === 'postgres' });
        if (due.length === 0) return [];
        return await readable(trx, await lease(trx, due, now + leaseMs), { now, keys });
      }),
    renew: async (ids, until) => {
      if (ids.length === 0) return;
      await claimed(db).set({ due_at: until }).where('id', 'in', ids.map(Number)).execute();
    },
    done: async (id, now) => {
      await setDone(db, [Number(id)], now);
    },
    retry: async (id, retryAt) => {
      await db.updateTable('inbox').set({ due_at: retryAt, is_claimed: 0 }).where('id', '=', Number(id)).execute();
    },
    pending: () => countPending(db),
    deleteDone: async (before) => {
      const deleted = await db.deleteFrom('inbox').where('done_at', '<', before).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

async function countPending(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number>().as('pending'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.pending;
}

/** Gives back every delivery that is claimed: for a process that knows that there is no other. */
export async function freeDeliveries(db: Kysely<Tables>): Promise<void> {
  await claimed(db)
    .set((row) => ({ due_at: row.ref('received_at'), is_claimed: 0 }))
    .execute();
}

function claimed(db: Kysely<Tables>) {
  return db.updateTable('inbox').where('is_claimed', '=', 1).where('done_at', 'is', null);
}

/**
 * Whether each was new. In the order of their hashes: two processes that insert the same ones do not deadlock. Of two with
 * the same key the first is new.
 */
async function insert(db: Kysely<Tables>, deliveries: readonly NewDelivery[], keys: PersonKeys): Promise<boolean[]> {
  const rows = deliveries.map(({ key, polarUserId, body, receivedAt }) => ({
    key_hash: createHash('sha256').update(key).digest('hex'),
    polar_user_id: polarUserId,
    body,
    received_at: receivedAt,
    due_at: receivedAt,
    attempts: 0,
    done_at: null,
    is_claimed: 0,
  }));
  const bodies = await encryptBodies(db, rows, keys);
  const encrypted = rows.map((row, index) => ({ ...row, ...bodies[index] }));
  const inserted = await db
    .insertInto('inbox')
    .values(encrypted.toSorted((a, b) => (a.key_hash < b.key_hash ? -1 : 1)))
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('key_hash')
    .execute();
  const isNew = new Set(inserted.map(({ key_hash }) => key_hash));
  return rows.map(({ key_hash }) => isNew.delete(key_hash));
}

interface Due {
  readonly now: Instant;
  readonly limit: number;
  /** Rows that another process is claiming are left to it. */
  readonly skipLocked: boolean;
}

/**
 * Those that are due, and then those that would wait for longer than any retry or lease: a clock that was ahead wrote that.
 */
async function findDue(trx: Transaction<Tables>, due: Due): Promise<number[]> {
  const { now, limit } = due;
  const ids = await findSome(trx, ['<=', now], due);
  if (ids.length === limit) return ids;
  return [...ids, ...(await findSome(trx, ['>', now + MAX_AHEAD_MS], { ...due, limit: limit - ids.length }))];
}

async function findSome(
  trx: Transaction<Tables>,
  [comparison, instant]: readonly ['<=' | '>', Instant],
  { limit, skipLocked }: Omit<Due, 'now'>,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('inbox')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', comparison, instant)
    // A delivery that is new is due since it came; what must wait is behind what is due, and is not looked through.
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$if(skipLocked, (query) => query.forUpdate().skipLocked())
    .execute();
  return rows.map(({ id }) => id);
}

type LeasedRow = Pick<
  Selectable<Tables['inbox']>,
  'id' | 'key_hash' | 'polar_user_id' | 'body' | 'body_encrypted' | 'received_at' | 'attempts'
>;

async function lease(trx: Transaction<Tables>, ids: readonly number[], until: Instant): Promise<LeasedRow[]> {
  const rows = await trx
    .updateTable('inbox')
    .set(({ eb }) => ({ due_at: until, attempts: eb('attempts', '+', 1), is_claimed: 1 }))
    .where('id', 'in', ids)
    .returning(['id', 'key_hash', 'polar_user_id', 'body', 'body_encrypted', 'received_at', 'attempts'])
    .execute();
  return rows.toSorted((a, b) => a.received_at - b.received_at || a.id - b.id);
}

/** What is about somebody who was erased is done. What no key of SECRET_KEY opens is left until its lease ends. */
async function readable(
  trx: Transaction<Tables>,
  rows: readonly LeasedRow[],
  { now, keys }: { readonly now: Instant; readonly keys: PersonKeys },
): Promise<Delivery[]> {
  const bodies = await decryptBodies(trx, rows, keys);
  const gone = rows.filter((_, index) => bodies[index] === null);
  if (gone.length > 0)
    await setDone(
      trx,
      gone.map(({ id }) => id),
      now,
    );
  return rows.flatMap(({ id, received_at, attempts }, index) => {
    const body = bodies[index];
    return typeof body === 'string' ? [{ id: String(id), body, receivedAt: received_at, attempts }] : [];
  });
}

async function setDone(db: Kysely<Tables>, ids: readonly number[], now: Instant): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ done_at: now, body: '', body_encrypted: null, polar_user_id: null, is_claimed: 0 })
    .where('id', 'in', ids)
    .execute();
}
