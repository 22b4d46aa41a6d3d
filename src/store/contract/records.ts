// The contract of the records as read from AccessLink.
import type { Instant } from './instant.ts';
import type { InvalidationSignal } from './signals.ts';

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

/** Whose records: the partition, which also keys the memory tier, and the user whom the credential has proved to be. */
export interface RecordOwner {
  readonly partition: string;
  readonly polarUserId: string;
  /**
   * The digest of the token that the records are read with, where its holder did not sign in here: such records are deleted
   * when nobody has used them for long. Null or missing: of somebody who did.
   */
  readonly tokenHash?: string | null;
}

export interface RecordStore {
  /** All variants (sets of flags) of the records wanted. */
  read(partition: string, resource: string, keys: readonly string[]): Promise<StoredRecord[]>;
  /** What is stored of a resource from one date to another, without the values. */
  metadata(partition: string, resource: string, from: string, to: string): Promise<RecordMetadata[]>;
  /**
   * Inserts or replaces, all or none. An older record never replaces a newer one, unless that one claims to
   * have been read in the future. Nothing of a user, or of a token, just erased. A crash of the machine may lose it.
   */
  write(owner: RecordOwner, records: readonly StoredRecord[]): Promise<void>;
  /** Whose records a partition has; null when it has none. */
  ownerOf(partition: string): Promise<string | null>;
  /** Notes that a partition is in use, once a day at most: reading does not write each time. */
  use(partition: string): Promise<void>;
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
