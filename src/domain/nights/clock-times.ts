// The instants of the "HH:MM" keys of a night: without dates, their order shows on which side of midnight they are.
import { addDays, type IsoDate } from '../../calendar.ts';
import type { ClockReading } from '../convert/times.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A period of sleep, and the offset of its clock before and after the one moment at which that could change. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number | null;
  readonly change: { readonly atMs: number; readonly before: number; readonly after: number };
}

/**
 * The period between two readings with offsets; null when the start has none. When the offsets differ, clocks were
 * changed where most countries change them: at 01:00 UTC for offsets of 0 and more (Europe), at 02:00 local time for
 * negative ones (America). When that moment comes after the sleep, the offset of the start holds throughout.
 */
export function spanOf(start: ClockReading | null, end: ClockReading | null): Span | null {
  const startMs = instantOf(start);
  if (!start || startMs === null) return null;
  const before = start.offsetMinutes ?? 0;
  const change = { atMs: changeAfter(startMs, before), before, after: end?.offsetMinutes ?? before };
  return { startMs, endMs: instantOf(end), change };
}

/** Minutes that the clock was ahead of UTC at an instant. */
export function offsetAt({ change }: Span, epochMs: number): number {
  return epochMs < change.atMs ? change.before : change.after;
}

/**
 * The instants of clock times in milliseconds since midnight, each the first after the one before; the first lies at
 * the start of the sleep or after it, within 12 hours, or else shortly before it. A time that occurs twice in a row is
 * the same minute again, unless clocks were put back and show it twice. A time that clocks skipped is read by the old
 * offset.
 */
export function instantsOfSleep(clocks: readonly number[], span: Span): number[] {
  const instants: number[] = [];
  clocks.forEach((clock, index) => {
    const previous = instants.at(-1);
    if (previous === undefined) return instants.push(firstInstant(clock, span));
    const next = instantAfter(previous, clock, span);
    const again = clock === clocks[index - 1] && next - previous > 2 * HOUR_MS;
    return instants.push(again ? previous : next);
  });
  return instants;
}

/**
 * The readings of clock times in milliseconds since midnight that belong to the night of `date`, the day of waking up.
 * Times before midnight lie on the day before; without a midnight among them, all do when the first is 18:00 or later.
 * A step back of less than 12 hours is no midnight: clocks were put back.
 */
export function readingsOfNight(clocks: readonly number[], date: IsoDate): number[] {
  const midnights = clocks.map((clock, index) => (clocks[index - 1] ?? clock) - clock > DAY_MS / 2);
  const evening = !midnights.includes(true) && (clocks[0] ?? 0) >= 18 * HOUR_MS;
  let left = evening ? 1 : midnights.filter(Boolean).length;
  return clocks.map((clock, index) => {
    if (midnights[index]) left -= 1;
    return Date.parse(addDays(date, -left)) + clock;
  });
}

function instantOf(reading: ClockReading | null): number | null {
  if (!reading || reading.offsetMinutes === null) return null;
  return reading.wallMs - reading.offsetMinutes * MINUTE_MS;
}

function changeAfter(startMs: number, offset: number): number {
  const ofDay = offset >= 0 ? HOUR_MS : 2 * HOUR_MS - offset * MINUTE_MS;
  return Math.floor((startMs - ofDay) / DAY_MS + 1) * DAY_MS + ofDay;
}

function firstInstant(clock: number, span: Span): number {
  const minute = span.startMs - (span.startMs % MINUTE_MS);
  const next = instantAfter(minute - 1, clock, span);
  return next - span.startMs > DAY_MS / 2 ? instantAfter(span.startMs - DAY_MS / 2, clock, span) : next;
}

/** The first instant after another at which the clock shows this. */
function instantAfter(epochMs: number, clock: number, { change }: Span): number {
  const { atMs, before, after } = change;
  const old = nextShowing(epochMs, clock, before);
  const skippedUntil = atMs + Math.max(0, after - before) * MINUTE_MS;
  return old < Math.max(atMs, skippedUntil) ? old : nextShowing(Math.max(epochMs, atMs - 1), clock, after);
}

/** The first instant after another at which a clock with a constant offset from UTC shows this. */
function nextShowing(epochMs: number, clock: number, offset: number): number {
  const shown = clock - offset * MINUTE_MS;
  return Math.floor((epochMs - shown) / DAY_MS + 1) * DAY_MS + shown;
}
