// What the gate says of itself to whoever watches it: how much it has to do, and what it refuses.
import type { CallClass } from '../call-origin.ts';
import type { RejectionReason } from './admission.ts';

/** Why a call was not sent. `busy`: it did not get its turn in time, or too many waited already. */
export type GateRejectionReason = RejectionReason | 'busy';

/** A call that was not sent. It names nobody. */
export interface GateRejection {
  readonly reason: GateRejectionReason;
  readonly callClass: CallClass;
  /** Until it may be sent, as far as is known. */
  readonly waitMs: number;
}

export interface GateWatch {
  readonly rejected: (rejection: GateRejection) => void;
  /** AccessLink has answered 429 and wants no call for so many seconds. */
  readonly paused: (seconds: number) => void;
}

/** Calls in flight, and calls that wait for their turn. */
export interface GateLoad {
  readonly inFlight: number;
  readonly waiting: Readonly<Record<CallClass, number>>;
}

/** Nobody watches. */
export const noWatch: GateWatch = { rejected: () => {}, paused: () => {} };
