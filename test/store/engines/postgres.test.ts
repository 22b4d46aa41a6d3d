// The contract on a real Postgres, and what only several processes and a network can break.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../../src/store/open.ts';
import { openPostgres } from '../../../src/store/engines/postgres.ts';
import { personalTables } from '../../../src/store/tables/schema.ts';
import type { ReceivedSignal, Signal } from '../../../src/store/contract/signals.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { storeContract } from '../contract.ts';
import { keys, NOW } from '../test-database.ts';
import { databaseForTests, inPostgres } from '../postgres-database.ts';
import { delivery, event, user } from '../samples.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { clockAt } from '../../support/clocks.ts';

let server: TestPostgres;
let url: string;

const database = databaseForTests();
beforeAll(() => void ({ server, url } = database()));

const inDatabase = (test: Parameters<typeof inPostgres>[1]) => inPostgres(database, test);
const erase: Signal = { type: 'erase', polarUserId: '475' };

/** Ends every connection of others to a database, as a restart of the server would. */
const cutConnections = () =>
  server.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    url,
  );

/** How many connections wait for something. */
const waiting = async (event: string) =>
  (
    await server.query(
      `select pid from pg_stat_activity where datname = current_database() and wait_event = '${event}'`,
      url,
    )
  ).length;

describe('the store on Postgres', () => {
  storeContract(inDatabase);
});

describe('two processes on one Postgres', () => {
  it(
    "receive each other's signals and events",
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const received: [ReceivedSignal[], ReceivedSignal[]] = [[], []];
      one.signals.listen((signal) => received[0].push(signal));
      two.signals.listen((signal) => received[1].push(signal));
      await one.signals.send(erase);
      const appended = await two.events.append(event('a'));
      const signal = { type: 'event', polarUserId: '475', id: appended?.id };
      await expect
        .poll(() => received)
        .toEqual([
          [erase, signal],
          [erase, signal],
        ]);
    }),
  );

  it(
    'receive `missed` when the connection is made again, and signals from then on',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const received: ReceivedSignal[] = [];
      one.signals.listen((signal) => received.push(signal));
      await cutConnections();
      await expect.poll(() => received).toEqual([{ type: 'missed' }]);
      await expect
        .poll(() =>
          two.signals.send(erase).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      await expect.poll(() => received).toEqual([{ type: 'missed' }, erase]);
    }),
  );

  it(
    'show no event before an older one of the same user that is still being committed',
    inDatabase(async ({ open, run }) => {
      const [one, two] = [await open(), await open()];
      await run(`create function delay_commit() returns trigger language plpgsql as
        $$ begin perform pg_sleep(0.5); return null; end $$;
        create constraint trigger delay_commit after insert on events deferrable initially deferred
        for each row when (new.type = 'SLOW') execute function delay_commit()`);
      const slow = one.events.append(event('a', { type: 'SLOW' }));
      await expect.poll(() => waiting('PgSleep')).toBe(1);
      await two.events.append(event('b', { type: 'FAST' }));
      const types = (await two.events.after('475', null, 10)).map(({ type }) => type);
      expect(types).toEqual(['SLOW', 'FAST']);
      await slow;
    }),
  );

  it(
    'append no event and send no signal when the commit fails',
    inDatabase(async ({ open, run }) => {
      const store = await open();
      const received: ReceivedSignal[] = [];
      store.signals.listen((signal) => received.push(signal));
      await run(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
        create constraint trigger refuse after insert on events deferrable initially deferred
        for each row when (new.type = 'BAD') execute function refuse()`);
      await expect(store.events.append(event('a', { type: 'BAD' }))).rejects.toMatchObject({ name: 'StoreError' });
      const good = await store.events.append(event('b'));
      await expect.poll(() => received).toHaveLength(1);
      expect(received).toEqual([{ type: 'event', polarUserId: '475', id: good?.id }]);
    }),
  );
});

describe('the Postgres connections', () => {
  it(
    'flush every commit, whatever the default of the server',
    inDatabase(async () => {
      const engine = await openPostgres(url, systemClock);
      const queries = Array.from({ length: 20 }, () =>
        sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(engine.db),
      );
      const settings = (await Promise.all(queries)).map(({ rows }) => rows[0]?.synchronous_commit);
      expect(new Set(settings)).toEqual(new Set(['on']));
      await engine.close();
    }),
  );

  it(
    'are made again after they were cut',
    inDatabase(async ({ open }) => {
      const store = await open();
      await store.users.connect(user('475'));
      await cutConnections();
      await expect
        .poll(() =>
          store.ping().then(
            () => 'available',
            () => 'unavailable',
          ),
        )
        .toBe('available');
      expect((await store.users.find('475'))?.token.reveal()).toBe('token-of-475');
    }),
  );

  it(
    'reject with "unavailable" while the database may only be read, and recover',
    inDatabase(async ({ open }) => {
      const name = new URL(url).pathname.slice(1);
      await (await open()).close();
      await server.query(`alter database ${name} set default_transaction_read_only = on`);
      const engine = await openPostgres(url, systemClock);
      await expect(createStore(engine, { keys, clock: clockAt(() => NOW) })).rejects.toMatchObject({ code: '25006' });
      await expect(openStore({ databaseUrl: url, dataDir: '', keys, clock: systemClock })).rejects.toMatchObject({
        code: 'unavailable',
      });
      await server.query(`alter database ${name} reset default_transaction_read_only`);
      await (await open()).ping();
    }),
  );
});

describe('the schema', () => {
  it(
    'has no table about users that an erasure would leave out',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      await inbox.add(delivery('a'));
      const rows = await server.query(
        "select table_name from information_schema.columns where column_name = 'polar_user_id' and table_schema = 'public'",
        url,
      );
      expect(new Set(rows.map(({ table_name }) => table_name))).toEqual(new Set(personalTables));
    }),
  );
});
