// The clock readings of the "HH:MM" keys of a night of which only the date is known.
import { addDays, type IsoDate } from '../../calendar.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EVENING_MS = 18 * HOUR_MS;

/**
 * The readings of clock times in milliseconds since midnight that belong to the night of `date`, the day of waking up. Times
 * before midnight lie on the day before, whatever the order of the keys: the night begins after the longest time without
 * one. Without a midnight among them, all lie on the day before when the first is 18:00 or later.
 */
export function readingsOfNight(clocks: readonly number[], date: IsoDate): number[] {
  const { first, hasMidnight } = beginOf(clocks);
  const isEvening = hasMidnight || first >= EVENING_MS;
  const dayBefore = Date.parse(addDays(date, -1));
  return clocks.map((clock) => (isEvening && clock >= first ? dayBefore : dayBefore + DAY_MS) + clock);
}

/** Whether the readings are doubtful: all after noon, they may be of the evening before, or of the same day. */
export function isDoubtfulNight(clocks: readonly number[]): boolean {
  const { first, hasMidnight } = beginOf(clocks);
  return clocks.length > 0 && !hasMidnight && first >= DAY_MS / 2;
}

/** The first clock time of a night, and whether others come after midnight. */
function beginOf(clocks: readonly number[]): { readonly first: number; readonly hasMidnight: boolean } {
  const ascending = [...new Set(clocks)].toSorted((a, b) => a - b);
  const [earliest = 0, latest = 0] = [ascending[0], ascending.at(-1)];
  let [first, longest] = [earliest, earliest + DAY_MS - latest];
  for (const [index, clock] of ascending.entries()) {
    const pause = clock - (ascending[index - 1] ?? clock);
    if (pause > longest) [first, longest] = [clock, pause];
  }
  return { first, hasMidnight: first !== earliest };
}
