// New data of users, in an order in which nobody who reads on can miss one.
import { createHash } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { type EventStore, isEventId, type StoredEvent } from '../contract/events.ts';
import type { Engine } from '../engines/engine.ts';
import { lockUser, wasErased } from './erasure-marks.ts';
import { StoreError } from '../contract/errors.ts';
import type { Instant } from '../contract/instant.ts';
import { createKeyedMutex } from '../../keyed-mutex.ts';
import type { Tables } from './schema.ts';

/** Events in the tables of an engine. */
export function createEventStore(engine: Engine, now: () => Instant): EventStore {
  const { db } = engine;
  const withMutex = createKeyedMutex();
  return {
    // Appending takes the user's lock. Events that wait for it must not hold the connections of the pool: one at a time does.
    append: (event) => withMutex(event.polarUserId, () => append(engine, event, now())),
    after: async (polarUserId, id, limit) => {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('polar_user_id', '=', polarUserId)
        .where('id', '>', id === null ? 0 : numberOf(id))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(eventFrom);
    },
    latest: async (polarUserId) => {
      const row = await db
        .selectFrom('events')
        .select('id')
        .where('polar_user_id', '=', polarUserId)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? String(row.id) : null;
    },
    deleteBefore: async (before) => {
      const deleted = await db.deleteFrom('events').where('created_at', '<', before).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

type NewEvent = Parameters<EventStore['append']>[0];

async function append(engine: Engine, event: NewEvent, now: Instant): Promise<StoredEvent | null> {
  const { db, signalSender } = engine;
  const signal = ({ polarUserId, id }: StoredEvent) => ({ type: 'event', polarUserId, id }) as const;
  const stored = await db.transaction().execute(async (trx) => {
    // Ids are given while the user is locked: else one could become visible after a greater one was read.
    await lockUser(engine, trx, event.polarUserId);
    if (await wasErased(trx, event, now)) return null;
    const appended = await insert(trx, event);
    if (appended) await signalSender.within(trx, signal(appended));
    return appended;
  });
  if (stored) signalSender.after(signal(stored));
  return stored;
}

async function insert(trx: Transaction<Tables>, event: NewEvent): Promise<StoredEvent | null> {
  const row = await trx
    .insertInto('events')
    .values({
      key_hash: createHash('sha256').update(event.key).digest('hex'),
      polar_user_id: event.polarUserId,
      type: event.type,
      date: event.date,
      entity_id: event.entityId,
      created_at: event.createdAt,
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? eventFrom(row) : null;
}

function eventFrom(row: Selectable<Tables['events']>): StoredEvent {
  return {
    id: String(row.id),
    polarUserId: row.polar_user_id,
    type: row.type,
    date: row.date,
    entityId: row.entity_id,
    createdAt: row.created_at,
  };
}

/** Ids come back from clients. */
function numberOf(id: string): number {
  if (isEventId(id)) return Number(id);
  throw new StoreError('invalid', 'Cannot read events after an id: it is not one of ours');
}
