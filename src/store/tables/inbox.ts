// Deliveries of the webhook, stored before they are acknowledged, and processed under leases.
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Delivery, InboxStore, NewDelivery } from '../contract/inbox.ts';
import type { Engine } from '../engines/engine.ts';
import type { Instant } from '../contract/instant.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Tables } from './schema.ts';

/** Deliveries in one statement: at most 13 MB of bodies. */
const MAX_GROUP = 200;
/** Four seconds of 500 a second, after which they are answered that the store is not available. */
const MAX_WAITING = 2_000;

/** The inbox in the tables of an engine. Deliveries that come at once are flushed together. */
export function createInboxStore({ name, db }: Engine): InboxStore {
  const add = createGroupCommit<NewDelivery, boolean>((deliveries) => insert(db, deliveries), {
    maxItems: MAX_GROUP,
    maxWaiting: MAX_WAITING,
  });
  return {
    add,
    claim: ({ now, leaseMs, limit }) =>
      db.transaction().execute(async (trx) => {
        const due = await findDue(trx, { now, limit, skipLocked: name === 'postgres' });
        if (due.length === 0) return [];
        return await lease(trx, due, now + leaseMs);
      }),
    renew: async (ids, until) => {
      if (ids.length === 0) return;
      await claimed(db).set({ due_at: until }).where('id', 'in', ids.map(Number)).execute();
    },
    done: async (id, now) => {
      await db
        .updateTable('inbox')
        .set({ done_at: now, body: '', polar_user_id: null, is_claimed: 0 })
        .where('id', '=', Number(id))
        .execute();
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
async function insert(db: Kysely<Tables>, deliveries: readonly NewDelivery[]): Promise<boolean[]> {
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
  const inserted = await db
    .insertInto('inbox')
    .values(rows.toSorted((a, b) => (a.key_hash < b.key_hash ? -1 : 1)))
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

async function findDue(trx: Transaction<Tables>, { now, limit, skipLocked }: Due): Promise<number[]> {
  const rows = await trx
    .selectFrom('inbox')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    // A delivery that is new is due since it came; what must wait is behind what is due, and is not looked through.
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$if(skipLocked, (query) => query.forUpdate().skipLocked())
    .execute();
  return rows.map(({ id }) => id);
}

async function lease(trx: Transaction<Tables>, ids: readonly number[], until: Instant): Promise<Delivery[]> {
  const rows = await trx
    .updateTable('inbox')
    .set(({ eb }) => ({ due_at: until, attempts: eb('attempts', '+', 1), is_claimed: 1 }))
    .where('id', 'in', ids)
    .returning(['id', 'body', 'received_at', 'attempts'])
    .execute();
  return rows
    .toSorted((a, b) => a.received_at - b.received_at || a.id - b.id)
    .map(({ id, body, received_at, attempts }) => ({ id: String(id), body, receivedAt: received_at, attempts }));
}
