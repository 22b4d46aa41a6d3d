// How long to wait after failures: twice as long after each one, up to a limit.

/** A series of waits, in milliseconds. */
export interface Backoff {
  /** After the first failure. */
  readonly firstMs: number;
  /** After any number of failures. */
  readonly maxMs: number;
  /** The share of a wait, from 0 to 1, that chance may take off: what failed together is not retried together. */
  readonly jitter: number;
}

/** For what a process does once after its start, until it succeeds. */
export const STARTUP_BACKOFF: Backoff = { firstMs: 60_000, maxMs: 3_600_000, jitter: 0.5 };

/** The wait after so many failures, at least one, in whole milliseconds. `random` gives numbers from 0 to below 1. */
export function backoffMs(failures: number, { firstMs, maxMs, jitter }: Backoff, random: () => number): number {
  const longestMs = Math.min(maxMs, firstMs * 2 ** (failures - 1));
  return Math.round(longestMs * (1 - jitter * random()));
}
