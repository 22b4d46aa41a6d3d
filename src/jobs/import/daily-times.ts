// A time of the day for everybody, by which what is done once a day is spread over it.
import { createHash } from 'node:crypto';

/** A moment at which it is somebody's time. */
export interface DailyTime {
  readonly polarUserId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const DAY_MS = 86_400_000;

/**
 * The people whose time came after `since`, and not after `until`, with the last such moment: nobody twice, however long ago
 * `since` is. None when the clock was set back.
 */
export function dueBetween(
  polarUserIds: readonly string[],
  { since, until }: { readonly since: number; readonly until: number },
): DailyTime[] {
  return polarUserIds.flatMap((polarUserId) => {
    const at = lastTimeOf(polarUserId, until);
    return at > since ? [{ polarUserId, at }] : [];
  });
}

/** The last moment up to `until` at which it was somebody's time: the same time every day, in UTC, by the hash of their id. */
function lastTimeOf(polarUserId: string, until: number): number {
  const ofDay = createHash('sha256').update(polarUserId).digest().readUIntBE(0, 6) % DAY_MS;
  return Math.floor((until - ofDay) / DAY_MS) * DAY_MS + ofDay;
}
