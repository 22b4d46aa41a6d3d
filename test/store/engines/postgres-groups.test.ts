// Deliveries that are added at once, and records that are written at once, share transactions on Postgres.
import { expect, it } from 'vitest';
import { databaseForTests, inPostgres } from '../postgres-database.ts';
import { delivery, record } from '../samples.ts';

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

it('A store on Postgres writes the records of 60 operations at once in one transaction, which does not wait for the disk', () =>
  inPostgres(database, async ({ open, run }) => {
    const { records } = await open();
    const { server, url } = database();
    const people = Array.from({ length: 20 }, (_, index) => ({ partition: `p${index}`, polarUserId: `${index}` }));
    for (const owner of people) await records.write(owner, [record()]);
    await run(`create table modes (mode text);
      create function note_mode() returns trigger language plpgsql as
        $$ begin insert into modes values (current_setting('synchronous_commit')); return null; end $$;
      create trigger note_records after insert on records for each statement execute function note_mode();
      create trigger note_inbox after insert on inbox for each statement execute function note_mode()`);
    await Promise.all(people.flatMap((owner) => ['a', 'b', 'c'].map((key) => records.write(owner, [record({ key })]))));
    const [row] = await server.query(
      "select count(distinct xmin::text)::int as transactions from records where record_key in ('a', 'b', 'c')",
      url,
    );
    expect(row).toEqual({ transactions: 1 });
    await (await open()).inbox.add(delivery('a'));
    expect(await server.query('select mode from modes', url)).toEqual([{ mode: 'off' }, { mode: 'on' }]);
  })());
