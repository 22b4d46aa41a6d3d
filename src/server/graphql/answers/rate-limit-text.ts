// The rate windows in an answer, as text: made once for each state of them.
import type { RateLimit } from '../../../accesslink/rate-limit.ts';
import { rateLimitEntry } from '../cost.ts';

/** The text of a rate limit, as `JSON.stringify` would make it. */
export type RateLimitText = (rateLimit: RateLimit) => string;

/** Remembers the last text: all viewers who may see the windows see the same. */
export function createRateLimitText(): RateLimitText {
  let last: { readonly state: string; readonly text: string } | null = null;
  return (rateLimit) => {
    const state = stateOf(rateLimit);
    if (last?.state !== state) last = { state, text: JSON.stringify(rateLimitEntry(rateLimit)) };
    return last.text;
  };
}

function stateOf({ short, long }: RateLimit): string {
  return `${short?.used} ${short?.limit} ${short?.resetsAt} ${long?.used} ${long?.limit} ${long?.resetsAt}`;
}
