// Two people, the first of whom has something in everything that can have a value, and all of that.
import type { Store } from '../../src/store/contract/store.ts';
import { delivery, event, record, user } from './samples.ts';
import { MINUTE, NOW } from './test-database.ts';

export const CANARY = 'canary-of-a-heart-rate';
export const items = { kind: 'ACTIVITY', polarUserId: '475' } as const;
export const transaction = { ...items, transactionId: 't' };
const stays = { partition: 'q', polarUserId: '476' };
export const claim = { now: NOW, leaseMs: MINUTE, limit: 10 };

/** What is stored of two people, the first of whom has a value in everything that can have one. */
export async function fill(store: Store): Promise<void> {
  const value = [{ canary: CANARY, long: CANARY.repeat(500) }];
  for (const id of ['475', '476']) await store.users.connect({ ...user(id), memberId: `${CANARY}-${id}` });
  await store.records.write({ partition: 'p', polarUserId: '475' }, [record({ value })]);
  await store.records.write(stays, [record({ value: ['of 476'] })]);
  await store.imports.put(transaction, [{ id: 'i', value, importedAt: NOW }]);
  await store.events.append(event('e'));
  await store.events.append(event('f', { polarUserId: '476' }));
  await store.inbox.add(delivery('a', { body: JSON.stringify(value) }));
  await store.inbox.add(delivery('b', { body: CANARY, polarUserId: 'unknown' }));
  await store.inbox.add(delivery('c', { body: CANARY, polarUserId: null }));
}

/** All values of the first person, and what says that there are any. */
export async function readAll(store: Store): Promise<unknown[]> {
  return [
    await store.records.read('p', 'sleep', ['2026-11-20']),
    await store.records.metadata('p', 'sleep', '2026-11-20', '2026-11-20'),
    await store.imports.read(items, ['i']),
    await store.imports.items('475', 'ACTIVITY', 5),
    await store.imports.list(items),
    await store.imports.uncommitted('475', 'ACTIVITY'),
    (await store.users.find('475'))?.memberId,
  ];
}

export const NOTHING = [[], [], [], [], [], [], null];
