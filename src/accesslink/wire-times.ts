// Times as AccessLink writes them: with or without seconds, fraction and offset.
import { type IsoDate, isIsoDate } from '../calendar.ts';
import { type ClockReading, usualReadingOf } from './usual-times.ts';

const DATE = String.raw`(\d{4}-\d{2}-\d{2})`;
const TIME = String.raw`(\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?)`;
const OFFSET = String.raw`(Z|[+-]\d{2}(?::?\d{2})?)`;
/** Libraries write a blank for the T, small letters, an offset without minutes, or the name of the zone after it. */
const PATTERN = new RegExp(String.raw`^${DATE}[T ]${TIME} ?${OFFSET}?(?:\[[\w/+-]+\])?$`, 'i');
const CLOCK = /^([01]?\d|2[0-3]):([0-5]?\d)(?::([0-5]?\d)(?:[.,](\d+))?)?$/;
/** How ISO 8601 names the end of a day. */
const END_OF_DAY = /^24:00(?::00(?:[.,]0+)?)?$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes from UTC that some zone has: -12:00 to +14:00. */
export const ZONE_OFFSETS = [-720, 840] as const;
/** Whatever is computed from a time of these years has a year of four digits, in every zone. */
const YEARS = ['1970', '9998'] as const;
/** A person is born, and a day is, in one of these years. */
const DATE_YEARS = ['1900', '9998'] as const;

/**
 * A reading from `2025-09-10T00:00`, with or without seconds, fraction and offset; null for anything else, for an offset
 * that no zone has, and for a year before 1970 or after 9998.
 */
export function readingOf(text: string | null): ClockReading | null {
  if (text === null) return null;
  const usual = usualReadingOf(text);
  return usual === undefined ? unusualReadingOf(text) : usual;
}

/** A reading in any form: `readingOf` without its short way. */
export function unusualReadingOf(text: string): ClockReading | null {
  const [, date = '', clock = '', offset] = PATTERN.exec(text) ?? [];
  const ofDay = END_OF_DAY.test(clock) ? DAY_MS : millisecondsOfClock(clock);
  if (ofDay === null || !isIsoDate(date) || !isWithin(date, YEARS)) return null;
  const offsetMinutes = offset === undefined ? null : minutesOfOffset(offset);
  if (offsetMinutes !== null && (offsetMinutes < ZONE_OFFSETS[0] || offsetMinutes > ZONE_OFFSETS[1])) return null;
  return { wallMs: Date.parse(date) + ofDay, offsetMinutes };
}

/** Whether a clock shows this: `23:59`, with or without seconds and fraction. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** The clock time in a text: alone, or that of a date and a time; null when there is none. */
export function clockIn(text: string): string | null {
  const trimmed = text.trim();
  if (isClock(trimmed)) return trimmed;
  const [, , clock = null] = (readingOf(trimmed) && PATTERN.exec(trimmed)) || [];
  return clock !== null && isClock(clock) ? clock : null;
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
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.length > 3 ? text.slice(-2) : 0);
  return text.startsWith('-') ? -minutes : minutes;
}
