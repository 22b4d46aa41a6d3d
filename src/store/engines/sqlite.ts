// The engine of one process, or of the workers of one machine: a SQLite file. What is acknowledged has been flushed to the disk,
// but for relaxed transactions.
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { type Clock, wait } from '../../clock.ts';
import { createEmitter, type Emitter } from './signal-emitter.ts';
import type { Engine, SignalSender } from './engine.ts';
import { StoreError } from '../contract/errors.ts';
import { createFile, createFileCheck, keyFileOf, lockFolder, openForReading, openForWriting } from './sqlite-files.ts';
import { sqliteDialect } from './sqlite-driver.ts';
import type { ReadRows } from './engine-rows.ts';
import { createRelaxed, createRowReader } from './sqlite-rows.ts';
import { createStatements } from './sqlite-statements.ts';
import { createTurns, type Turns } from './sqlite-turns.ts';
import { createWriter, createWriterThread, type SqliteWriter, type WriterFor } from './sqlite-writer.ts';
import type { SignalBus } from '../contract/signals.ts';
import type { KeyTables, Tables } from '../tables/schema.ts';

/** How long another process may hold the file. */
const TIMEOUT_MS = 5000;
const PURGE_TRIES = 40;
const PURGE_PAUSE_MS = 50;

export interface SqliteOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Whether it writes in a thread of its own: no flush of the disk stops the process. */
  readonly hasThread?: boolean;
  /** Whether others may have the folder too: workers, for whom another process has locked it, and tests. */
  readonly isShared?: boolean;
  /** What carries signals to those others. */
  readonly bus?: SignalBus | null;
  readonly timeoutMs?: number;
}

/** Opens `accesslink.db` in the folder, creating both for this user alone. Throws when another gateway has it. */
export function openSqlite(options: SqliteOptions): Engine {
  const { dataDir, hasThread = false, isShared = false } = options;
  const path = createFile(dataDir);
  const unlock = isShared ? () => {} : lockFolder(dataDir);
  try {
    // The first connection creates what the one that reads needs.
    const database = openForWriting(path);
    return createSqliteEngine({ ...options, path, database, hasThread, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An engine to be: over a connection that writes. */
export interface OpenedSqlite extends Pick<SqliteOptions, 'clock' | 'hasThread' | 'isShared' | 'bus' | 'timeoutMs'> {
  readonly path: string;
  readonly database: DatabaseSync;
  /** Called when everything is closed. */
  readonly unlock?: () => void;
}

/** The engine over an open database, which it closes. The keys are in a file next to it. */
export function createSqliteEngine(opened: OpenedSqlite): Engine {
  const { clock, path, isShared = false, bus = null } = opened;
  const keyPath = keyFileOf(path);
  const connecting = { ...opened, thread: opened.hasThread ? createWriterThread([path, keyPath]) : null };
  const data = connectTo<Tables>(connecting);
  const keys = connectToKeys({ ...connecting, path: keyPath }, data);
  const check = createFileCheck([path, keyPath]);
  const { db, turns } = data.over(check);
  const keyDb = keys.over(check).db;
  const rows = { data: data.read, keys: keys.read };
  const emitter = createEmitter();
  const stopListening = bus?.listen(emitter.emit);
  return {
    name: 'sqlite',
    isAlone: !isShared,
    isShared: bus !== null,
    db,
    keysIn: () => keyDb,
    createKeyTables: async () => void (await sql.raw(CREATE_KEYS).execute(keyDb)),
    lock: async () => {},
    rows,
    relaxed: createRelaxed({ writer: data.writer, check, turns, rows }),
    signalSender: senderOver(emitter, bus),
    listen: emitter.listen,
    purge: async () => {
      await truncateLog(keyDb, clock);
      await truncateLog(db, clock);
    },
    close: async () => {
      stopListening?.();
      await data.close(db);
      await keys.close(keyDb);
      opened.unlock?.();
    },
  };
}

/** To the listeners of this process, and to those of other workers. */
function senderOver(emitter: Emitter, bus: SignalBus | null): SignalSender {
  return {
    within: async () => {},
    after: (signal) => {
      emitter.emit(signal);
      bus?.send(signal);
    },
  };
}

const CREATE_KEYS = `create table if not exists person_keys (
  polar_user_id text not null primary key, key_encrypted text not null) strict`;

interface Connecting extends OpenedSqlite {
  /** What writes; null: this thread does. */
  readonly thread: WriterFor | null;
}

/** Two connections of a file: what reads, what writes, and what closes both. */
interface Connections<T> {
  readonly over: (check: () => void) => { readonly db: Kysely<T>; readonly turns: Turns };
  readonly read: ReadRows;
  readonly writer: SqliteWriter;
  readonly close: (db: Kysely<T> | null) => Promise<void>;
}

function connectTo<T>(opened: Connecting): Connections<T> {
  const { reader, writer } = connectionsOf(opened);
  const { clock, timeoutMs = TIMEOUT_MS } = opened;
  const read = createStatements(reader);
  return {
    over: (check) => {
      const options = { read, writer, check, clock, timeoutMs };
      const turns = createTurns(options);
      return { db: new Kysely<T>({ dialect: sqliteDialect({ ...options, turns }) }), turns };
    },
    read: createRowReader({ read, clock, timeoutMs }),
    writer,
    close: async (db) => {
      if (reader.isOpen) reader.close();
      await db?.destroy();
      // Kysely does not close a database in which it has run nothing.
      await writer.close();
    },
  };
}

/** Closes the connections to the data when there can be none to the keys. */
function connectToKeys(opened: Omit<Connecting, 'database'>, data: Connections<Tables>): Connections<KeyTables> {
  try {
    return connectTo<KeyTables>({ ...opened, database: openForWriting(opened.path) });
  } catch (error) {
    void data.close(null);
    throw error;
  }
}

function connectionsOf({ path, database, thread }: Connecting): {
  readonly reader: DatabaseSync;
  readonly writer: SqliteWriter;
} {
  try {
    // Its log is there from now on, and stays as long as any connection is open.
    database.exec('select 1 from sqlite_master');
    const reader = openForReading(path);
    reader.exec('select 1 from sqlite_master');
    if (!thread) return { reader, writer: createWriter(database) };
    const writer = thread(path);
    database.close();
    return { reader, writer };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite cannot truncate its log while another process reads: waits for it, up to two seconds. */
async function truncateLog<T>(db: Kysely<T>, clock: Clock): Promise<void> {
  for (let tries = 0; tries < PURGE_TRIES; tries++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return;
    await wait(clock, PURGE_PAUSE_MS);
  }
  throw new StoreError('unavailable', 'Cannot empty the log of the database: another process does not stop reading it');
}
