// What outlives the process: one contract, implemented on SQLite and on Postgres.
import type { Secret } from '../../secret.ts';
import type { ImportStore, EventStore, InboxStore, WebhookStore } from './deliveries.ts';
import type { Instant } from './instant.ts';
import type { InvalidationSignal, Signals } from './signals.ts';

/**
 * Everything that is stored. Every method is durable when its promise resolves, and rejects with a StoreError
 * (errors.ts) when the database cannot be used; the next call tries again.
 */
export interface Store {
  readonly records: RecordStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly oneTimeTokens: OneTimeTokenStore;
  readonly webhooks: WebhookStore;
  readonly inbox: InboxStore;
  readonly events: EventStore;
  readonly imports: ImportStore;
  readonly signals: Signals;
  /** Writes; rejects when the database cannot be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A record as read from AccessLink. `key` is a date, an id, or empty for a list or a single record. */
export interface StoredRecord {
  readonly resource: string;
  readonly key: string;
  /** The flags it was read with, in the resource's order. */
  readonly flags: readonly string[];
  /** JSON. An empty list says that there is no record. */
  readonly value: unknown;
  readonly fetchedAt: Instant;
  readonly freshUntil: Instant;
}

/** Whose records: the partition, which also keys the memory tier, and the user they are about, null when that is not known. */
export interface RecordOwner {
  readonly partition: string;
  readonly polarUserId: string | null;
}

export interface RecordStore {
  /** All variants (sets of flags) of the records wanted. */
  read(partition: string, resource: string, keys: readonly string[]): Promise<StoredRecord[]>;
  /** What is stored of a resource from one date to another, without the values. */
  metadata(partition: string, resource: string, from: string, to: string): Promise<RecordMetadata[]>;
  /** Inserts or replaces, all or none. An older record never replaces a newer one. Nothing of a user just erased. */
  write(owner: RecordOwner, records: readonly StoredRecord[]): Promise<void>;
  /** Ends the time to live of a user's records (`freshUntil` 0) and signals it, in one transaction: all or nothing. */
  invalidate(signal: InvalidationSignal): Promise<void>;
}

export interface RecordMetadata {
  readonly key: string;
  readonly flags: readonly string[];
  readonly isNothing: boolean;
  readonly fetchedAt: Instant;
  readonly freshUntil: Instant;
}

/**
 * `connected`: the token works. `reauthentication-required`: AccessLink refused it, the user must sign in again.
 * `deletion-pending`: the user asked for the deletion of the account and AccessLink has not confirmed it yet.
 */
export type ConnectionState = 'connected' | 'reauthentication-required' | 'deletion-pending';

export interface StoredUser {
  readonly polarUserId: string;
  readonly memberId: string | null;
  readonly registeredAt: Instant | null;
  readonly token: Secret;
  readonly state: ConnectionState;
  readonly connectedAt: Instant;
}

/** A user without the token. */
export type ListedUser = Omit<StoredUser, 'token'>;

/** A page of the users in the order of their ids as text. */
export interface UserPage {
  /** Only those behind this id; null: from the first. */
  readonly after: string | null;
  /** Only those before this id; null: to the last. */
  readonly before: string | null;
  readonly limit: number;
  /** Which end is taken when there are more than `limit`. */
  readonly end: 'first' | 'last';
}

export interface UserStore {
  /** Inserts or replaces; the state becomes `connected`. The token is encrypted (AES-256-GCM, the user id as AAD). */
  connect(user: Omit<StoredUser, 'state'>): Promise<void>;
  find(polarUserId: string): Promise<StoredUser | null>;
  list(state: ConnectionState): Promise<StoredUser[]>;
  /** Users in any state, in the order of their ids as text. No token is decrypted. */
  page(page: UserPage): Promise<ListedUser[]>;
  /** True for the one caller that changed the state. Only from `connected` to `reauthentication-required`, and from any to `deletion-pending`. */
  mark(polarUserId: string, state: 'reauthentication-required' | 'deletion-pending'): Promise<boolean>;
  /**
   * Removes every row about the user from every table, and on SQLite the bytes from the files. What requests in progress
   * write for the user in the next minute is dropped, unless the user signs in again.
   */
  erase(polarUserId: string): Promise<void>;
  /** Encrypts every token (and the webhook key) with the first key again; how many were changed. */
  rotateKeys(): Promise<number>;
}

/** A signed-in browser or app. Only the SHA-256 of its token is stored. */
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
export interface StoredOneTimeToken {
  readonly kind: 'state' | 'code';
  /** SHA-256 of the state or code. */
  readonly hash: string;
  /** The user it is about, null while that is not known; erasing the user deletes it. */
  readonly polarUserId: string | null;
  /** JSON: what it stands for. Nothing secret: it is not encrypted. */
  readonly value: unknown;
  readonly expiresAt: Instant;
}

export interface OneTimeTokenStore {
  put(token: StoredOneTimeToken): Promise<void>;
  /** Removes and returns it; null when it is unknown, used or expired. Of many callers at once exactly one gets it. */
  redeem(kind: StoredOneTimeToken['kind'], hash: string, now: Instant): Promise<unknown>;
  deleteExpired(now: Instant): Promise<number>;
}
