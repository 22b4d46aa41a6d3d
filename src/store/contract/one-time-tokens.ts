// The contract of the one-time tokens of a sign-in.
import type { Instant } from './instant.ts';

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
