// What outlives the process: one contract, kept by SQLite and by Postgres. Its second half is arrivals.ts and signals.ts.
import type { Secret } from '../../secret.ts';
import type { ImportStore, EventStore, InboxStore, WebhookStore } from './deliveries.ts';
import type { Instant } from './instant.ts';
import type { InvalidationSignal, Signals } from './signals.ts';

/**
 * Everything that is kept. Every method is durable when its promise resolves, and rejects with a StoreError
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

/** A record as read from AccessLink. `what` is a date, an id, or empty for a list or a single record. */
export interface StoredRecord {
  readonly resource: string;
  readonly key: string;
  /** The flags it was read with, in the resource's order. */
  readonly flags: readonly string[];
  /** JSON. An empty list is "nothing". */
  readonly value: unknown;
  readonly fetchedAt: Instant;
  readonly freshUntil: Instant;
}

/** Whose records: the digest that also keys the memory, and the user they are about, null when that is not known. */
export interface RecordOwner {
  readonly partition: string;
  readonly polarUserId: string | null;
}

export interface RecordStore {
  /** All variants (sets of flags) of the records wanted. */
  read(scope: string, resource: string, whats: readonly string[]): Promise<StoredRecord[]>;
  /** What is held of a resource from one date to another, without the values. */
  metadata(scope: string, resource: string, from: string, to: string): Promise<RecordMetadata[]>;
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
 * `linked`: the token works. `broken`: AccessLink refused it, the user must sign in again. `leaving`: the user asked to be
 * forgotten and AccessLink has not confirmed yet.
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

/** A stretch of the users in the order of their ids as text. */
export interface UserPage {
  /** Only those behind this id; null: from the first. */
  readonly after: string | null;
  /** Only those before this id; null: to the last. */
  readonly before: string | null;
  readonly limit: number;
  /** Which end of the stretch is taken when it holds more than `limit`. */
  readonly end: 'first' | 'last';
}

export interface UserStore {
  /** Inserts or replaces; the state becomes `linked`. The token is encrypted (AES-256-GCM, the user id as AAD). */
  connect(user: Omit<StoredUser, 'state'>): Promise<void>;
  find(polarUserId: string): Promise<StoredUser | null>;
  list(state: ConnectionState): Promise<StoredUser[]>;
  /** Users in any state, in the order of their ids as text. No token is opened. */
  page(stretch: UserPage): Promise<ListedUser[]>;
  /** True for the one caller that changed the state. Only from `linked` to `broken`, and from any to `leaving`. */
  mark(polarUserId: string, state: 'reauthentication-required' | 'deletion-pending'): Promise<boolean>;
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
export interface StoredOneTimeToken {
  readonly kind: 'state' | 'code';
  /** SHA-256 of the state or code. */
  readonly hash: string;
  /** Whom it is about, null while that is not known; erasing the user removes it. */
  readonly polarUserId: string | null;
  /** JSON: what it stands for. Nothing secret: it is not encrypted. */
  readonly value: unknown;
  readonly expiresAt: Instant;
}

export interface OneTimeTokenStore {
  put(grant: StoredOneTimeToken): Promise<void>;
  /** Removes and returns it; null when it is unknown, used or expired. Of many callers at once exactly one gets it. */
  redeem(kind: StoredOneTimeToken['kind'], hash: string, now: Instant): Promise<unknown>;
  deleteExpired(now: Instant): Promise<number>;
}
