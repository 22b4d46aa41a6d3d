// The period of a sleep, and how its clock runs against UTC.
import type { ClockReading } from '../../accesslink/usual-times.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The countries whose offset is at least this and that change their clocks do it as Australia does. */
const FAR_EAST_MINUTES = 9 * 60;
/** No country changes its clocks by more: whoever's clock did has travelled. */
const MOST_CHANGED_MINUTES = 120;

/**
 * A period of sleep in milliseconds since the epoch, and the offset of its clock before and after the one moment at which
 * that could change. Of a sleep without offsets, all times are those at which a clock in UTC shows what its clock showed.
 */
export interface SleepSpan {
  /** Null when it is unknown; then the end is known. */
  readonly startMs: number | null;
  /** Null when it is unknown; then the start is known. */
  readonly endMs: number | null;
  /** Whether the times are instants. */
  readonly hasOffset: boolean;
  readonly change: { readonly atMs: number; readonly before: number; readonly after: number };
}

/**
 * The period between two readings; null when neither is known. It has offsets when each of them has one. When the offsets
 * differ, clocks were changed where most countries change them: at 01:00 UTC for offsets of 0 and more (Europe), at 02:00
 * local time for negative ones (America), at 02:00 standard time far in the east (Australia). When that moment comes after the sleep, the offset of the start holds throughout.
 * Offsets further apart are those of a journey: the device took the new one when it was used again, at waking.
 * A sleep that ends before it begins, or a day later, has no known end.
 */
export function spanOf(start: ClockReading | null, end: ClockReading | null): SleepSpan | null {
  const known = [start, end].filter((reading) => reading !== null);
  if (known.length === 0) return null;
  const offsets = known.map(({ offsetMinutes }) => offsetMinutes).filter((offset) => offset !== null);
  const hasOffset = offsets.length === known.length;
  const [before, after] = hasOffset ? [offsets[0] ?? 0, offsets.at(-1) ?? 0] : [0, 0];
  const startMs = start && start.wallMs - before * MINUTE_MS;
  const endMs = end && end.wallMs - after * MINUTE_MS;
  const isLikely = startMs === null || endMs === null || (endMs > startMs && endMs - startMs < DAY_MS);
  const isJourney = Math.abs(after - before) > MOST_CHANGED_MINUTES && endMs !== null;
  const change = { atMs: isJourney ? endMs : changeAfter(startMs ?? endMs ?? 0, before, after), before, after };
  return { startMs, endMs: isLikely ? endMs : null, hasOffset, change };
}

/** Minutes that the clock was ahead of UTC at an instant. */
export function offsetAt({ change }: SleepSpan, epochMs: number): number {
  return epochMs < change.atMs ? change.before : change.after;
}

/** The instant in milliseconds as the clock of the sleep showed it. */
export function wallAt(span: SleepSpan, epochMs: number): number {
  return epochMs + offsetAt(span, epochMs) * MINUTE_MS;
}

/** The full minute in which the sleep began; minus infinity when that is unknown. Keys without seconds begin there. */
export function firstMinute({ startMs }: SleepSpan): number {
  return startMs === null ? Number.NEGATIVE_INFINITY : startMs - (startMs % MINUTE_MS);
}

function changeAfter(startMs: number, before: number, after: number): number {
  const standard = Math.min(before, after);
  const isEurope = before >= 0 && standard < FAR_EAST_MINUTES;
  const ofDay = isEurope ? HOUR_MS : 2 * HOUR_MS - (before < 0 ? before : standard) * MINUTE_MS;
  return Math.floor((startMs - ofDay) / DAY_MS + 1) * DAY_MS + ofDay;
}
