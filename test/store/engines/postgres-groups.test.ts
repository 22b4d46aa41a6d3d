// Deliveries that are added at once share transactions on Postgres, also where two processes add the same ones.
import { expect, it } from 'vitest';
import { databaseForTests, inPostgres } from '../postgres-database.ts';
import { delivery } from '../samples.ts';

const DELIVERIES = 500;

const database = databaseForTests();

it('A store on Postgres adds 500 deliveries in few transactions, each once, whichever process is told of it', () =>
  inPostgres(database, async ({ open }) => {
    const stores = [await open(), await open()] as const;
    const keys = Array.from({ length: DELIVERIES }, (_, index) => `k${index}`);
    const added = await Promise.all(
      [...keys, ...keys.toReversed()].map((key, index) =>
        stores[index < DELIVERIES ? 0 : 1].inbox.add(delivery(key, { body: '' })),
      ),
    );
    expect(added.filter(Boolean)).toHaveLength(DELIVERIES);
    const { server, url } = database();
    const [row] = await server.query('select count(distinct xmin::text)::int as transactions from inbox', url);
    expect(row?.['transactions']).toBeLessThanOrEqual(10);
    expect(await stores[0].inbox.pending()).toBe(DELIVERIES);
  })());

it('A delivery that Postgres does not accept spoils none that is added with it', () =>
  inPostgres(database, async ({ open }) => {
    const { inbox } = await open();
    const added = await Promise.allSettled([
      inbox.add(delivery('a')),
      inbox.add(delivery('b', { polarUserId: 'an id with \u0000' })),
      inbox.add(delivery('c')),
    ]);
    expect(added.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await inbox.pending()).toBe(2);
  })());
