// A breaker: calls that would fail like those before them are not made, but for one now and then that finds out.
import type { Clock } from '../clock.ts';

/** Decides whether a call may be made, from how the last ones ended. */
export interface Breaker {
  /** Whether a call may be made now. While calls fail, one in five seconds may. */
  mayCall(): boolean;
  succeeded(): void;
  failed(): void;
}

/** So many failures in a row open it. */
const FAILURES = 2;
/** So long nothing is called then, and again after each call that finds it still fails. */
const OPEN_MS = 5_000;

/** A closed breaker: every call may be made. */
export function createBreaker({ elapsed }: Pick<Clock, 'elapsed'>): Breaker {
  let failures = 0;
  let openUntil = -Infinity;
  return {
    mayCall: () => {
      if (failures < FAILURES) return true;
      if (elapsed() < openUntil) return false;
      // This call is the probe: others wait for how it ends.
      openUntil = elapsed() + OPEN_MS;
      return true;
    },
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      openUntil = elapsed() + OPEN_MS;
    },
  };
}
