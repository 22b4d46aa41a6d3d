// A wait that can be cut short, also by a notification that came before it.
import { type Clock, wait } from '../clock.ts';

export interface WakeUp {
  notify(): void;
  /** Forgets the notifications so far. */
  reset(): void;
  /** Resolves at a notification, at once after an earlier one, and at the latest after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** A wake-up without a notification. */
export function createWakeUp(clock: Pick<Clock, 'after'>): WakeUp {
  let notified = new AbortController();
  return {
    notify: () => notified.abort(),
    reset: () => {
      notified = new AbortController();
    },
    wait: (milliseconds) => wait(clock, milliseconds, notified.signal),
  };
}
