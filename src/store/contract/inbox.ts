// The contract of the inbox: deliveries of the webhook, from their arrival until they are processed.
import type { Instant } from './instant.ts';

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
  /**
   * Those that are added at once are stored in one transaction. False when a delivery with this key is there already, done or not, until `deleteDone`
   * deletes it.
   */
  add(delivery: NewDelivery): Promise<boolean>;
  /**
   * Deliveries to work on, those that are due longest first: nobody else gets them until the lease ends. On SQLite it ends
   * when the process does. What is due later than in a day was written by a clock that was wrong, and counts as due.
   */
  claim(options: { readonly now: Instant; readonly leaseMs: number; readonly limit: number }): Promise<Delivery[]>;
  /** Extends the leases of deliveries that are claimed and neither done nor given back. */
  renew(ids: readonly string[], until: Instant): Promise<void>;
  /** Keeps the key, so that a replay is recognized, and deletes the body and the user's id. */
  done(id: string, now: Instant): Promise<void>;
  /** Gives it back, to be attempted again at `retryAt`. */
  retry(id: string, retryAt: Instant): Promise<void>;
  pending(): Promise<number>;
  /** Deletes the keys of those that were done before `before`. */
  deleteDone(before: Instant): Promise<number>;
}
