// Times of AccessLink in the form of the graph: always with seconds, with an offset where one is known.
import { readingOf } from '../../accesslink/wire-times.ts';
import { type IsoDate, isIsoDate } from '../../calendar.ts';

const MINUTE_MS = 60_000;

/** The date, or null when the text is none. */
export function dateFromWire(text: string | null): IsoDate | null {
  return text !== null && isIsoDate(text) ? text : null;
}

/** The clock of a device without an offset, `LocalDateTime`; an offset in the text is dropped. */
export function localDateTime(text: string | null): string | null {
  const reading = readingOf(text);
  return reading && localOf(reading.wallMs);
}

/** An instant in UTC; text without an offset is taken as UTC. */
export function utcDateTime(text: string | null): string | null {
  const reading = readingOf(text);
  return reading && dateTimeOf(reading.wallMs - (reading.offsetMinutes ?? 0) * MINUTE_MS, 0);
}

/** An instant with the offset in the text; null without one, since then the instant is unknown. */
export function offsetDateTime(text: string | null): string | null {
  const reading = readingOf(text);
  if (!reading || reading.offsetMinutes === null) return null;
  return dateTimeOf(reading.wallMs - reading.offsetMinutes * MINUTE_MS, reading.offsetMinutes);
}

/** An instant in milliseconds since the epoch as a clock with this offset from UTC shows it. */
export function dateTimeOf(epochMs: number, offsetMinutes: number): string {
  return localOf(epochMs + offsetMinutes * MINUTE_MS) + offsetText(offsetMinutes);
}

const DAY_MS = 86_400_000;
const LAST_MS = Date.parse('9999-12-31T23:59:59Z');
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => pad(number));

/** `LocalDateTime` of a clock reading in milliseconds; a fraction only where there is one. */
export function localOf(wallMs: number): string {
  // `Date` takes five times as long for each.
  if (isWholeSeconds(wallMs)) return wholeSecondsOf(wallMs);
  const text = new Date(wallMs).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -'.000Z'.length : -1);
}

/** `localOf` of each. Series have tens of thousands of times, of which the next is mostly within the same minute. */
export function localTimesOf(walls: Iterable<number>): string[] {
  const times: string[] = [];
  let [minuteMs, upToMinute] = [Number.NaN, ''];
  for (const wallMs of walls) {
    if (!isWholeSeconds(wallMs)) {
      times.push(localOf(wallMs));
      continue;
    }
    const ofMinute = wallMs % MINUTE_MS;
    if (wallMs - ofMinute !== minuteMs) {
      minuteMs = wallMs - ofMinute;
      upToMinute = wholeSecondsOf(minuteMs).slice(0, -2);
    }
    times.push(upToMinute + two(ofMinute / 1000));
  }
  return times;
}

/** Of a year of four digits since 1970. */
function isWholeSeconds(wallMs: number): boolean {
  return wallMs % 1000 === 0 && wallMs >= 0 && wallMs <= LAST_MS;
}

function wholeSecondsOf(wallMs: number): string {
  const days = Math.floor(wallMs / DAY_MS);
  const seconds = (wallMs - days * DAY_MS) / 1000;
  const minutes = Math.floor(seconds / 60);
  return `${dateOfDays(days)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The date of a number of days since 1970, by the rule of the Gregorian calendar, whose years begin in March here. */
function dateOfDays(days: number): string {
  const since = days + 719_468;
  const era = Math.floor(since / 146_097);
  const ofEra = since - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return TWO_DIGITS[number] ?? pad(number);
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
