// The two rate windows of the API: how many requests were made, and when counting starts anew.

/** Requests per window. */
export interface Limits {
  readonly short: number;
  readonly long: number;
}

export interface Verdict {
  readonly isRefused: boolean;
  /** RateLimit-Usage, RateLimit-Limit and RateLimit-Reset: "short, long"; reset in seconds. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateWindows {
  /** Counts one request at an instant (epoch milliseconds). */
  readonly count: (now: number) => Verdict;
  readonly setLimits: (limits: Limits) => void;
}

const SHORT_MS = 15 * 60_000;
const LONG_MS = 24 * 3_600_000;

/** What AccessLink grants a client with `users` registered users. */
export function documentedLimits(users: number): Limits {
  return { short: 500 + 20 * users, long: 5000 + 100 * users };
}

/** Signing in happens on other hosts, which do not count. */
export function isMetered(path: string): boolean {
  return !/^\/(v2\/)?oauth2\//.test(path);
}

/** Both windows, closed until the first request. What the short one refuses still counts in the long one. */
export function createRateWindows(initial: Limits): RateWindows {
  let limits = initial;
  const short = createWindow(SHORT_MS);
  const long = createWindow(LONG_MS);
  return {
    count: (now) => {
      const usage = [short.add(now), long.add(now)] as const;
      const resets = [short.secondsLeft(now), long.secondsLeft(now)];
      const headers = {
        'RateLimit-Usage': usage.join(', '),
        'RateLimit-Limit': `${limits.short}, ${limits.long}`,
        'RateLimit-Reset': resets.join(', '),
      };
      return { isRefused: usage[0] > limits.short || usage[1] > limits.long, headers };
    },
    setLimits: (next) => {
      limits = next;
    },
  };
}

interface Window {
  add(now: number): number;
  secondsLeft(now: number): number;
}

/** Opens with a request; one that comes after its end, or before its beginning (a clock set back), opens it anew. */
function createWindow(length: number): Window {
  let openedAt = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    add: (now) => {
      if (now < openedAt || now - openedAt >= length) {
        openedAt = now;
        used = 0;
      }
      used += 1;
      return used;
    },
    secondsLeft: (now) => Math.ceil((openedAt + length - now) / 1000),
  };
}
