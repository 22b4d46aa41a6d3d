// The short way to read a time: in the form that AccessLink nearly always writes.

/** A date and a time as a clock shows them. */
export interface ClockReading {
  /** The milliseconds since the epoch at which a clock in UTC shows this. */
  readonly wallMs: number;
  /** Minutes that the clock is ahead of UTC; null when the text has no offset. */
  readonly offsetMinutes: number | null;
}

const [ZERO, HYPHEN, COLON, PLUS, POINT] = [0x30, 0x2d, 0x3a, 0x2b, 0x2e];
const [LETTER_T, LETTER_Z] = [0x54, 0x5a];
/** The length of a time without seconds. */
const MINUTES_END = 16;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A reading from `2025-09-10T00:00`, or from `2025-09-10T00:00:00` with three digits of a fraction or none, and with `Z`, an
 * offset within 12 hours, or neither. Undefined for every other text, whether it is a time or not.
 */
export function usualReadingOf(text: string): ClockReading | undefined {
  const wallMs = wallMsOf(text);
  if (wallMs === undefined) return undefined;
  const hasFraction = text.charCodeAt(19) === POINT;
  const milliseconds = hasFraction ? digits(text, 20, 3) : 0;
  const offsetMinutes = text.length === MINUTES_END ? null : offsetAt(text, hasFraction ? 23 : 19);
  // Digits that are none make NaN, of which every comparison is false.
  if (offsetMinutes === undefined || !(milliseconds >= 0)) return undefined;
  return { wallMs: wallMs + milliseconds, offsetMinutes };
}

function wallMsOf(text: string): number | undefined {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN || text.charCodeAt(10) !== LETTER_T)
    return undefined;
  if (text.charCodeAt(13) !== COLON || (text.length !== MINUTES_END && text.charCodeAt(16) !== COLON)) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = text.length === MINUTES_END ? 0 : digits(text, 17, 2);
  const isDate = year >= 1970 && year <= 9998 && day >= 1 && day <= daysOf(year, month);
  const isClock = hours <= 23 && minutes <= 59 && seconds <= 59;
  return isDate && isClock ? Date.UTC(year, month - 1, day, hours, minutes, seconds) : undefined;
}

/** 0 for what is no month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Null without an offset; undefined for what may be none. */
function offsetAt(text: string, at: number): number | null | undefined {
  if (text.length === at) return null;
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z && text.length === at + 1) return 0;
  if (text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON || (sign !== PLUS && sign !== HYPHEN))
    return undefined;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if (!(hours <= 11 && minutes <= 59)) return undefined;
  const offset = hours * 60 + minutes;
  if (sign === PLUS) return offset;
  return offset === 0 ? undefined : -offset;
}

/** NaN where one of them is no digit. */
function digits(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
