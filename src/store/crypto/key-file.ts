// The key of a gateway that nobody configured: generated at the first start and stored next to the database.
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../contract/errors.ts';
import { generateEncryptionKey, parseEncryptionKeys, type EncryptionKey } from './encryption.ts';

/** The keys in `secret.key` under the folder; the file is created, readable for this user alone, when there is none. */
export function readOrCreateKeyFile(dataDir: string): EncryptionKey[] {
  const path = join(dataDir, 'secret.key');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return parseEncryptionKeys(read(path) ?? create(path));
  } catch (error) {
    if (error instanceof StoreError) {
      throw new StoreError('undecryptable', `Cannot use the key in ${path}: it was altered. Restore it from a copy`);
    }
    throw new StoreError('unavailable', `Cannot store a key in ${path}: the folder must be writable`, error);
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
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
