// Why the store cannot be opened: where it is, the reason, and the remedy, in one line for whoever starts the program. Never
// a password.
import { join } from 'node:path';
import { StoreError, type StoreErrorCode } from './contract/errors.ts';
import { storeErrorFrom } from './engines/driver-errors.ts';

/** Where a store is. */
export interface StoreLocation {
  /** Null: a file under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** The StoreError for whatever went wrong while the store was being opened. One that has a message of its own keeps it. */
export function openError(error: unknown, location: StoreLocation): StoreError {
  const prefix = `Cannot open the database ${nameOf(location)}: `;
  if (error instanceof StoreError) {
    return new StoreError(error.code, error.message.replace(/^Cannot open the database: /, prefix), error.cause);
  }
  const { code, cause } = storeErrorFrom(error, 'openStore');
  return new StoreError(code, `${prefix}${reasonOf(error, code)}`, cause);
}

/** The path of the file, or host, port and name of the database. */
function nameOf({ databaseUrl, dataDir }: StoreLocation): string {
  if (databaseUrl === null) return join(dataDir, 'accesslink.db');
  if (!/^postgres(ql)?:/.test(databaseUrl) || !URL.canParse(databaseUrl)) return 'of DATABASE_URL';
  const { host, pathname } = new URL(databaseUrl);
  return `"${decodeURIComponent(pathname.slice(1))}" at ${host || 'the local socket'}`;
}

/** By the code of the operating system, or Postgres' SQLSTATE. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there. Give the user of this process the folder, or set DATA_DIR to another',
  EPERM: 'this user may not write there. Give the user of this process the folder, or set DATA_DIR to another',
  EROFS: 'the file system is read-only. Set DATA_DIR to a folder that can be written',
  ENOTDIR: 'a part of the path is no folder. Set DATA_DIR to another',
  EEXIST: 'a part of the path is no folder. Set DATA_DIR to another',
  EISDIR: 'it is a folder. Set DATA_DIR to another',
  ENOENT: 'the path cannot be created. Set DATA_DIR to another',
  ENOSPC: 'no space is left on the disk',
  ECONNREFUSED: 'nothing listens there. Start Postgres, or correct DATABASE_URL',
  ENOTFOUND: 'there is no such host. Correct DATABASE_URL',
  EAI_AGAIN: 'the name of the host cannot be looked up. Correct DATABASE_URL, or repair the name server',
  ETIMEDOUT: 'it does not answer. Start Postgres, open its port, or correct DATABASE_URL',
  EHOSTUNREACH: 'there is no way to that host. Correct DATABASE_URL, or the network',
  ECONNRESET: 'it closed the connection. Look into its log',
  '28P01': 'it does not accept the user and the password of DATABASE_URL',
  '28000': 'it does not accept the user of DATABASE_URL from this host',
  '3D000': 'there is no database of that name. Create it, or correct DATABASE_URL',
  '42501': 'its user may not create tables there. Make it the owner of the database',
  '53300': 'it has too many connections. Raise max_connections, or start fewer processes',
  '57P03': 'it is starting up or shutting down. Try again in a moment',
};

/** By SQLite's result code. */
const SQLITE_REASONS: Readonly<Record<number, string>> = {
  5: 'another process has locked it. Stop that process: one gateway has the file at a time',
  8: 'the file cannot be written. Give the user of this process the file and its folder',
  10: 'the disk fails to read or write it. Look into the log of the machine',
  11: 'it is damaged. Stop the program, set the file aside and restore a backup (docs/operating.md)',
  13: 'no space is left on the disk',
  14: 'it cannot be opened. Give the user of this process the file and its folder',
  26: 'it is no SQLite database, or is damaged. Set the file aside and restore a backup (docs/operating.md)',
};

const UNKNOWN_REASONS: Readonly<Record<StoreErrorCode, string>> = {
  unavailable: 'it is not available',
  full: 'no space is left',
  undecryptable: 'something encrypted cannot be decrypted',
  invalid: 'it does not accept the schema',
};

function reasonOf(error: unknown, kind: StoreErrorCode): string {
  const { code, errcode, message = '' } = (error ?? {}) as { code?: unknown; errcode?: unknown; message?: string };
  if (typeof errcode === 'number') return SQLITE_REASONS[errcode & 0xff] ?? `SQLite fails with code ${errcode}`;
  if (typeof code === 'string') return REASONS[code] ?? `it fails with ${code}`;
  // The driver has no codes for these.
  if (/password must be a string/.test(message)) return 'it asks for a password, and DATABASE_URL has none';
  if (/timeout|terminated/i.test(message)) return `it does not answer in time. Start Postgres, or correct DATABASE_URL`;
  if (/SSL/.test(message)) return 'the server and DATABASE_URL do not agree on TLS. Correct sslmode in DATABASE_URL';
  return UNKNOWN_REASONS[kind];
}
