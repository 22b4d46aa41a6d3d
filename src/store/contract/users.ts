// The contract of the connected users and their tokens.
import type { Secret } from '../../secret.ts';
import type { Instant } from './instant.ts';

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
  /**
   * Inserts or replaces; the state becomes `connected`. A user whose deletion is pending is erased first, in the same
   * transaction, and that is signalled. The token is encrypted (AES-256-GCM, the user id as AAD).
   */
  connect(user: Omit<StoredUser, 'state'>): Promise<void>;
  find(polarUserId: string): Promise<StoredUser | null>;
  /** No token is decrypted: one that cannot be stops nobody else. */
  list(state: ConnectionState): Promise<ListedUser[]>;
  /** Users in any state, in the order of their ids as text. No token is decrypted. */
  page(page: UserPage): Promise<ListedUser[]>;
  /** True for the one caller that changed the state. Only from `connected` to `reauthentication-required`, and from any to `deletion-pending`. */
  mark(polarUserId: string, state: 'reauthentication-required' | 'deletion-pending'): Promise<boolean>;
  /** Deletes what an erasure leaves, once its minute is over: a digest of the user's id. */
  deleteExpiredErasures(): Promise<void>;
}
