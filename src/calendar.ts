// Civil dates ("2026-11-22") and their arithmetic; nothing here knows a time zone but `dateIn`.

/** A civil date, `YYYY-MM-DD`, proleptic Gregorian. Two dates compare as strings. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T00:00:00Z');
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `text` is a date of the calendar: `2024-02-29` is, `2023-02-29` is not. */
export function isIsoDate(text: string): text is IsoDate {
  if (!PATTERN.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysOfMonth(text);
}

/** How many days the month of a date has; 0 when there is no such month. */
function daysOfMonth(date: string): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const isLongFebruary = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS_OF_MONTHS[month - 1] ?? 0) + (isLongFebruary ? 1 : 0);
}

/** `text` as a date. Throws RangeError "Cannot read a date: …" when it is none. */
export function isoDate(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new RangeError(`Cannot read a date: "${text}" is not a day of the calendar as YYYY-MM-DD`);
}

/** The date `days` later (earlier when negative); the first or last day of the four-digit years when beyond them. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfInstant((toEpochDay(date) + days) * DAY_MS);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Every date from `from` to `to`, both included; empty when `to` is earlier. */
export function datesBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const first = toEpochDay(from);
  const length = Math.max(0, toEpochDay(to) - first + 1);
  const dates: IsoDate[] = [];
  // Of each month one date is made of an instant: that takes longer than the others.
  while (dates.length < length) {
    const begin = dateOfInstant((first + dates.length) * DAY_MS);
    const [month, day, days] = [begin.slice(0, 8), Number(begin.slice(8)), daysOfMonth(begin)];
    const end = Math.min(days, day + length - dates.length - 1);
    for (let next = day; next <= end; next += 1) dates.push((month + twoDigits(next)) as IsoDate);
  }
  return dates;
}

/** The later of two dates. */
export function laterDate(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlierDate(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/**
 * The UTC date of an instant in milliseconds since the epoch, within the four-digit years. Throws RangeError for what is no
 * number. In a fifth of the time of `toISOString`: each operation needs several.
 */
export function dateOfInstant(epochMs: number): IsoDate {
  if (Number.isNaN(epochMs)) throw new RangeError('Cannot read an instant: it is not a number');
  const date = new Date(Math.min(Math.max(epochMs, FIRST_MS), LAST_MS));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The date that a calendar in `timeZone` (an IANA name) shows at an instant. Throws RangeError for an unknown zone. */
export function dateIn(timeZone: string, epochMs: number): IsoDate {
  return dateCalendar(timeZone)(epochMs);
}

/** The calendar of `timeZone`: the date that it shows at an instant. Throws RangeError for an unknown zone. */
export function dateCalendar(timeZone: string): (epochMs: number) => IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (epochMs) => isoDate(parts.format(epochMs));
}

function toEpochDay(date: IsoDate): number {
  return Date.parse(date) / DAY_MS;
}
