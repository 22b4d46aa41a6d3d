// The key of a gateway that nobody configured: generated at the first start and stored next to the database.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../contract/errors.ts';
import { generateEncryptionKey, parseEncryptionKeys, type EncryptionKey } from './encryption.ts';

/**
 * The keys in `secret.key` under the folder; the file is created, readable for this user alone, when there is none. One that
 * others may read is not used: whoever has read it can read every token of a copy of the database.
 */
export function readOrCreateKeyFile(dataDir: string): EncryptionKey[] {
  const path = join(dataDir, 'secret.key');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return parseEncryptionKeys(read(path) ?? create(path));
  } catch (error) {
    if (error instanceof ExposedKeyError) throw new StoreError('undecryptable', error.message);
    if (error instanceof StoreError) {
      throw new StoreError('undecryptable', `Cannot use the key in ${path}: it was altered. Restore it from a copy`);
    }
    throw new StoreError('unavailable', `Cannot use the key in ${path}: ${reasonOf(error)}`, error);
  }
}

/** Read, write or execute, for the group and for others. */
const EXPOSED = 0o077;

class ExposedKeyError extends Error {}

function read(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    const mode = fstatSync(file).mode & 0o777;
    // Windows has no modes.
    if (process.platform !== 'win32' && (mode & EXPOSED) !== 0) {
      const octal = mode.toString(8).padStart(3, '0');
      throw new ExposedKeyError(
        `Cannot use the key in ${path}: others may read it (mode ${octal}). Run chmod 600 on it`,
      );
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function reasonOf(error: unknown): string {
  if (isErrno(error, 'EISDIR')) return 'it is a folder';
  if (isErrno(error, 'ENOTDIR') || isErrno(error, 'EEXIST')) return 'a part of the path is no folder';
  if (isErrno(error, 'ENOSPC')) return 'no space is left on the disk';
  return 'this user must be able to read it and to write the folder';
}

/** Written whole under another name and then linked: of two processes that start at once both use the key of the first. */
function create(path: string): string {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${generateEncryptionKey()}\n`);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8');
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
