// A SQLite file in a folder of its own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { keys, type TestDatabase } from './test-database.ts';
import { systemClock } from '../../src/system-clock.ts';

/** Runs `test` with the database of a fresh folder, and with the folder. */
export function inSqlite(test: (database: TestDatabase, folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const stores: Store[] = [];
    try {
      await test(testDatabaseIn(folder, stores), folder);
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

function testDatabaseIn(folder: string, stores: Store[]): TestDatabase {
  return {
    engine: 'sqlite',
    open: async (options = {}) => {
      const store = await openStore({ databaseUrl: null, dataDir: folder, keys, clock: systemClock, ...options });
      stores.push(store);
      return store;
    },
    contents: async () => bytesOf(folder),
    run: async (sql) => {
      const database = new DatabaseSync(join(folder, 'accesslink.db'));
      database.exec(sql);
      database.close();
    },
  };
}
