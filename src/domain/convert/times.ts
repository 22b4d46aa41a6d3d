// Times of AccessLink in the form of the graph: always with seconds, with an offset where one is known.
import { type IsoDate, isIsoDate } from '../../calendar.ts';

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/;
const CLOCK = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?$/;
const MINUTE_MS = 60_000;

/** A date and a time as a clock shows them. */
export interface ClockReading {
  /** The milliseconds since the epoch at which a clock in UTC shows this. */
  readonly wallMs: number;
  /** Minutes that the clock is ahead of UTC; null when the text has no offset. */
  readonly offsetMinutes: number | null;
}

/** A reading from `2025-09-10T00:00`, with or without seconds, fraction and offset; null for anything else. */
export function readingOf(text: string | null): ClockReading | null {
  const [, date = '', clock = '', offset] = (text && PATTERN.exec(text)) || [];
  const ofDay = millisecondsOfClock(clock);
  if (!isIsoDate(date) || ofDay === null) return null;
  return { wallMs: Date.parse(date) + ofDay, offsetMinutes: offset === undefined ? null : minutesOfOffset(offset) };
}

/** Milliseconds since midnight of `23:59`, with or without seconds and fraction; null for what no clock shows. */
export function millisecondsOfClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return (hours * 60 + minutes) * MINUTE_MS + seconds * 1000 + Number(`${match[4] ?? ''}000`.slice(0, 3));
}

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

/** `LocalDateTime` of a clock reading in milliseconds; a fraction only where there is one. */
export function localOf(wallMs: number): string {
  return new Date(wallMs).toISOString().replace(/\.000Z$|Z$/, '');
}

function minutesOfOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
