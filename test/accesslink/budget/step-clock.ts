// A clock for simulated days: it goes on in steps, and knows few timers.
import type { Clock } from '../../../src/clock.ts';

export interface StepClock extends Clock {
  /** Lets time pass and runs what is due. */
  step(milliseconds: number): void;
}

/** A clock that begins at an instant in milliseconds since the epoch. */
export function createStepClock(start = 0): StepClock {
  let elapsed = 0;
  let timers: { readonly at: number; readonly task: () => void }[] = [];
  const after: Clock['after'] = (milliseconds, task) => {
    const timer = { at: elapsed + milliseconds, task };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    now: () => start + elapsed,
    elapsed: () => elapsed,
    after,
    every: () => () => {},
    nextTurn: (task) => setImmediate(task),
    step: (milliseconds) => {
      elapsed += milliseconds;
      if (timers.length === 0) return;
      const due = timers.filter(({ at }) => at <= elapsed);
      timers = timers.filter(({ at }) => at > elapsed);
      for (const { task } of due) task();
    },
  };
}
