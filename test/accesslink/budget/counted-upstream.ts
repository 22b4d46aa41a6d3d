// AccessLink as it counts: both windows open with a call, and a call that it refuses counts for the day. Written from its
// documentation, and nothing of it is the budget's.

export interface CountedUpstream {
  /** Counts a call at an instant (milliseconds). */
  receive(now: number): Counted;
  /** How many calls were refused, and how many of the calls of each long window were counted. */
  readonly refused: () => number;
  readonly days: () => readonly number[];
  readonly limits: { readonly short: number; readonly long: number };
}

export interface Counted {
  readonly isRefused: boolean;
  /** Usage, and seconds until the reset, as in the headers. */
  readonly usage: readonly [number, number];
  readonly seconds: readonly [number, number];
}

/** The documented limits of a client with so many registered users. */
export function limitsFor(users: number): CountedUpstream['limits'] {
  return { short: 500 + 20 * users, long: 5000 + 100 * users };
}

/** A client that nobody has used yet. */
export function createCountedUpstream(limits: CountedUpstream['limits']): CountedUpstream {
  let refused = 0;
  let [quarterEnds, quarterUsed, dayEnds] = [0, 0, 0];
  const days: number[] = [];
  return {
    limits,
    refused: () => refused,
    days: () => days,
    receive: (now) => {
      if (now >= quarterEnds) [quarterEnds, quarterUsed] = [now + 15 * 60_000, 0];
      if (now >= dayEnds) {
        dayEnds = now + 24 * 60 * 60_000;
        days.push(0);
      }
      const last = days.length - 1;
      quarterUsed += 1;
      const dayUsed = (days[last] ?? 0) + 1;
      days[last] = dayUsed;
      const isRefused = quarterUsed > limits.short || dayUsed > limits.long;
      if (isRefused) refused += 1;
      const secondsTo = (end: number) => Math.ceil((end - now) / 1000);
      return { isRefused, usage: [quarterUsed, dayUsed], seconds: [secondsTo(quarterEnds), secondsTo(dayEnds)] };
    },
  };
}
