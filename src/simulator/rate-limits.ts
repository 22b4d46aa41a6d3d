// The two rate windows of the API: requests used, limits, and resets.

/** Requests per window. */
export interface RateLimits {
  readonly short: number;
  readonly long: number;
}

/** Whether a request is within the limits, and the headers of its response. */
export interface RateDecision {
  readonly isExceeded: boolean;
  /** RateLimit-Usage, RateLimit-Limit and RateLimit-Reset: "short, long"; reset in seconds. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Both windows. */
export interface RateWindows {
  /** Counts one request at an instant (epoch milliseconds). */
  readonly count: (now: number) => RateDecision;
  readonly setLimits: (limits: RateLimits) => void;
}

const SHORT_MS = 15 * 60_000;
const LONG_MS = 24 * 3_600_000;

/** The documented limits of a client with `users` registered users. */
export function documentedLimits(users: number): RateLimits {
  return { short: 500 + 20 * users, long: 5000 + 100 * users };
}

/** Whether requests to a path count: those of OAuth do not, since Polar has other hosts for it. */
export function isMetered(path: string): boolean {
  return !/^\/(v2\/)?oauth2\//.test(path);
}

/** Both windows start with the first request. A request beyond the short limit still counts in the long window. */
export function createRateWindows(initial: RateLimits): RateWindows {
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
      return { isExceeded: usage[0] > limits.short || usage[1] > limits.long, headers };
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

/** Starts with a request. One after its end, or before its start (the clock was set back), starts it again. */
function createWindow(length: number): Window {
  let startedAt = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    add: (now) => {
      if (now < startedAt || now - startedAt >= length) {
        startedAt = now;
        used = 0;
      }
      used += 1;
      return used;
    },
    secondsLeft: (now) => Math.ceil((startedAt + length - now) / 1000),
  };
}
