// AccessLink's maps from clock times to values.
import { millisecondsOfClock } from '../convert/times.ts';

/** The entries of a map, in the order in which they were sent. */
export type ClockMap = readonly (readonly [time: string, value: number | null])[];

/** Clock times in milliseconds since midnight, and the value of each. */
export interface ClockValues {
  readonly clocks: number[];
  readonly values: (number | null)[];
}

/** The entries as parallel lists; those whose key is no clock time are skipped. */
export function clockValuesOf(map: ClockMap): ClockValues {
  const entries: ClockValues = { clocks: [], values: [] };
  for (const [time, value] of map) {
    const clock = millisecondsOfClock(time);
    if (clock === null) continue;
    entries.clocks.push(clock);
    entries.values.push(value);
  }
  return entries;
}
