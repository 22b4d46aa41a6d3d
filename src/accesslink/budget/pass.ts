// What a call that may be sent says to the budget.
import type { RateLimit } from '../rate-limit.ts';

/** The right to send one call. Every pass is ended once. */
export interface Pass {
  /** To be called with the rate limit of the response, as soon as its headers are there. */
  readonly observe: (rateLimit: RateLimit) => void;
  /** AccessLink has accepted the credential: to be called once. */
  readonly prove: () => void;
  /** AccessLink has answered 429 and wants no call for so many seconds. Resolves when all processes can know. */
  readonly block: (seconds: number) => Promise<void>;
  /** The call was not sent. */
  readonly cancel: () => void;
  /** The connection is free again. */
  readonly end: () => void;
}
