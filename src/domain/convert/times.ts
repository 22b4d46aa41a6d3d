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

/** `LocalDateTime` of a clock reading in milliseconds; a fraction only where there is one. */
export function localOf(wallMs: number): string {
  const text = new Date(wallMs).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -'.000Z'.length : -1);
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
