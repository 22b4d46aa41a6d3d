// Times as AccessLink writes them: with or without seconds, fraction and offset.
import { type IsoDate, isIsoDate } from '../calendar.ts';

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/;
const CLOCK = /^([01]?\d|2[0-3]):([0-5]?\d)(?::([0-5]?\d)(?:\.(\d+))?)?$/;
const MINUTE_MS = 60_000;

/** Minutes from UTC that some zone has: -12:00 to +14:00. */
export const ZONE_OFFSETS = [-720, 840] as const;
/** Whatever is computed from a time of these years has a year of four digits, in every zone. */
const YEARS = ['1970', '9998'] as const;
/** A person is born, and a day is, in one of these years. */
const DATE_YEARS = ['1900', '9998'] as const;

/** A date and a time as a clock shows them. */
export interface ClockReading {
  /** The milliseconds since the epoch at which a clock in UTC shows this. */
  readonly wallMs: number;
  /** Minutes that the clock is ahead of UTC; null when the text has no offset. */
  readonly offsetMinutes: number | null;
}

/**
 * A reading from `2025-09-10T00:00`, with or without seconds, fraction and offset; null for anything else, for an offset
 * that no zone has, and for a year before 1970 or after 9998.
 */
export function readingOf(text: string | null): ClockReading | null {
  const [, date = '', clock = '', offset] = (text && PATTERN.exec(text)) || [];
  const ofDay = millisecondsOfClock(clock);
  if (ofDay === null || !isIsoDate(date) || !isWithin(date, YEARS)) return null;
  const offsetMinutes = offset === undefined ? null : minutesOfOffset(offset);
  if (offsetMinutes !== null && (offsetMinutes < ZONE_OFFSETS[0] || offsetMinutes > ZONE_OFFSETS[1])) return null;
  return { wallMs: Date.parse(date) + ofDay, offsetMinutes };
}

/** Whether a clock shows this: `23:59`, with or without seconds and fraction. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Milliseconds since midnight of `23:59`, with or without seconds and fraction; null for what no clock shows. */
export function millisecondsOfClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return (hours * 60 + minutes) * MINUTE_MS + seconds * 1000 + Number(`${match[4] ?? ''}000`.slice(0, 3));
}

/** Whether a text is a date of the years 1900 to 9998. */
export function isWireDate(text: string): text is IsoDate {
  return isIsoDate(text) && isWithin(text, DATE_YEARS);
}

function isWithin(date: string, [first, last]: readonly [string, string]): boolean {
  const year = date.slice(0, 4);
  return year >= first && year <= last;
}

function minutesOfOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}
