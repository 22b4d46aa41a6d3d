// What outlives the process: one contract, kept by SQLite and by Postgres.
import type { Secret } from '../secret.ts';

/** Milliseconds since the epoch. */
export type Instant = number;

/**
 * Everything that is kept. Every method is durable when its promise resolves, and rejects with a StoreError
 * (errors.ts) when the database cannot be used; the next call tries again.
 */
export interface Store {
  readonly records: RecordStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly grants: GrantStore;
  readonly webhooks: WebhookStore;
  readonly inbox: InboxStore;
  readonly events: EventStore;
  readonly collections: CollectionStore;
  readonly signals: Signals;
  /** Writes; rejects when the database cannot be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A record as read from AccessLink. `what` is a date, an id, or empty for a list or a single record. */
export interface StoredRecord {
  readonly resource: string;
  readonly what: string;
  /** The flags it was read with, in the resource's order. */
  readonly flags: readonly string[];
  /** JSON. An empty list is "nothing". */
  readonly value: unknown;
  readonly fetchedAt: Instant;
  readonly freshUntil: Instant;
}

/** Whose records: the digest that also keys the memory, and the user they are about, null when that is not known. */
export interface RecordOwner {
  readonly scope: string;
  readonly polarUserId: string | null;
}

export interface RecordStore {
  /** All variants (sets of flags) of the records wanted. */
  read(scope: string, resource: string, whats: readonly string[]): Promise<StoredRecord[]>;
  /** What is held of a resource from one date to another, without the values. */
  held(scope: string, resource: string, from: string, to: string): Promise<HeldRecord[]>;
  /** Inserts or replaces, all or none. An older record never replaces a newer one. Nothing of a user just erased. */
  write(owner: RecordOwner, records: readonly StoredRecord[]): Promise<void>;
  /** Ends the freshness of a user's records of a resource (`freshUntil` 0): those named, or all when `whats` is null. */
  expire(polarUserId: string, resource: string, whats: readonly string[] | null): Promise<void>;
}

export interface HeldRecord {
  readonly what: string;
  readonly flags: readonly string[];
  readonly isNothing: boolean;
  readonly fetchedAt: Instant;
  readonly freshUntil: Instant;
}

/**
 * `linked`: the token works. `broken`: AccessLink refused it, the user must sign in again. `leaving`: the user asked to be
 * forgotten and AccessLink has not confirmed yet.
 */
export type LinkState = 'linked' | 'broken' | 'leaving';

export interface StoredUser {
  readonly polarUserId: string;
  readonly memberId: string | null;
  readonly registeredAt: Instant | null;
  readonly token: Secret;
  readonly state: LinkState;
  readonly linkedAt: Instant;
}

export interface UserStore {
  /** Inserts or replaces; the state becomes `linked`. The token is encrypted (AES-256-GCM, the user id as AAD). */
  link(user: Omit<StoredUser, 'state'>): Promise<void>;
  find(polarUserId: string): Promise<StoredUser | null>;
  list(state: LinkState): Promise<StoredUser[]>;
  /** True for the one caller that changed the state. Only from `linked` to `broken`, and from any to `leaving`. */
  mark(polarUserId: string, state: 'broken' | 'leaving'): Promise<boolean>;
  /**
   * Removes every row about the user from every table, and on SQLite the bytes from the files. What requests under way
   * write for the user in the next minute is dropped, unless the user is linked again.
   */
  erase(polarUserId: string): Promise<void>;
  /** Encrypts every token (and the webhook key) with the first key again; how many were changed. */
  rotateKeys(): Promise<number>;
}

/** A signed-in browser or app. Only the SHA-256 of its token is kept. */
export interface StoredSession {
  readonly tokenHash: string;
  readonly polarUserId: string;
  readonly kind: 'browser' | 'app';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface SessionStore {
  create(session: StoredSession): Promise<void>;
  /** The session, unless it has expired. */
  find(tokenHash: string, now: Instant): Promise<StoredSession | null>;
  delete(tokenHash: string): Promise<void>;
  deleteOfUser(polarUserId: string): Promise<void>;
  deleteExpired(now: Instant): Promise<number>;
}

/** Something that may be redeemed once: the state of a sign-in (`state`) or an authorization code of ours (`code`). */
export interface StoredGrant {
  readonly kind: 'state' | 'code';
  /** SHA-256 of the state or code. */
  readonly hash: string;
  /** Whom it is about, null while that is not known; erasing the user removes it. */
  readonly polarUserId: string | null;
  /** JSON: what it stands for. Nothing secret: it is not encrypted. */
  readonly value: unknown;
  readonly expiresAt: Instant;
}

export interface GrantStore {
  put(grant: StoredGrant): Promise<void>;
  /** Removes and returns it; null when it is unknown, used or expired. Of many callers at once exactly one gets it. */
  redeem(kind: StoredGrant['kind'], hash: string, now: Instant): Promise<unknown>;
  deleteExpired(now: Instant): Promise<number>;
}

export interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Null when the key was lost: the webhook must be deleted and created again. */
  readonly key: Secret | null;
  readonly createdAt: Instant;
}

/** A client has at most one webhook: `put` replaces any other. The key is encrypted (the webhook id as AAD). */
export interface WebhookStore {
  find(): Promise<StoredWebhook | null>;
  put(webhook: StoredWebhook): Promise<void>;
  /** Changes url or events and leaves the key. */
  update(id: string, change: { readonly url: string; readonly events: readonly string[] }): Promise<void>;
  delete(id: string): Promise<void>;
}

/** A verified delivery, kept before it is acknowledged. */
export interface Delivery {
  readonly id: string;
  /** The body as it came, JSON. */
  readonly body: string;
  readonly receivedAt: Instant;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** A delivery as it comes in. Of `key` only the SHA-256 is kept. */
export interface NewDelivery {
  readonly key: string;
  /** Whom it is about, null when it does not say; erasing the user removes it. */
  readonly polarUserId: string | null;
  readonly body: string;
  readonly receivedAt: Instant;
}

export interface InboxStore {
  /** False when a delivery with this key is there already, done or not, until `deleteDone` forgets it. */
  add(delivery: NewDelivery): Promise<boolean>;
  /** Deliveries to work on, oldest first; nobody else gets them until the lease ends. */
  claim(options: { readonly now: Instant; readonly leaseMs: number; readonly limit: number }): Promise<Delivery[]>;
  /** Keeps the key, so that a replay is known, and drops the body and whom it was about. */
  done(id: string, now: Instant): Promise<void>;
  /** Gives it back to be tried at `retryAt`. */
  retry(id: string, retryAt: Instant): Promise<void>;
  pending(): Promise<number>;
  /** Forgets what was done before `before`. */
  deleteDone(before: Instant): Promise<number>;
}

/** New data of a user, as subscriptions tell of it. */
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
   * `deleteBefore` forgets it, or when the user was erased a moment ago.
   */
  append(event: Omit<StoredEvent, 'id'> & { readonly key: string }): Promise<StoredEvent | null>;
  /** Events of a user after an id (null: from the first), oldest first. Rejects (`invalid`) what is no id. */
  after(polarUserId: string, id: string | null, limit: number): Promise<StoredEvent[]>;
  /** The newest id of a user, null when there is none. */
  latest(polarUserId: string): Promise<string | null>;
  deleteBefore(before: Instant): Promise<number>;
}

/** The transactions of AccessLink: what is handed over once and then deleted there. */
export type CollectionKind = 'PHYSICAL_INFORMATION' | 'ACTIVITY' | 'EXERCISE';

export interface CollectedItem {
  /** AccessLink's id of the item. */
  readonly id: string;
  /** JSON: everything that was read of it. */
  readonly value: unknown;
  readonly collectedAt: Instant;
}

export interface StoredTransaction {
  readonly kind: CollectionKind;
  readonly polarUserId: string;
  readonly transactionId: string;
}

export interface CollectionStore {
  /**
   * Keeps all items of a transaction, flushed to the disk when it resolves: only then may it be committed upstream. Safe
   * to repeat. Rejects (`invalid`) for a user erased a moment ago.
   */
  keep(transaction: StoredTransaction, items: readonly CollectedItem[]): Promise<void>;
  /** Notes that AccessLink has confirmed the commit. */
  markCommitted(transaction: StoredTransaction): Promise<void>;
  /** Transactions kept and not known to be committed. */
  uncommitted(polarUserId: string, kind: CollectionKind): Promise<StoredTransaction[]>;
  /** Items, newest first; an item that came in two transactions is there once. */
  items(polarUserId: string, kind: CollectionKind, limit: number): Promise<CollectedItem[]>;
}

/** Messages between all processes on one database, for invalidation and subscriptions. Nothing secret is in them. */
export type Signal =
  | { readonly type: 'event'; readonly polarUserId: string; readonly id: string }
  | {
      readonly type: 'expire';
      readonly polarUserId: string;
      readonly resource: string;
      readonly whats: readonly string[] | null;
    }
  | { readonly type: 'erase'; readonly polarUserId: string };

/** What a listener hears. `missed`: the connection was lost for a while and signals with it. Forget what hangs on them. */
export type Heard = Signal | { readonly type: 'missed' };

export interface Signals {
  /**
   * Sends to every listener in every process, this one too. A list of `whats` too long for one message arrives as null:
   * everything of the resource.
   */
  send(signal: Signal): Promise<void>;
  /**
   * Calls `listener` for each signal until the returned function is called. At most once each and never repeated: whoever
   * follows events reads `events.after` at the start, at each `event` and at `missed`, and so misses none.
   */
  listen(listener: (heard: Heard) => void): () => void;
}
