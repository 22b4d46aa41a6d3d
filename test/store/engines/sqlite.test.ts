// The contract on SQLite, and what concerns only a file: its mode, its flush, its reasons to fail.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../../src/store/open.ts';
import { createSqliteEngine } from '../../../src/store/engines/sqlite.ts';
import { createFile, openForWriting } from '../../../src/store/engines/sqlite-files.ts';
import { storeContract } from '../contract.ts';
import { keys, NOW } from '../test-database.ts';
import { record, user } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { clockAt } from '../../support/clocks.ts';

const owner = { partition: 's', polarUserId: '475' };
/** Nothing makes them smaller. */
const large = Array.from({ length: 50 }, (_, index) =>
  record({ key: `w${index}`, value: randomBytes(15_000).toString('base64') }),
);

/** A store whose connection the test holds too. */
async function openWithConnection(folder: string) {
  const path = createFile(folder);
  const database = openForWriting(path);
  return {
    database,
    store: await createStore(createSqliteEngine({ path, database, clock: systemClock, timeoutMs: 100 }), {
      keys,
      clock: clockAt(() => NOW),
    }),
  };
}

describe('the store on SQLite', () => {
  storeContract(inSqlite);
});

describe('the store on SQLite that writes in a thread', () => {
  storeContract((test) => inSqlite(test, { hasThread: true }));
});

describe('the SQLite file', () => {
  it(
    'belongs to its user alone',
    inSqlite(async (_, folder) => {
      const dataDir = join(folder, 'deep', 'data');
      const store = await openStore({ databaseUrl: null, dataDir, keys, clock: systemClock });
      await store.users.connect(user('475'));
      const modes = ['', 'accesslink.db', 'accesslink.db-wal', 'accesslink.db-shm'].map(
        (name) => statSync(join(dataDir, name)).mode & 0o777,
      );
      expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
      await store.close();
    }),
  );

  it(
    'flushes every commit, overwrites what is deleted, and writes ahead',
    inSqlite(async (_, folder) => {
      const { database, store } = await openWithConnection(folder);
      await store.users.connect(user('475'));
      const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
      expect(['synchronous', 'secure_delete', 'journal_mode', 'foreign_keys', 'temp_store'].map(pragma)).toEqual([
        2,
        1,
        'wal',
        1,
        2,
      ]);
      await store.close();
    }),
  );

  it(
    'rejects with "full" when no space is left, stores nothing of the call, and recovers',
    inSqlite(async (_, folder) => {
      const { database, store } = await openWithConnection(folder);
      await store.records.write(owner, [record()]);
      database.exec('pragma max_page_count = 40');
      await expect(store.records.write(owner, large)).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
      await expect(store.ping()).rejects.toMatchObject({ code: 'full' });
      expect(await store.records.read('s', 'sleep', ['w0', '2026-11-20'])).toEqual([record()]);
      database.exec('pragma max_page_count = 1000000');
      await store.records.write(owner, large);
      expect(await store.records.read('s', 'sleep', ['w0'])).toHaveLength(1);
      await store.close();
    }),
  );

  it(
    'rejects with "unavailable" while it may only be read, and recovers',
    inSqlite(async (_, folder) => {
      const { database, store } = await openWithConnection(folder);
      database.exec('pragma query_only = on');
      await expect(store.ping()).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
      await expect(store.users.connect(user('475'))).rejects.toMatchObject({ code: 'unavailable' });
      database.exec('pragma query_only = off');
      await store.ping();
      await store.close();
    }),
  );

  it(
    'rejects with "unavailable" while another process holds it, and recovers',
    inSqlite(async (_, folder) => {
      const { store } = await openWithConnection(folder);
      const other = new DatabaseSync(join(folder, 'accesslink.db'));
      other.exec('begin immediate');
      await expect(store.ping()).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
      await expect(store.records.write(owner, [record()])).rejects.toMatchObject({ code: 'unavailable' });
      expect(await store.records.read('s', 'sleep', ['2026-11-20'])).toEqual([]);
      other.exec('rollback');
      other.close();
      await store.ping();
      await store.close();
    }),
  );

  it(
    'waits to empty its log for a process that reads',
    inSqlite(async (_, folder) => {
      const { store } = await openWithConnection(folder);
      await store.users.connect(user('475'));
      const reader = new DatabaseSync(join(folder, 'accesslink.db'));
      reader.exec('begin; select * from users');
      let isDone = false;
      const erasing = store.erasure.user('475').then(() => void (isDone = true));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(isDone).toBe(false);
      reader.exec('rollback');
      reader.close();
      await erasing;
      expect(statSync(join(folder, 'accesslink.db-wal')).size).toBe(0);
      await store.close();
    }),
  );

  it(
    'is rejected when it is no database, or when none can be created there',
    inSqlite(async (_, folder) => {
      writeFileSync(join(folder, 'accesslink.db'), 'This is no database. '.repeat(200));
      const open = (dataDir: string) => openStore({ databaseUrl: null, dataDir, keys, clock: systemClock });
      await expect(open(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
      await expect(open(join(folder, 'accesslink.db'))).rejects.toMatchObject({ code: 'unavailable' });
      rmSync(join(folder, 'accesslink.db'));
      mkdirSync(join(folder, 'accesslink.db'));
      await expect(open(folder)).rejects.toMatchObject({ code: 'unavailable' });
    }),
  );
});
