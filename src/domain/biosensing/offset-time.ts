// Times of biosensing records: UTC, and milliseconds after the start of a measurement.
import { testMillis } from '../../accesslink/record-dates.ts';
import { readingOf } from '../../accesslink/wire-times.ts';
import { dateTimeOf } from '../convert/times.ts';

/** The instant a number of milliseconds after a start in UTC; null when the start is unknown. */
export function utcAfter(start: string | null, milliseconds: number): string | null {
  const reading = readingOf(start);
  return reading && dateTimeOf(reading.wallMs - (reading.offsetMinutes ?? 0) * 60_000 + milliseconds, 0);
}

/** The time of a test, a Unix time in seconds or milliseconds, with an offset from UTC (in UTC when null). */
export function testTimeFromWire(unixTime: number | null, offsetMinutes: number | null): string | null {
  if (unixTime === null) return null;
  return dateTimeOf(testMillis(unixTime), offsetMinutes ?? 0);
}
