// The time limit of a wait, as a signal that aborts it.
import type { Cancel, Clock } from '../clock.ts';

/**
 * `signal` aborts when the time is over; `cancel` ends the limit and is to be called when the wait is over; `restart` begins
 * it once more.
 */
export interface TimeLimit {
  readonly signal: AbortSignal;
  readonly cancel: Cancel;
  readonly restart: () => void;
}

/** Starts a limit of so many milliseconds. Its signal aborts with a DOMException named TimeoutError. */
export function startTimeLimit(clock: Pick<Clock, 'after'>, milliseconds: number): TimeLimit {
  const controller = new AbortController();
  const start = () =>
    clock.after(milliseconds, () =>
      controller.abort(new DOMException(`Not done after ${milliseconds} ms`, 'TimeoutError')),
    );
  let cancel = start();
  return {
    signal: controller.signal,
    cancel: () => cancel(),
    restart: () => {
      cancel();
      cancel = start();
    },
  };
}
