// What time it is, and waiting: passed in from above, so that a test or a simulated world can take its place.

/** Cancels what was scheduled; harmless when it has happened already. */
export type Cancel = () => void;

/** The clock and the timers of a process. Only `system-clock.ts` and the simulator know the real ones. */
export interface Clock {
  /** Milliseconds since the epoch. May step back or stand still. */
  readonly now: () => number;
  /** Milliseconds since some moment, with fractions. Never steps back: for time limits and durations. */
  readonly elapsed: () => number;
  /** Runs a task once, after so many milliseconds. Keeps no process alive. */
  readonly after: (milliseconds: number, task: () => void) => Cancel;
  /** Runs a task again and again, first after one interval. Keeps no process alive. */
  readonly every: (milliseconds: number, task: () => void) => Cancel;
  /** Runs a task in the next turn of the event loop, after what has arrived meanwhile. */
  readonly nextTurn: (task: () => void) => void;
}

/** Resolves after so many milliseconds, or at once when the signal aborts. Never rejects. */
export function wait(clock: Pick<Clock, 'after'>, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const finish = () => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(milliseconds, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
}

/** Resolves when the work is settled, but not later than after so many milliseconds. Never rejects. */
export async function waitAtMost(
  clock: Pick<Clock, 'after'>,
  milliseconds: number,
  work: Promise<unknown>,
): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work.catch(() => {}), wait(clock, milliseconds, limit.signal)]);
  limit.abort();
}

/** A process that was busy finds what arrived meanwhile before it gives up. */
const GRACE_MS = 10;

/** What the work results in; rejects with `failure()` when that takes longer than so many milliseconds. The work goes on. */
export async function within<T>({ clock, milliseconds, failure }: TimeBound, work: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  let cancel = clock.after(milliseconds, () => {
    cancel = clock.after(GRACE_MS, () => reject(failure()));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    cancel();
  }
}

/** How long work may take, and what it fails with then. */
export interface TimeBound {
  readonly clock: Pick<Clock, 'after'>;
  readonly milliseconds: number;
  readonly failure: () => Error;
}
