// The contract of the sessions of browsers and apps.
import type { Instant } from './instant.ts';

/** A signed-in browser or app. Only the SHA-256 of its token is stored. */
export interface StoredSession {
  readonly tokenHash: string;
  readonly polarUserId: string;
  readonly kind: 'browser' | 'app';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** To the day. */
  readonly lastUsedAt: Instant;
}

/** Every deletion signals `sessions`, in one step: caches and open subscriptions of ended sessions end in every process. */
export interface SessionStore {
  /** A user has a limited number of sessions: the oldest ends where this one is too many. */
  create(session: Omit<StoredSession, 'lastUsedAt'>): Promise<void>;
  /** The session, unless it has expired. */
  find(tokenHash: string, now: Instant): Promise<StoredSession | null>;
  /** The sessions of a user that have not expired, newest first. */
  list(polarUserId: string, now: Instant): Promise<StoredSession[]>;
  /** Notes that a session is used. */
  use(tokenHash: string, now: Instant): Promise<void>;
  delete(tokenHash: string): Promise<void>;
  /** How many there were. */
  deleteOfUser(polarUserId: string): Promise<number>;
  deleteExpired(now: Instant): Promise<number>;
}
