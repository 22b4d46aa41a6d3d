// The contract of duties: what one of all processes does again and again.
import type { Instant } from './instant.ts';

/** Who asks for a duty, and when. */
export interface DutyClaim {
  readonly name: string;
  /** Of one process, and of no other. */
  readonly holder: string;
  readonly now: Instant;
  readonly leaseMs: number;
}

/** A duty that was given to whoever asked for it, or when it may be claimed again. */
export type ClaimedDuty =
  | {
      readonly isHeld: true;
      /** How far the last holder was; null when nobody has said. */
      readonly progress: string | null;
    }
  | { readonly isHeld: false; readonly dueAt: Instant };

export interface DutyStore {
  /**
   * Gives a duty that is due, and that nobody holds, until the lease ends; on SQLite it also ends with the process. A time
   * that is further ahead than `maxAheadMs` was written by a clock that was wrong, and counts as over.
   */
  claim(claim: DutyClaim, maxAheadMs: number): Promise<ClaimedDuty>;
  /** Extends the lease. False: it has ended, and somebody else may have the duty. */
  renew(claim: DutyClaim): Promise<boolean>;
  /** Notes how far the holder is, for whoever has the duty next. False and nothing noted: it is not the holder any more. */
  save(claim: Pick<DutyClaim, 'name' | 'holder'>, progress: string): Promise<boolean>;
  /** Ends the lease; the duty is due again at `dueAt`. Nothing happens when it has ended already. */
  release(claim: Pick<DutyClaim, 'name' | 'holder'>, dueAt: Instant): Promise<void>;
}
