// What an event costs the database and the other processes: transactions, and signals that invalidate.
import { expect, it } from 'vitest';
import { EVENT_TYPES, type EventType } from '../../../src/accesslink/webhook-event.ts';
import type { Loaders } from '../../../src/domain/loaders.ts';
import { processDelivery } from '../../../src/jobs/deliveries/process-delivery.ts';
import { createInvalidation } from '../../../src/loading/cache/invalidation.ts';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';
import { createSqliteEngine } from '../../../src/store/engines/sqlite.ts';
import { createFile, openForWriting } from '../../../src/store/engines/sqlite-files.ts';
import { createStore } from '../../../src/store/open.ts';
import { delivery, user } from '../../store/samples.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { keys, NOW } from '../../store/test-database.ts';
import { clockAt } from '../../support/clocks.ts';

/** An exercise must be read before it is known which days of the cardio load it changes. */
const INVALIDATIONS: Readonly<Partial<Record<EventType, number>>> = { EXERCISE: 2 };

/** Processes one event of a type; the transactions begun, and the signals received meanwhile. */
async function costOf(type: EventType, folder: string) {
  const path = createFile(folder);
  const database = openForWriting(path);
  let transactions = 0;
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...options) => {
    const statement = prepare(sql, ...options);
    const run = statement.run.bind(statement);
    if (sql.startsWith('begin')) statement.run = (...values: never[]) => (transactions++, run(...values));
    return statement;
  };
  const clock = clockAt(() => NOW);
  const store = await createStore(createSqliteEngine({ path, database, clock }), { keys, clock });
  await store.users.connect(user('475'));
  const body = { event: type, user_id: 475, entity_id: 'e1', date: '2026-11-20', timestamp: 'a' };
  await store.inbox.add(delivery('a', { body: JSON.stringify(body) }));
  const [claimed] = await store.inbox.claim({ now: NOW, leaseMs: 60_000, limit: 1 });
  if (!claimed) throw new Error('Cannot process a delivery: none is due');
  const signals: ReceivedSignal['type'][] = [];
  store.signals.listen((signal) => signals.push(signal.type));
  const invalidation = createInvalidation({ store, clock: createInvalidationClock(), flushed: async () => {} });
  const value = [{ start_time: '2026-11-20T08:00:00' }];
  const load = async () => ({ value, fetchedAt: NOW, stale: false });
  transactions = 0;
  await processDelivery(claimed, {
    store,
    loadersFor: () => new Proxy({} as Loaders, { get: () => ({ load }) }),
    invalidate: (...all) => invalidation.invalidate(...all),
    flushed: async () => {},
    now: clock.now,
    random: () => 0,
    warn: () => {},
  });
  invalidation.close();
  await store.close();
  return { transactions, signals };
}

it.each(EVENT_TYPES)('An event %s has one transaction and one signal for all that is invalidated at once', (type) =>
  inSqlite(async (_, folder) => {
    const count = INVALIDATIONS[type] ?? 1;
    const signals = [...Array.from({ length: count }, () => 'invalidate'), 'event'];
    // The last transaction appends the event.
    expect(await costOf(type, folder)).toEqual({ transactions: count + 1, signals });
  })(),
);
