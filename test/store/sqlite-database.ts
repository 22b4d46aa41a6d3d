// A SQLite file in a folder of its own.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { onTestFinished } from 'vitest';
import { backUpFiles, type DocumentedPaths } from './documented-backup.ts';
import { type DataBackup, keys, type TestDatabase } from './test-database.ts';
import { systemClock } from '../../src/system-clock.ts';

/** Runs `test` with the database of a fresh folder, and with the folder. */
export function inSqlite(
  test: (database: TestDatabase, folder: string) => Promise<void>,
  options: Partial<StoreOptions> = {},
): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const stores: Store[] = [];
    try {
      await test(testDatabaseIn(folder, stores, options), folder);
    } finally {
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Every byte of every file of the database. */
function bytesOf(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

function testDatabaseIn(folder: string, stores: Store[], defaults: Partial<StoreOptions>): TestDatabase {
  return {
    engine: 'sqlite',
    open: async (options = {}) => {
      // Two of them are two processes that must not get in each other's way, as on Postgres.
      const ours = { databaseUrl: null, dataDir: folder, keys, clock: systemClock, isShared: true };
      const store = await openStore({ ...ours, ...defaults, ...options });
      stores.push(store);
      return store;
    },
    contents: async () => bytesOf(folder),
    run: async (sql) => runIn(join(folder, 'accesslink.db'), sql),
    runOnKeys: async (sql) => runIn(join(folder, 'keys.db'), sql),
    backUp: async () => backUp(folder),
  };
}

function runIn(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** A backup of the files in a folder, by `copy`. */
export function backUp(folder: string, copy: (paths: DocumentedPaths) => void = backUpFiles): DataBackup {
  const elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  copy({ data: folder, backup: elsewhere });
  const restore = async (name: string) => {
    for (const ending of ['-wal', '-shm']) rmSync(join(folder, name + ending), { force: true });
    copyFileSync(join(elsewhere, name), join(folder, name));
  };
  return {
    bytes: readFileSync(join(elsewhere, 'accesslink.db')),
    restore: () => restore('accesslink.db'),
    restoreKeys: () => restore('keys.db'),
  };
}
