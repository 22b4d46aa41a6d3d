// An erasure on Postgres whose commit fails has erased nothing: neither the rows, nor the key that they are under.
import { expect, it } from 'vitest';
import { databaseForTests, inPostgres } from '../postgres-database.ts';
import { record } from '../samples.ts';

const database = databaseForTests();

it('Records can be read after an erasure whose commit failed, by this process and by the next one', () =>
  inPostgres(database, async ({ open, run }) => {
    const { resource, key, value } = record();
    const store = await open();
    await store.records.write({ partition: 'p', polarUserId: '475' }, [record()]);
    await run(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
        create constraint trigger refuse after insert on erasures deferrable initially deferred
        for each row execute function refuse()`);
    await expect(store.erasure.user('475')).rejects.toMatchObject({ name: 'StoreError' });
    for (const reader of [store, await open()])
      expect(await reader.records.read('p', resource, [key])).toMatchObject([{ value }]);
  })());
