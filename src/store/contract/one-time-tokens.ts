// The contract of what may be used once in a sign-in.
import type { Instant } from './instant.ts';

/** An authorization code of ours. */
export interface StoredOneTimeToken {
  readonly kind: 'code';
  /** SHA-256 of the code. */
  readonly hash: string;
  /** The user it is about; erasing the user deletes it. */
  readonly polarUserId: string;
  /** JSON: what it stands for. Nothing secret: it is not encrypted. */
  readonly value: unknown;
  readonly expiresAt: Instant;
}

/** One attempt to use a code. */
export interface TokenUse {
  readonly kind: StoredOneTimeToken['kind'];
  readonly hash: string;
  readonly now: Instant;
  /** What the first use makes of it, remembered for those who use it again. Nothing secret. */
  readonly result: string;
  /** So long the first use is remembered. */
  readonly keepUntil: Instant;
}

export interface UsedToken {
  /** What it stands for. */
  readonly value: unknown;
  /** How often it was used, this time included: exactly one of many callers at once sees 1. */
  readonly uses: number;
  /** The result of its first use. */
  readonly result: string;
}

/** The state of a sign-in, which its browser holds, encrypted, and which is stored here only once it is used. */
export interface StateClaim {
  /** SHA-256 of the state. */
  readonly hash: string;
  readonly now: Instant;
  /** From then on the state is not valid any more, and need not be remembered. */
  readonly expiresAt: Instant;
  /** So many used states are remembered at most. */
  readonly limit: number;
}

export interface OneTimeTokenStore {
  put(token: StoredOneTimeToken): Promise<void>;
  /** Counts a use; null, and nothing is written, for what is unknown, or has expired unused. */
  use(use: TokenUse): Promise<UsedToken | null>;
  /** How often it was used; 0 for what is unknown. */
  uses(kind: StoredOneTimeToken['kind'], hash: string): Promise<number>;
  /** `claimed` for exactly one of all callers in all processes; `full`: so many are remembered that nobody is. */
  claimState(claim: StateClaim): Promise<'claimed' | 'used' | 'full'>;
  deleteExpired(now: Instant): Promise<number>;
}
