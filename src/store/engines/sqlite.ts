// The engine of one process: a SQLite file. What is acknowledged has been flushed to the disk.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { type Clock, wait } from '../../clock.ts';
import { createEmitter } from './signal-emitter.ts';
import type { Engine } from './engine.ts';
import { StoreError } from '../contract/errors.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Tables } from '../tables/schema.ts';

/** How long another process may hold the file. */
const TIMEOUT_MS = 5000;
/** How long of that the whole process may be blocked. */
const BLOCKED_MS = 10;
const PURGE_TRIES = 40;
const PURGE_PAUSE_MS = 50;

/** Opens `accesslink.db` in the folder, creating both for this user alone. */
export function openSqliteFile(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'accesslink.db');
  // SQLite gives its log and index the mode of the database.
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path, { timeout: TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    configure(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * AccessLink deletes the data of a transaction that was committed, so each of our commits is flushed (FULL; NORMAL would
 * not). Deleted bytes are overwritten, and no temporary file repeats them.
 */
function configure(database: DatabaseSync): void {
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma trusted_schema = off;
    pragma busy_timeout = ${BLOCKED_MS};
  `);
}

/** The engine over an open database, which it closes. */
export function createSqliteEngine(database: DatabaseSync, clock: Clock, timeoutMs = TIMEOUT_MS): Engine {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, clock, timeoutMs) });
  const emitter = createEmitter();
  return {
    name: 'sqlite',
    db,
    lock: async () => {},
    signalSender: { within: async () => {}, after: emitter.emit },
    listen: emitter.listen,
    purge: () => truncateLog(db, clock),
    close: async () => {
      await db.destroy();
      // Kysely does not close a database in which it has run nothing.
      if (database.isOpen) database.close();
    },
  };
}

/** SQLite cannot truncate its log while another process reads: waits for it, up to two seconds. */
async function truncateLog(db: Kysely<Tables>, clock: Clock): Promise<void> {
  for (let tries = 0; tries < PURGE_TRIES; tries++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return;
    await wait(clock, PURGE_PAUSE_MS);
  }
  throw new StoreError('unavailable', 'Cannot empty the log of the database: another process does not stop reading it');
}
