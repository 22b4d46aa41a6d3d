// The day that each kind of record belongs to, as AccessLink counts days.
import { type IsoDate, isIsoDate } from '../calendar.ts';
import { readingOf } from './wire-times.ts';
import type {
  ActivitySummaryWithAllSamples,
  Alertness,
  BodyTemperaturePeriod,
  CircadianBedtime,
  EcgTestResult,
  ExerciseHashId,
  SkinContactPeriod,
  SkinTemperature,
  Spo2TestResult,
} from '../generated/accesslink.ts';

const MINUTE = 60_000;
/** A test time above this is in milliseconds (the unit is not documented): in seconds it is after the year 5000. */
const LARGEST_SECONDS = 1e11;

/** A date as sent; null when it is none. */
export function dayOfText(text: string | null): IsoDate | null {
  const date = text?.slice(0, 10) ?? '';
  return isIsoDate(date) ? date : null;
}

/** The day that a record names itself. */
export function dayOfDated(record: { readonly date: string | null }): IsoDate | null {
  return dayOfText(record.date);
}

/** The night that a skin temperature was measured in, by the day one wakes up. */
export function dayOfSkinTemperature(record: SkinTemperature): IsoDate | null {
  return dayOfText(record.sleep_date);
}

/** Periods carry UTC times only, so they belong to the UTC day of their start. */
export function dayOfPeriod(record: BodyTemperaturePeriod | SkinContactPeriod): IsoDate | null {
  return localDay(startOfPeriod(record), 0) ?? dayOfText(record.start_time);
}

/** The start of a period in milliseconds since the epoch; null when it has none. */
export function startOfPeriod(record: BodyTemperaturePeriod | SkinContactPeriod): number | null {
  return utcMillis(record.start_time);
}

/** The device's day: date part of the start (a day can begin mid-day), else the day of the samples. */
export function dayOfActivity(record: ActivitySummaryWithAllSamples): IsoDate | null {
  return dayOfText(record.start_time) ?? dayOfText(record.samples?.date ?? null);
}

/** The device's day of the start. */
export function dayOfExercise(record: ExerciseHashId): IsoDate | null {
  return dayOfText(record.start_time);
}

/** When a session was uploaded, in milliseconds since the epoch; where that is not sent, about when it began. */
export function uploadOfExercise(record: ExerciseHashId): number | null {
  return utcMillis(record.upload_time) ?? utcMillis(record.start_time);
}

/** The day one wakes up: the sleep's end by the sleeper's clock. It is the date of the night. */
export function dayOfAlertness(record: Alertness): IsoDate | null {
  const end = record.sleep_period_end_time ?? record.period_end_time ?? record.period_start_time;
  return wakingDay(end, record);
}

/** The day one wakes up after the preferred sleep. It is the date of the night. */
export function dayOfBedtime(record: CircadianBedtime): IsoDate | null {
  const end = record.preferred_sleep_period_end_time ?? record.period_end_time ?? record.period_start_time;
  return wakingDay(end, record);
}

/** By the offset of the record, else by that in the time itself. */
function wakingDay(end: string | null, { sleep_timezone_offset_minutes: offset }: Alertness | CircadianBedtime) {
  return localDay(utcMillis(end), offset ?? readingOf(end)?.offsetMinutes ?? null);
}

/** The day of a test by the clock of the user. */
export function dayOfTest(record: EcgTestResult | Spo2TestResult): IsoDate | null {
  const { test_time: time, time_zone_offset: offset } = record;
  if (time === null) return null;
  return localDay(testMillis(time), offset);
}

/** The time of a test in milliseconds since the epoch: it is sent in seconds or in milliseconds. */
export function testMillis(time: number): number {
  return time > LARGEST_SECONDS ? time : time * 1000;
}

function localDay(epochMs: number | null, offsetMinutes: number | null): IsoDate | null {
  if (epochMs === null) return null;
  const local = new Date(epochMs + (offsetMinutes ?? 0) * MINUTE);
  return Number.isNaN(local.getTime()) ? null : dayOfText(local.toISOString());
}

/** A time without an offset is UTC. */
export function utcMillis(text: string | null): number | null {
  const reading = readingOf(text);
  return reading && reading.wallMs - (reading.offsetMinutes ?? 0) * MINUTE;
}
