// The steps of a day in buckets of the same length, by the clock of the device.
import { dateOfInstant, type IsoDate } from '../../calendar.ts';
import type { StepBucket } from '../../generated/graphql.ts';
import { nullableOf } from '../../series/column.ts';
import type { Series } from '../../series/columns.ts';
import { badUserInput } from '../errors.ts';
import { localOf } from '../convert/times.ts';

const MINUTES_OF_DAY = 1440;
const MINUTE_MS = 60_000;
const DAY_MS = MINUTES_OF_DAY * MINUTE_MS;
/** More steps than a bucket can have: only a broken record comes near. */
const LARGEST_INT = 2_147_483_647;

/** Arguments of `stepBuckets`. */
export interface BucketArgs {
  readonly minutes: number;
}

/** Steps of segments: the start of each by the clock of the device. */
export interface StepSeries {
  readonly series: Series;
  /** Milliseconds that a segment covers; null when unknown. */
  readonly intervalMs: number | null;
  /** Steps of the whole day; null when unknown. */
  readonly totalSteps: number | null;
  /** The day of the record; null when unknown. */
  readonly day: IsoDate | null;
}

/**
 * Every bucket of the day, from midnight to midnight by the clock of the device, so that there are as many on days on which
 * clocks are changed. A segment counts where it starts, and one of the days around in the bucket nearest to it: the buckets
 * have all steps of the segments. One that is further away has a wrong time, and counts nowhere. Throws bad-user-input for a
 * length that does not divide the day.
 */
export function stepBucketsOf(steps: StepSeries, { minutes }: BucketArgs): StepBucket[] {
  if (minutes < 1 || MINUTES_OF_DAY % minutes !== 0) throw noLength(minutes);
  const midnight = Date.parse(dayOf(steps));
  const counts = Array.from({ length: MINUTES_OF_DAY / minutes }, () => 0);
  for (const { at, count } of segmentsOf(steps)) {
    if (at < midnight - DAY_MS || at >= midnight + 2 * DAY_MS) continue;
    const index = Math.floor((at - midnight) / (minutes * MINUTE_MS));
    const nearest = Math.min(Math.max(index, 0), counts.length - 1);
    counts[nearest] = Math.min((counts[nearest] ?? 0) + count, LARGEST_INT);
  }
  return counts.map((count, index) => ({ startTime: localOf(midnight + index * minutes * MINUTE_MS), steps: count }));
}

interface Segment {
  readonly at: number;
  readonly count: number;
}

/**
 * The segments that were sent, with those that were left out where the day's total shows that they repeat the one before:
 * the documentation says so, live servers leave out segments without steps, and only the sum shows which.
 */
function segmentsOf(steps: StepSeries): readonly Segment[] {
  const { x, values } = steps.series;
  const sent = nullableOf(values).map((count, index) => ({ at: x[index] ?? 0, count: count ?? 0 }));
  if (steps.totalSteps === null || sumOf(sent) === steps.totalSteps) return sent;
  const repeated = repeatedSegments(sent, steps.intervalMs);
  return repeated && sumOf(repeated) === steps.totalSteps ? repeated : sent;
}

/** Every segment up to the last one that was sent; null when the length of segments is unknown, or impossible. */
function repeatedSegments(sent: readonly Segment[], intervalMs: number | null): readonly Segment[] | null {
  if (intervalMs === null || intervalMs < MINUTE_MS) return null;
  return sent.flatMap(({ at, count }, index) => {
    const next = sent[index + 1]?.at ?? at + intervalMs;
    const length = Math.min(Math.max(1, Math.round((next - at) / intervalMs)), MINUTES_OF_DAY);
    return Array.from({ length }, (_, repetition) => ({ at: at + repetition * intervalMs, count }));
  });
}

function sumOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { count }) => sum + count, 0);
}

/** The day of the record; that of its first segment when the record names none, or one on which no segment starts. */
function dayOf({ series, day }: StepSeries): IsoDate {
  const [first] = series.x;
  const isOnDay = day !== null && series.x.some((at) => dateOfInstant(at) === day);
  return day !== null && (isOnDay || first === undefined) ? day : dateOfInstant(first ?? 0);
}

function noLength(minutes: number): Error {
  return badUserInput(
    `Cannot make buckets of steps: minutes is ${minutes}, which does not divide the ${MINUTES_OF_DAY} minutes of a day; ` +
      'give 1, 5, 10, 15, 30, 60 or another divisor',
  );
}
