// A kill in the middle of an erasure: SQLite flushes the keys and the data one after the other. What a restart would find after
// each step is a copy of the files at that step.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract/store.ts';
import { createSqliteEngine } from '../../../src/store/engines/sqlite.ts';
import { createFile, openForWriting } from '../../../src/store/engines/sqlite-files.ts';
import { createStore, openStore } from '../../../src/store/open.ts';
import { personalTables } from '../../../src/store/tables/schema.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { record } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';
import { CANARY, fill, NOTHING, readAll } from '../stored-people.ts';
import { keys } from '../test-database.ts';

/** Copies the files whenever a row about somebody has been deleted or their key noted, inside the transaction; the copies. */
function takeImages(database: DatabaseSync, folder: string): string[] {
  const images: string[] = [];
  database.function('take_image', () => {
    const image = join(folder, `image-${images.length}`);
    mkdirSync(image);
    for (const name of ['accesslink.db', 'accesslink.db-wal', 'keys.db', 'keys.db-wal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(image, name));
    images.push(image);
    return null;
  });
  for (const table of ['records', ...personalTables])
    database.exec(`create temp trigger of_${table} after delete on main.${table} begin select take_image(); end`);
  database.exec('create temp trigger of_note after insert on main.value_keys begin select take_image(); end');
  return images;
}

/** What a process finds that starts after a kill at each step of `erase`. */
async function afterKills(folder: string, erase: (store: Store) => Promise<unknown>): Promise<Store[]> {
  const path = createFile(folder);
  const database = openForWriting(path);
  const engine = createSqliteEngine({ path, database, clock: systemClock });
  const store = await createStore(engine, { keys, clock: systemClock });
  await fill(store);
  await store.records.write({ partition: 'of a token', polarUserId: '477', tokenHash: 'token' }, [
    record({ value: [CANARY] }),
  ]);
  expect(JSON.stringify(await readAll(store))).toContain(CANARY);
  const images = takeImages(database, folder);
  await erase(store);
  await store.close();
  return Promise.all(
    images.map((dataDir) => openStore({ databaseUrl: null, dataDir, keys, clock: systemClock, isShared: true })),
  );
}

async function erasePending(store: Store, polarUserId: string): Promise<unknown> {
  const user = await store.users.find(polarUserId);
  if (!user) throw new Error(`Cannot erase ${polarUserId}: nobody is stored by that id`);
  return store.erasure.pendingUser(user);
}

it(
  'An erasure of data that is killed at any step is finished at the start, and nothing is read before',
  inSqlite(async (_, folder) => {
    const stores = await afterKills(folder, (store) => store.erasure.dataOfUser('475'));
    expect(stores.length).toBeGreaterThanOrEqual(7);
    for (const store of stores) {
      expect(await readAll(store)).toEqual(NOTHING);
      expect(await store.encryption.deleteUnreadable()).toBe(2);
      const { erased, remaining } = await store.erasure.dataOfUser('475');
      expect({ counts: new Set(Object.values(erased)), remaining }).toEqual({ counts: new Set([0]), remaining: 0 });
      expect(await store.records.read('q', 'sleep', ['2026-11-20'])).toMatchObject([{ value: ['of 476'] }]);
      await store.close();
    }
  }),
);

it(
  'An erasure of data that is killed at any step is finished by who writes first',
  inSqlite(async (_, folder) => {
    for (const store of await afterKills(folder, (each) => each.erasure.dataOfUser('475'))) {
      await store.records.write({ partition: 'new', polarUserId: '475' }, [record({ value: ['new'] })]);
      expect(await readAll(store)).toEqual(NOTHING);
      expect(await store.encryption.deleteUnreadable()).toBe(0);
      expect(await store.records.read('new', 'sleep', ['2026-11-20'])).toMatchObject([{ value: ['new'] }]);
      await store.close();
    }
  }),
);

it(
  'A deletion of an account that is killed at any step is still pending, and is repeated',
  inSqlite(async (_, folder) => {
    const stores = await afterKills(folder, async (store) => {
      await store.users.mark('475', 'deletion-pending');
      await erasePending(store, '475');
    });
    expect(stores.length).toBeGreaterThanOrEqual(8);
    for (const store of stores) {
      expect(await readAll(store)).toEqual(NOTHING);
      const [pending] = await store.users.list('deletion-pending');
      expect(await erasePending(store, pending?.polarUserId ?? 'nobody')).toMatchObject({ remaining: 0 });
      expect(await store.users.find('475')).toBeNull();
      expect(await store.events.after('475', null, 5)).toEqual([]);
      await store.close();
    }
  }),
);

it(
  'An erasure of what a token has read, killed after the key was deleted, is finished at the start',
  inSqlite(async (_, folder) => {
    const stores = await afterKills(folder, (store) => store.erasure.dataOfToken('token'));
    const left = [];
    for (const store of stores) {
      await store.encryption.deleteUnreadable();
      left.push((await store.records.read('of a token', 'sleep', ['2026-11-20'])).length);
      await store.close();
    }
    // Before the key was deleted nothing had happened, and the token's owner has got no answer.
    expect(left).toEqual([1, 1, 0]);
  }),
);
