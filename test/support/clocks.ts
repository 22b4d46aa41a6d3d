// The clock of the system, with another time.
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';

/** Timers of the system, and the time that `now` returns. */
export function clockAt(now: () => number): Clock {
  return { ...systemClock, now };
}
