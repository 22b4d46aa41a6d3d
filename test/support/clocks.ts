// The clock of the system, with another time and faster timers.
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';

/** The time that `now` returns, and timers of the system that run so many times as fast as they are set. */
export function clockAt(now: () => number, timerSpeed = 1): Clock {
  return {
    ...systemClock,
    now,
    after: (milliseconds, task) => systemClock.after(milliseconds / timerSpeed, task),
    every: (milliseconds, task) => systemClock.every(milliseconds / timerSpeed, task),
  };
}
