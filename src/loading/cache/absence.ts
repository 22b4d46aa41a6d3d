// What "nothing" from AccessLink does to a record that is retained: absence is trusted less readily than presence.
import { type CacheEntry, type Doubt, newestWith } from './entry.ts';

/** An answer of "nothing". */
export interface Absence {
  /** Whether the request was about this key alone: one date, one id, one record. */
  readonly isExact: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** How long "nothing" is trusted when it is doubtful, and the pause before it may be confirmed. */
export const DOUBT_MS = 5 * 60_000;
const PAUSE_MS = 60_000;

/** Whether AccessLink has now said twice, after a pause, and about this very key, that there is nothing. */
export function isConfirmed(doubt: Doubt | undefined, { isExact, now }: Absence): boolean {
  return isExact && typeof doubt?.statedAt === 'number' && now - doubt.statedAt >= PAUSE_MS;
}

/** The doubt after an answer of "nothing" that is not confirmed. A time ahead of the clock was that of a wrong clock. */
export function doubtAfter(doubt: Doubt | undefined, { isExact, now }: Absence): Doubt {
  const known = doubt?.statedAt ?? null;
  if (known !== null && known <= now) return { statedAt: known };
  return { statedAt: isExact ? now : null };
}

/** The newest entry of a key that has records; of those with the flags, if there is one. */
export function retainedAmong<E extends CacheEntry<readonly unknown[]>>(
  entries: readonly E[],
  flags: readonly string[],
): E | undefined {
  const withRecords = entries.filter(({ value }) => value.length > 0);
  return newestWith(withRecords, flags) ?? newestWith(withRecords, []);
}
