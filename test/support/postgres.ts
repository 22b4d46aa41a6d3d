// A real Postgres for tests: a fresh database whenever asked, on the server of the run.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startServer } from './postgres-server.ts';

export interface TestPostgres {
  /** Creates an empty database; its URL. */
  createDatabase(): Promise<string>;
  /** Runs SQL in a database, or in the server's own when none is named. */
  query(sql: string, url?: string): Promise<Readonly<Record<string, unknown>>[]>;
  /** Drops what was created, and the server with it. */
  stop(): Promise<void>;
}

/** Starts a server; or uses the one that DATABASE_URL_TEST names, unless a folder of other programs is given. */
export async function startPostgres(programs?: string): Promise<TestPostgres> {
  const given = programs === undefined ? process.env.DATABASE_URL_TEST : undefined;
  const server = given ? { url: given, stop: async () => {} } : await startServer(programs);
  const created: string[] = [];
  const query = async (sql: string, url = server.url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    query,
    createDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await query(`create database ${name}`);
      created.push(name);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    stop: async () => {
      if (given) for (const name of created) await query(`drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}
