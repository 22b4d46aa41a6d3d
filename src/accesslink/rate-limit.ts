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

/** The wait after a 429 that does not say how long: until then the short window, of 15 minutes, has reset. */
export const DEFAULT_WAIT_SECONDS = 900;
/** Nobody is made to wait longer than the long window lasts, whatever a header says. */
const MAX_WAIT_SECONDS = 86_400;

/**
 * Seconds to wait after a 429, from 1 to a day: what Retry-After says, else until the reset of the exhausted window (the
 * later one when both are, the short one when none is), else 15 minutes. AccessLink documents no Retry-After, and not all
 * of its responses state the windows.
 */
export function retryAfterSeconds(headers: ResponseHeaders, now: number): number {
  return statedWait(headers, now) ?? bounded(windowWait(headers, now) ?? DEFAULT_WAIT_SECONDS);
}

/** From here on a number is no wait but an instant since the epoch: in seconds, or from the next one in milliseconds. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/**
 * Seconds to wait by the header Retry-After, from 1 to a day; null without one, or when it is neither number nor date. Some
 * servers send an instant as a number or by ISO 8601, a unit, or the header twice.
 */
export function statedWait(headers: ResponseHeaders, now: number): number | null {
  const header = headers['retry-after'];
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
  const [, seconds] = /^(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)?(?:,.*)?$/i.exec(text) ?? [];
  if (seconds !== undefined) return bounded(Math.ceil(secondsOf(Number(seconds), now)));
  const date = /^([A-Za-z]{3,9},? |\d{4}-\d{2}-\d{2}T)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : bounded(Math.ceil((date - now) / 1000));
}

function secondsOf(value: number, now: number): number {
  if (value >= EPOCH_MILLISECONDS) return (value - now) / 1000;
  return value >= EPOCH_SECONDS ? value - now / 1000 : value;
}

function windowWait(headers: ResponseHeaders, now: number): number | null {
  const rateLimit = rateLimitFrom(headers, now);
  const exhausted = [rateLimit?.short, rateLimit?.long].filter((window) => window && window.used >= window.limit);
  const waits = exhausted.map((window) => Math.ceil(((window?.resetsAt ?? now) - now) / 1000));
  return waits.length > 0 ? Math.max(...waits) : (numbersIn(headers['ratelimit-reset'])[0] ?? null);
}

function bounded(seconds: number): number {
  return Math.min(MAX_WAIT_SECONDS, Math.max(1, seconds));
}

function numbersIn(header: string | string[] | undefined): number[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /^\d+$/.test(part)) ? parts.map(Number) : [];
}
