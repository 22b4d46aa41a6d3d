// The engine of many processes: one Postgres, a pool for queries and a connection of its own for signals.
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Clock } from '../../clock.ts';
import { createEmitter } from './signal-emitter.ts';
import type { SignalSender, Engine } from './engine.ts';
import { createNamedStatements, createPoolReaders, createRelaxed } from './postgres-rows.ts';
import { CHANNEL, payloadOf, startListener } from './signal-listener.ts';
import type { KeyTables, Tables } from '../tables/schema.ts';

const CONNECTIONS = 10;
/** To connect, and to wait for a connection of the pool. */
const CONNECT_MS = 8000;
const STATEMENT_MS = 15_000;
/** Longer than the server's own limit: this one ends connections on which nothing answers. */
const ANSWER_MS = 20_000;

/** Connects. Rejects when the server cannot be reached. */
export async function openPostgres(databaseUrl: string, clock: Clock): Promise<Engine> {
  const config: pg.ClientConfig = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    application_name: 'accesslink-graphql',
  };
  const emitter = createEmitter();
  const stopListening = await startListener(config, emitter, clock);
  const pool = createPool(config);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const runOn = createNamedStatements();
  return {
    name: 'postgres',
    isAlone: false,
    isShared: true,
    db,
    keysIn,
    createKeyTables,
    lock: async (trx, name, mode) => {
      const key = lockKey(name);
      if (mode === 'shared') await sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx);
      else await sql`select pg_advisory_xact_lock(${key})`.execute(trx);
    },
    rows: createPoolReaders(pool, runOn),
    relaxed: createRelaxed(pool, runOn, lockKey),
    signalSender,
    listen: emitter.listen,
    // Autovacuum clears what is deleted; the server's own log and backups are the operator's.
    purge: async () => {},
    close: async () => {
      await stopListening();
      await db.destroy();
      if (!pool.ending) await pool.end();
    },
  };
}

/** Left out of backups of the data: `pg_dump --exclude-schema=accesslink_keys`. */
const KEYS = 'accesslink_keys';

function keysIn(db: Kysely<Tables>): Kysely<KeyTables> {
  return db.$extendTables<Pick<KeyTables, 'person_keys'>>().$pickTables<'person_keys'>().withSchema(KEYS);
}

/** A restored backup of the data does not have it. Whoever may not create schemas can have it created by somebody who may. */
async function createKeyTables(trx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass(${`${KEYS}.person_keys`}) as found`.execute(
    trx,
  );
  if (rows[0]?.found) return;
  const schemas = await sql`select from pg_namespace where nspname = ${KEYS}`.execute(trx);
  if (schemas.rows.length === 0) await sql`create schema ${sql.id(KEYS)}`.execute(trx);
  await sql`create table ${sql.id(KEYS, 'person_keys')} (
    polar_user_id text collate "C" not null primary key, key_encrypted text not null)`.execute(trx);
}

const signalSender: SignalSender = {
  within: async (db, signal) => void (await sql`select pg_notify(${CHANNEL}, ${payloadOf(signal)})`.execute(db)),
  after: () => {},
};

function createPool(config: pg.ClientConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max: CONNECTIONS,
    types: { getTypeParser },
    statement_timeout: STATEMENT_MS,
    // A commit must not be answered before it is flushed, whatever the server's default is; relaxed ones say so themselves.
    options: '-c synchronous_commit=on',
  });
  // An idle connection that breaks is replaced; without a listener the error would end the process.
  pool.on('error', () => {});
  return pool;
}

const BIGINT: number = pg.types.builtins.INT8;

/** Instants and ids are far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === BIGINT ? Number : pg.types.getTypeParser(id, format as 'text');

/** Advisory locks have numbers for names. */
function lockKey(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}
