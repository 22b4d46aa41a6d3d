// Deliveries of the webhook, stored before they are acknowledged, and processed under leases.
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Delivery, InboxStore, NewDelivery } from '../contract/inbox.ts';
import type { Engine } from '../engines/engine.ts';
import type { Instant } from '../contract/instant.ts';
import type { Tables } from './schema.ts';

/** The inbox in the tables of an engine. */
export function createInboxStore({ name, db }: Engine): InboxStore {
  return {
    add: (delivery) => add(db, delivery),
    claim: ({ now, leaseMs, limit }) =>
      db.transaction().execute(async (trx) => {
        const due = await findDue(trx, { now, limit, skipLocked: name === 'postgres' });
        if (due.length === 0) return [];
        return await lease(trx, due, now + leaseMs);
      }),
    done: async (id, now) => {
      await db
        .updateTable('inbox')
        .set({ done_at: now, body: '', polar_user_id: null })
        .where('id', '=', Number(id))
        .execute();
    },
    retry: async (id, retryAt) => {
      await db.updateTable('inbox').set({ due_at: retryAt }).where('id', '=', Number(id)).execute();
    },
    pending: async () => {
      const row = await db
        .selectFrom('inbox')
        .select(({ fn }) => fn.countAll<number>().as('pending'))
        .where('done_at', 'is', null)
        .executeTakeFirstOrThrow();
      return row.pending;
    },
    deleteDone: async (before) => {
      const deleted = await db.deleteFrom('inbox').where('done_at', '<', before).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

async function add(db: Kysely<Tables>, { key, polarUserId, body, receivedAt }: NewDelivery): Promise<boolean> {
  const added = await db
    .insertInto('inbox')
    .values({
      key_hash: createHash('sha256').update(key).digest('hex'),
      polar_user_id: polarUserId,
      body,
      received_at: receivedAt,
      due_at: receivedAt,
      attempts: 0,
      done_at: null,
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
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
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .$if(skipLocked, (query) => query.forUpdate().skipLocked())
    .execute();
  return rows.map(({ id }) => id);
}

async function lease(trx: Transaction<Tables>, ids: readonly number[], until: Instant): Promise<Delivery[]> {
  const rows = await trx
    .updateTable('inbox')
    .set(({ eb }) => ({ due_at: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .returning(['id', 'body', 'received_at', 'attempts'])
    .execute();
  return rows
    .toSorted((a, b) => a.received_at - b.received_at || a.id - b.id)
    .map(({ id, body, received_at, attempts }) => ({ id: String(id), body, receivedAt: received_at, attempts }));
}
