// The clock and the timers of this machine: what main.ts hands to everybody.
import type { Clock } from './clock.ts';

/** The real clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  every: (milliseconds, task) => {
    const timer = setInterval(task, milliseconds).unref();
    return () => clearInterval(timer);
  },
  nextTurn: (task) => void setImmediate(task),
};
