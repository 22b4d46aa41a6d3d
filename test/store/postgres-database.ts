// An empty database on a real Postgres.
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { keys, type TestDatabase } from './test-database.ts';
import { systemClock } from '../../src/system-clock.ts';

/** Runs `test` in an emptied database of the server. */
export function inPostgres(
  database: () => { readonly server: TestPostgres; readonly url: string },
  test: (database: TestDatabase) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const { server, url } = database();
    await server.query('drop schema public cascade; create schema public', url);
    const stores: Store[] = [];
    try {
      await test(testDatabaseAt(url, server, stores));
    } finally {
      for (const store of stores) await store.close();
    }
  };
}

function testDatabaseAt(url: string, server: TestPostgres, stores: Store[]): TestDatabase {
  return {
    engine: 'postgres',
    open: async (options = {}) => {
      const store = await openStore({ databaseUrl: url, dataDir: '/nowhere', keys, clock: systemClock, ...options });
      stores.push(store);
      return store;
    },
    contents: async () => {
      const tables = await server.query(
        "select table_name from information_schema.tables where table_schema = 'public'",
        url,
      );
      const rows = await Promise.all(
        tables.map(({ table_name }) => server.query(`select * from ${String(table_name)}`, url)),
      );
      // Values of columns as they are, not escaped once more.
      return Buffer.from(
        rows
          .flat()
          .flatMap((row) => Object.values(row))
          .join('\n'),
      );
    },
    run: async (sql) => void (await server.query(sql, url)),
  };
}
