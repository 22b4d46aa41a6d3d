// A database for one test, on whichever engine; it can be opened again and again.
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';

export interface TestDatabase {
  readonly engine: 'sqlite' | 'postgres';
  /** Opens the database; closed at the end of the test. */
  readonly open: (options?: Partial<StoreOptions>) => Promise<Store>;
  /** All bytes of the database, of its files or of its tables. */
  readonly contents: () => Promise<Buffer>;
  /** Runs SQL behind the store's back. */
  readonly run: (sql: string) => Promise<void>;
  /** The same where the keys of people are. */
  readonly runOnKeys: (sql: string) => Promise<void>;
  /** Copies the data, and apart from them the keys of people, as docs/operating.md says. */
  readonly backUp: () => Promise<DataBackup>;
}

export interface DataBackup {
  /** What the backup of the data contains. */
  readonly bytes: Buffer;
  /** Replaces the data by it. To be called while no store is open. */
  readonly restore: () => Promise<void>;
  /** Replaces the keys of people by those of its time. */
  readonly restoreKeys: () => Promise<void>;
}

/** Runs a test in a fresh database. */
export type InDatabase = (test: (database: TestDatabase) => Promise<void>) => () => Promise<void>;

/** The instant of every test. */
export const NOW = Date.parse('2026-11-22T18:30:00Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const keys = parseEncryptionKeys(generateEncryptionKey());
