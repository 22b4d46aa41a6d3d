// The interface of an engine: what SQLite and Postgres do differently. Everything else is shared, over Kysely.
import type { Kysely, Transaction } from 'kysely';
import type { RowReaders, RunRelaxed } from './engine-rows.ts';
import type { KeyTables, Tables } from '../tables/schema.ts';
import type { ReceivedSignal, Signal } from '../contract/signals.ts';

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Whether no other process can have the database: whatever one holds in it is left from a process that is gone. */
  readonly isAlone: boolean;
  /** Whether other processes use it, whose signals come. */
  readonly isShared: boolean;
  readonly db: Kysely<Tables>;
  /**
   * Where the keys of people are, apart from the data. On Postgres what is done there is part of the transaction of `db`; on
   * SQLite it is another file, and each statement is flushed by itself.
   */
  keysIn(db: Kysely<Tables>): Kysely<KeyTables>;
  /** Creates the place of the keys when there is none, in a transaction that others wait for. */
  createKeyTables(trx: Transaction<Tables>): Promise<void>;
  /** Locks a name until the transaction ends. Nothing to do on SQLite: its transactions exclude each other. */
  lock(trx: Transaction<Tables>, name: string, mode: 'shared' | 'exclusive'): Promise<void>;
  /** Reads outside transactions, without Kysely. */
  readonly rows: RowReaders;
  /** Runs a transaction that is not flushed by itself: for what AccessLink sends again. */
  readonly relaxed: RunRelaxed;
  readonly signalSender: SignalSender;
  readonly listen: (listener: (signal: ReceivedSignal) => void) => () => void;
  /** Removes the bytes of deleted rows from what the engine stores outside its tables. */
  purge(): Promise<void>;
  readonly close: () => Promise<void>;
}

/** A signal that is sent with a transaction: Postgres sends it at the commit, SQLite's process after it. */
export interface SignalSender {
  /** To be called in the transaction. */
  within(db: Kysely<Tables>, signal: Signal): Promise<void>;
  /** To be called when it is committed. */
  readonly after: (signal: Signal) => void;
}
