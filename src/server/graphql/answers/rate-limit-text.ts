// The rate windows in an answer, as text: made once for each state of them.
import type { RateLimit } from '../../../accesslink/rate-limit.ts';
import { rateLimitEntry } from '../cost.ts';

/** The text of a rate limit, as `JSON.stringify` would make it. */
export type RateLimitText = (rateLimit: RateLimit) => string;

/** Remembers the last text: all viewers who may see the windows see the same. */
export function createRateLimitText(): RateLimitText {
  let last: { readonly rateLimit: RateLimit; readonly text: string } | null = null;
  return (rateLimit) => {
    if (!last || !isSame(rateLimit, last.rateLimit)) {
      last = { rateLimit, text: JSON.stringify(rateLimitEntry(rateLimit)) };
    }
    return last.text;
  };
}

function isSame(one: RateLimit, other: RateLimit): boolean {
  return isSameWindow(one.short, other.short) && isSameWindow(one.long, other.long);
}

function isSameWindow(one: RateLimit['short'], other: RateLimit['short']): boolean {
  if (one === null || other === null) return one === other;
  return one.used === other.used && one.limit === other.limit && one.resetsAt === other.resetsAt;
}
