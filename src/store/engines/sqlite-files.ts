// The files of a SQLite database: who may read them, who has them, and whether they are still where they were.
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../contract/errors.ts';
import { isBusy } from './driver-errors.ts';

/** How long a process may be blocked while the mode of a file is set that another one has. */
const OPENING_MS = 5_000;

/** The file of the keys next to a database: a backup of the database has none of them. */
export function keyFileOf(path: string): string {
  return join(dirname(path), 'keys.db');
}

/** Creates the folder, and in it `accesslink.db` and the file of its keys, for this user alone; the path of the database. */
export function createFile(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'accesslink.db');
  createEmpty(path);
  createEmpty(keyFileOf(path));
  return path;
}

/** An empty file for this user alone. One that is there is not touched: to close it would end the locks that we have on it. */
function createEmpty(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** The connection that writes. Nothing in this process waits for another one: a locked database is answered at once. */
export function openForWriting(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: OPENING_MS, enableForeignKeyConstraints: true });
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
 * not). Deleted bytes are overwritten, and no temporary file repeats them. SQLite gives its log and index the mode of the
 * database.
 */
function configure(database: DatabaseSync): void {
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma trusted_schema = off;
    pragma busy_timeout = 0;
  `);
}

/** A connection that only reads: neither a writer nor a lock delays it. */
export function openForReading(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  database.exec('pragma temp_store = memory; pragma trusted_schema = off');
  return database;
}

/**
 * Has the folder to itself until the returned function is called, or the process ends, however it ends. Throws when another
 * process has it, or another store of this one. The lock is on a file of its own, so that others can still read the database.
 */
export function lockFolder(dataDir: string): () => void {
  const path = join(dataDir, 'accesslink.lock');
  createEmpty(path);
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new StoreError(
      'unavailable',
      'Cannot open the database: another gateway has it. SQLite is for one process: stop the other one, give this one ' +
        'another DATA_DIR, or set DATABASE_URL to a Postgres for both',
      error,
    );
  }
  return () => {
    if (database.isOpen) database.close();
  };
}

/** What SQLite keeps next to the database while it is open. A commit is in the second of them. */
const ENDINGS = ['', '-wal', '-shm'];

/**
 * A check that the files of open databases are where they were: it throws when one was deleted, moved away or replaced.
 * What is committed then is in no file that anybody will open again.
 */
export function createFileCheck(paths: readonly string[]): () => void {
  const checks = paths.map((path) => ({ path, isThere: createPresenceCheck(path) }));
  return () => {
    const lost = checks.find(({ isThere }) => !isThere());
    if (!lost) return;
    throw new StoreError(
      'unavailable',
      `Cannot write: the files of the database ${lost.path} were deleted or replaced while it was open. Put them back, or restart`,
    );
  };
}

function createPresenceCheck(path: string): () => boolean {
  const identityOf = (ending: string) => {
    const found = statSync(path + ending, { throwIfNoEntry: false });
    return found && `${found.dev}:${found.ino}`;
  };
  const opened = ENDINGS.map(identityOf);
  return () => ENDINGS.every((ending, index) => identityOf(ending) === opened[index]);
}
