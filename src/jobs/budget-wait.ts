// How long a job waits that the request budget has no call for: as long as the failure says.
import { AccessLinkError } from '../accesslink/errors.ts';
import { causeOf } from '../loading/errors.ts';
import type { NextRun } from './scheduler.ts';

/** Null when it failed for another reason. */
export function budgetWait(failure: unknown): NextRun | null {
  const cause = causeOf(failure);
  if (!(cause instanceof AccessLinkError) || cause.code !== 'rate-limited') return null;
  return { inMs: Math.max(1, cause.retryAfterSeconds ?? 1) * 1000 };
}
