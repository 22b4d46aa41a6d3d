// AccessLink's RateLimit headers: the two rate windows that all users of a client share.

/** One rate window: requests used and allowed, and when it resets (milliseconds since the epoch). */
export interface RateWindow {
  readonly used: number;
  readonly limit: number;
  readonly resetsAt: number;
}

/** The 15-minute and the 24-hour window; null where no response has stated it. */
export interface RateLimit {
  readonly short: RateWindow | null;
  readonly long: RateWindow | null;
}

/** Headers by lower-case name. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Before the first response. */
export const UNKNOWN_RATE_LIMIT: RateLimit = { short: null, long: null };

/** Reads `RateLimit-Usage`, `-Limit` and `-Reset` (seconds), each "short, long"; null when one is missing or no number. */
export function rateLimitFrom(headers: ResponseHeaders, now: number): RateLimit | null {
  const [used, limit, reset] = ['ratelimit-usage', 'ratelimit-limit', 'ratelimit-reset'].map((name) =>
    numbersIn(headers[name]),
  );
  const windowAt = (index: number): RateWindow | null => {
    const [u, l, r] = [used?.[index], limit?.[index], reset?.[index]];
    return u === undefined || l === undefined || r === undefined
      ? null
      : { used: u, limit: l, resetsAt: now + r * 1000 };
  };
  const rateLimit = { short: windowAt(0), long: windowAt(1) };
  return rateLimit.short || rateLimit.long ? rateLimit : null;
}

/**
 * Seconds to wait after a 429: until the reset of the exhausted window, the later one when both are. Null when the
 * headers do not say: AccessLink documents no Retry-After.
 */
export function retryAfterSeconds(rateLimit: RateLimit | null, now: number): number | null {
  const exhausted = [rateLimit?.short, rateLimit?.long].filter((window) => window && window.used >= window.limit);
  const waits = exhausted.map((window) => Math.max(0, Math.ceil(((window?.resetsAt ?? now) - now) / 1000)));
  return waits.length > 0 ? Math.max(...waits) : null;
}

function numbersIn(header: string | string[] | undefined): number[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /^\d+$/.test(part)) ? parts.map(Number) : [];
}
