// The contract of the sessions of browsers and apps.
import type { Instant } from './instant.ts';

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
