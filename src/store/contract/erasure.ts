// The contract of erasing what is stored of people.
import type { Secret } from '../../secret.ts';
import type { Instant } from './instant.ts';

/** The kinds of rows about a person. */
export const ERASED_KINDS = [
  'records',
  'users',
  'sessions',
  'one_time_tokens',
  'inbox',
  'events',
  'transactions',
  'imported_items',
] as const;

export type ErasedKind = (typeof ERASED_KINDS)[number];

/** What an erasure has deleted, and what looking for more has found afterwards. */
export interface Erasure {
  readonly erased: Readonly<Record<ErasedKind, number>>;
  /** Rows that are still there about what was to be erased: none, unless somebody has written meanwhile. */
  readonly remaining: number;
  /** Whether the deleted bytes are gone from the engine's files too; else `purge` removes them. */
  readonly isPurged: boolean;
}

/** Of what was not there. */
export const NOTHING_ERASED: Erasure = {
  erased: Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Record<ErasedKind, number>,
  remaining: 0,
  isPurged: true,
};

/**
 * Every erasure is one transaction, which also sends its signal. What requests in progress write in the next minute is
 * dropped, unless the user signs in again. Safe to repeat.
 */
export interface ErasureStore {
  /** Removes every row about a user from every table. */
  user(polarUserId: string): Promise<Erasure>;
  /** The same for a user whose deletion is pending, with the token it began with; null, and nothing is done, for any other. */
  pendingUser(user: { readonly polarUserId: string; readonly token: Secret }): Promise<Erasure | null>;
  /** Removes what was read of a user, by whomever, and leaves their account and its sessions. */
  dataOfUser(polarUserId: string): Promise<Erasure>;
  /** Removes what was read with a token of the caller's own. */
  dataOfToken(tokenHash: string): Promise<Erasure>;
  /** Deletes what was read with tokens of callers' own and not used since; how many partitions there were. */
  unused(before: Instant): Promise<number>;
  /** Removes the bytes of deleted rows from what the engine stores outside its tables. */
  purge(): Promise<void>;
}
