// An empty database on a real Postgres.
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type DataBackup, keys, type TestDatabase } from './test-database.ts';
import { systemClock } from '../../src/system-clock.ts';
import { PATIENT } from '../support/stores.ts';

/** A database on a Postgres server. */
export interface PostgresDatabase {
  readonly server: TestPostgres;
  readonly url: string;
}

/** A database for the tests of a file, there while they run. */
export function databaseForTests(): () => PostgresDatabase {
  let database: PostgresDatabase;
  beforeAll(async () => {
    const server = await startPostgres();
    database = { server, url: await server.createDatabase() };
  });
  afterAll(() => database.server.stop());
  return () => database;
}

/** Runs `test` in an emptied database of the server. */
export function inPostgres(
  database: () => PostgresDatabase,
  test: (database: TestDatabase) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const { server, url } = database();
    await server.query(
      'drop schema if exists accesslink_keys, backup_of_public, backup_of_accesslink_keys cascade; ' +
        'drop schema public cascade; create schema public',
      url,
    );
    const stores: Store[] = [];
    try {
      await test(testDatabaseAt(url, server, stores));
    } finally {
      for (const store of stores) await store.close();
    }
  };
}

function testDatabaseAt(url: string, server: TestPostgres, stores: Store[]): TestDatabase {
  const run = async (sql: string) => void (await server.query(sql, url));
  return {
    engine: 'postgres',
    open: async (options = {}) => {
      const defaults = { databaseUrl: url, dataDir: '/nowhere', keys, clock: systemClock, limits: PATIENT };
      const store = await openStore({ ...defaults, ...options });
      stores.push(store);
      return store;
    },
    contents: async () =>
      Buffer.concat([await bytesOf('public', server, url), await bytesOf('accesslink_keys', server, url)]),
    run,
    runOnKeys: (sql) => run(`set search_path to accesslink_keys; ${sql}`),
    backUp: () => backUp(server, url),
  };
}

async function tablesOf(schema: string, server: TestPostgres, url: string): Promise<string[]> {
  const tables = await server.query(
    `select table_name from information_schema.tables where table_schema = '${schema}'`,
    url,
  );
  return tables.map(({ table_name }) => String(table_name));
}

/** Values of columns as they are, not escaped once more. */
async function bytesOf(schema: string, server: TestPostgres, url: string): Promise<Buffer> {
  const tables = await tablesOf(schema, server, url);
  const rows = await Promise.all(tables.map((table) => server.query(`select * from ${schema}.${table}`, url)));
  return Buffer.from(
    rows
      .flat()
      .flatMap((row) => Object.values(row))
      .join('\n'),
  );
}

/** What the commands of docs/operating.md do, which the tests' server has not: postgres-backup.test.ts runs these. */
async function backUp(server: TestPostgres, url: string): Promise<DataBackup> {
  const data = await copyOf('public', server, url);
  const ofKeys = await copyOf('accesslink_keys', server, url);
  return { ...data, restoreKeys: ofKeys.restore };
}

async function copyOf(schema: string, server: TestPostgres, url: string): Promise<Omit<DataBackup, 'restoreKeys'>> {
  const tables = await tablesOf(schema, server, url);
  const copy = `backup_of_${schema}`;
  const copies = tables.map((table) => `create table ${copy}.${table} as table ${schema}.${table}`);
  await server.query([`create schema ${copy}`, ...copies].join('; '), url);
  const restores = tables.flatMap((table) => [
    `delete from ${schema}.${table}`,
    `insert into ${schema}.${table} overriding system value select * from ${copy}.${table}`,
  ]);
  return {
    bytes: await bytesOf(copy, server, url),
    restore: async () => void (await server.query(restores.join('; '), url)),
  };
}
