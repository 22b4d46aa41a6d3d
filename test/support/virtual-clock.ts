// A clock whose time passes only when a test advances it, and then without waiting.
import { nextTick } from 'node:process';
import type { Cancel, Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';

export interface VirtualClock extends Clock {
  /** Lets time pass: runs the timers due until then in order of time, each with all that follows from it in promises. */
  advance(milliseconds: number): Promise<void>;
  /** How many timers wait. */
  pending(): number;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
}

/** A clock that stands still at `start`, in milliseconds since the epoch. */
export function createVirtualClock(start = 0): VirtualClock {
  let time = start;
  let order = 0;
  const timers = new Set<Timer>();
  const after = (milliseconds: number, task: () => void): Cancel => {
    order += 1;
    const timer = { at: time + Math.max(0, milliseconds), order, task };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const every = (milliseconds: number, task: () => void): Cancel => {
    let cancel: Cancel = () => {};
    const schedule = () => {
      cancel = after(milliseconds, () => {
        schedule();
        task();
      });
    };
    schedule();
    return () => cancel();
  };
  const advance = async (milliseconds: number) => {
    const end = time + milliseconds;
    await settlePromises();
    for (let next = firstOf(timers); next && next.at <= end; next = firstOf(timers)) {
      time = next.at;
      timers.delete(next);
      next.task();
      await settlePromises();
    }
    time = end;
  };
  return {
    now: () => time,
    elapsed: () => time - start,
    after,
    every,
    nextTurn: systemClock.nextTurn,
    advance,
    pending: () => timers.size,
  };
}

function firstOf(timers: ReadonlySet<Timer>): Timer | undefined {
  return [...timers].toSorted((one, other) => one.at - other.at || one.order - other.order)[0];
}

/** Node empties the queue of promises before it runs the next tick. */
function settlePromises(): Promise<void> {
  return new Promise((resolve) => nextTick(resolve));
}
