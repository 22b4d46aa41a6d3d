// The contract of the webhook, its deliveries, the events made of them, and imports.
import type { Secret } from '../../secret.ts';
import type { Instant } from './instant.ts';

export interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Null when the key was lost: the webhook must be deleted and created again. */
  readonly key: Secret | null;
  readonly createdAt: Instant;
  /** Since when it is switched off on purpose; null: it should be active. */
  readonly pausedAt: Instant | null;
}

/** A client has at most one webhook: `put` replaces any other. The key is encrypted (the webhook id as AAD). */
export interface WebhookStore {
  find(): Promise<StoredWebhook | null>;
  put(webhook: StoredWebhook): Promise<void>;
  /** Changes url or events and leaves the key. */
  update(id: string, change: { readonly url: string; readonly events: readonly string[] }): Promise<void>;
  /** Notes since when it is switched off on purpose; null: it is not. */
  pause(id: string, pausedAt: Instant | null): Promise<void>;
  delete(id: string): Promise<void>;
}

/** A verified delivery, stored before it is acknowledged. */
export interface Delivery {
  readonly id: string;
  /** The body as it came, JSON. */
  readonly body: string;
  readonly receivedAt: Instant;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** A delivery as it comes in. Of `key` only the SHA-256 is stored. */
export interface NewDelivery {
  readonly key: string;
  /** The user it is about, null when it does not say; erasing the user deletes it. */
  readonly polarUserId: string | null;
  readonly body: string;
  readonly receivedAt: Instant;
}

export interface InboxStore {
  /** False when a delivery with this key is there already, done or not, until `deleteDone` deletes it. */
  add(delivery: NewDelivery): Promise<boolean>;
  /** Deliveries to work on, oldest first; nobody else gets them until the lease ends. */
  claim(options: { readonly now: Instant; readonly leaseMs: number; readonly limit: number }): Promise<Delivery[]>;
  /** Keeps the key, so that a replay is recognized, and deletes the body and the user's id. */
  done(id: string, now: Instant): Promise<void>;
  /** Gives it back, to be attempted again at `retryAt`. */
  retry(id: string, retryAt: Instant): Promise<void>;
  pending(): Promise<number>;
  /** Deletes the keys of those that were done before `before`. */
  deleteDone(before: Instant): Promise<number>;
}

/** New data of a user, as subscriptions publish it. */
export interface StoredEvent {
  /** Digits. Ascending: once `after` has shown an id, no smaller one of the same user appears. */
  readonly id: string;
  readonly polarUserId: string;
  readonly type: string;
  readonly date: string | null;
  /** The exercise's id; null for other types. */
  readonly entityId: string | null;
  readonly createdAt: Instant;
}

export interface EventStore {
  /**
   * Appends the event and signals `event`, both or neither. Null when one with this key is there already, until
   * `deleteBefore` deletes it, or when the user was erased a moment ago.
   */
  append(event: Omit<StoredEvent, 'id'> & { readonly key: string }): Promise<StoredEvent | null>;
  /** Events of a user after an id (null: from the first), oldest first. Rejects (`invalid`) what is no id. */
  after(polarUserId: string, id: string | null, limit: number): Promise<StoredEvent[]>;
  /** The newest id of a user, null when there is none. */
  latest(polarUserId: string): Promise<string | null>;
  deleteBefore(before: Instant): Promise<number>;
}

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
