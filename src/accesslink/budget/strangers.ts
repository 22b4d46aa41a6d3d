// The small share of those who have not proved who they are: a bucket of calls that fills slowly, the same for all of them.
// Calls that prove it take nothing from it, so that only those in flight and those that failed count.

/** What they may use together, as parts of both windows. */
const PART = 0.05;
/** They find at least so many calls, however small the windows are. */
const MIN_CALLS = 5;

export interface StrangersShare {
  /** Milliseconds until there is a call for them; 0: there is one. */
  wait(limits: StrangerLimits): number;
  /** Counts a call. */
  count(limits: StrangerLimits): void;
  /** Takes back a call that was counted: it was not sent, or has proved who it is from. */
  discount(): void;
}

/** The limits of both windows at an instant of the clock that never steps back. */
export interface StrangerLimits {
  readonly short: number;
  readonly long: number;
  readonly now: number;
}

/** A full bucket: a twentieth of the short window. It fills by a twentieth of the long window in a day. */
export function createStrangersShare(): StrangersShare {
  let [taken, at] = [0, Number.NEGATIVE_INFINITY];
  const drain = ({ long, now }: StrangerLimits) => {
    const perMs = (PART * long) / 86_400_000;
    if (at !== Number.NEGATIVE_INFINITY) taken = Math.max(0, taken - (now - at) * perMs);
    at = now;
    return perMs;
  };
  return {
    wait: (limits) => {
      const perMs = drain(limits);
      const over = taken + 1 - Math.max(MIN_CALLS, PART * limits.short);
      return over <= 0 ? 0 : Math.ceil(over / perMs);
    },
    count: (limits) => {
      drain(limits);
      taken += 1;
    },
    discount: () => {
      taken = Math.max(0, taken - 1);
    },
  };
}
