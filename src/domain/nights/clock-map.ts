// AccessLink's maps from clock times to values.
import { millisecondsOfClock } from '../../accesslink/wire-times.ts';

/** The entries of a map, in the order in which they were sent. */
export type ClockMap = readonly (readonly [time: string, value: number | null])[];

/** Clock times in milliseconds since midnight, and the value of each. */
export interface ClockValues {
  readonly clocks: number[];
  readonly values: (number | null)[];
}

/** Values with their times in milliseconds, in order. */
export interface TimedValues {
  readonly x: number[];
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

/** Values in the order of their times; those of the same time stay in theirs. */
export function inOrderOfTime(times: readonly number[], values: readonly (number | null)[]): TimedValues {
  const indices = times.map((_, index) => index).toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  return { x: indices.map((index) => times[index] ?? 0), values: indices.map((index) => values[index] ?? null) };
}
