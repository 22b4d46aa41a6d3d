// What records show of the clock that a person lives by: how far it is ahead of UTC, and when that was.
import type { Alertness, EcgTestResult, ExerciseHashId, Sleep, Spo2TestResult } from '../generated/accesslink.ts';
import { testMillis, utcMillis } from './record-dates.ts';
import { readingOf } from './wire-times.ts';

/** How far a person's clock was ahead of UTC. */
export interface ObservedOffset {
  readonly minutes: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** By the end of the sleep, else by its start. */
export function offsetOfSleep({ sleep_start_time: start, sleep_end_time: end }: Sleep): ObservedOffset | null {
  return (
    observed(readingOf(end)?.offsetMinutes, utcMillis(end)) ??
    observed(readingOf(start)?.offsetMinutes, utcMillis(start))
  );
}

/** By the end of the sleep. */
export function offsetOfAlertness(record: Alertness): ObservedOffset | null {
  const end = record.sleep_period_end_time ?? record.period_end_time;
  return observed(record.sleep_timezone_offset_minutes, utcMillis(end));
}

/** By the start of the session, which is local. */
export function offsetOfExercise({
  start_time: start,
  start_time_utc_offset: offset,
}: ExerciseHashId): ObservedOffset | null {
  const reading = readingOf(start);
  const minutes = offset ?? reading?.offsetMinutes;
  return observed(minutes, reading && reading.wallMs - (minutes ?? 0) * 60_000);
}

/** By the time of the test. */
export function offsetOfTest({
  test_time: time,
  time_zone_offset: offset,
}: EcgTestResult | Spo2TestResult): ObservedOffset | null {
  return observed(offset, time === null ? null : testMillis(time));
}

function observed(minutes: number | null | undefined, at: number | null): ObservedOffset | null {
  return typeof minutes === 'number' && at !== null ? { minutes, at } : null;
}
