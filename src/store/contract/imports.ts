// The contract of imports: items of AccessLink's transactions, and which transactions are committed.
import type { Instant } from './instant.ts';

/** The transactions of AccessLink: data that is sent once, and deleted there when the transaction is committed. */
export type ImportKind = 'PHYSICAL_INFORMATION' | 'ACTIVITY' | 'EXERCISE';

export interface ImportedItem {
  /** AccessLink's id of the item. */
  readonly id: string;
  /** JSON: everything that was read of it. */
  readonly value: unknown;
  readonly importedAt: Instant;
}

/** Whose items of which kind. */
export interface ImportOwner {
  readonly kind: ImportKind;
  readonly polarUserId: string;
}

export interface StoredTransaction extends ImportOwner {
  readonly transactionId: string;
}

export interface ImportStore {
  /**
   * Stores all items of a transaction, flushed to the disk when it resolves: only then may it be committed upstream. Safe
   * to repeat. Rejects (`invalid`) for a user erased a moment ago.
   */
  put(transaction: StoredTransaction, items: readonly ImportedItem[]): Promise<void>;
  /** Notes that AccessLink has confirmed the commit. */
  markCommitted(transaction: StoredTransaction): Promise<void>;
  /** Transactions that are stored and not known to be committed. */
  uncommitted(polarUserId: string, kind: ImportKind): Promise<StoredTransaction[]>;
  /** Items, newest first; an item that came in two transactions is there once. */
  items(polarUserId: string, kind: ImportKind, limit: number): Promise<ImportedItem[]>;
  /** Stores items that came without a transaction. Safe to repeat; rejects like `put`. */
  add(owner: ImportOwner, items: readonly ImportedItem[]): Promise<void>;
  /** What there is, without the values, oldest first: by `importedAt`, then by id. */
  list(owner: ImportOwner): Promise<Omit<ImportedItem, 'value'>[]>;
  /** The items with these ids, in the order of `list`; those that are not there are left out. */
  read(owner: ImportOwner, ids: readonly string[]): Promise<ImportedItem[]>;
}
