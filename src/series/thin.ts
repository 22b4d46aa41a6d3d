// Selects samples of a long series so that a chart of them looks like a chart of all.
import { pickNumbers } from './column.ts';
import { type Curve, largestTriangles } from './lttb.ts';

/** Fewer points than this show no curve; a smaller `maxPoints` counts as this. */
const MIN_POINTS = 3;

/** The position of each sample on the axis, and its value; NaN is a gap. */
export interface Samples {
  readonly x: Float64Array;
  readonly values: Float64Array;
}

/**
 * Ascending indices of at most `maxPoints` samples (all when null). They include the first and the last sample, and the
 * highest and the lowest value when 4 values fit. Between two selected values there is a gap exactly where there was one
 * in the whole series.
 */
export function thinnedIndices(samples: Samples, maxPoints: number | null): readonly number[] {
  const max = maxPoints === null ? Infinity : Math.max(MIN_POINTS, Math.floor(maxPoints));
  const { length } = samples.values;
  if (length <= max) return Array.from({ length }, (_, index) => index);
  const present = indicesOfValues(samples.values);
  const selected = selectValues(samples, present, valueCapacity(samples.values, max));
  return withGaps(samples.values, selected);
}

function isGap(values: Float64Array, index: number): boolean {
  return Number.isNaN(values[index]);
}

function indicesOfValues(values: Float64Array): Int32Array {
  const indices = new Int32Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (isGap(values, index)) continue;
    indices[count] = index;
    count += 1;
  }
  return indices.subarray(0, count);
}

/** How many values fit next to their gaps: n values have at most n - 1 gaps between them, and one at each open end. */
function valueCapacity(values: Float64Array, max: number): number {
  const openEnds = [0, values.length - 1].filter((index) => isGap(values, index)).length;
  let gaps = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (isGap(values, index) && !(index > 0 && isGap(values, index - 1))) gaps += 1;
  }
  return Math.max(Math.floor((max - openEnds + 1) / 2), max - gaps);
}

function selectValues({ x, values }: Samples, present: Int32Array, count: number): number[] {
  const curve = { x: pickNumbers(x, present), y: pickNumbers(values, present) };
  const ends = [0, present.length - 1].filter((at) => present[at] === 0 || present[at] === values.length - 1);
  const chosen = count < 5 ? selectFew(curve, ends).slice(0, count) : selectMany(curve, count);
  return chosen.toSorted((a, b) => a - b).flatMap((at) => present[at] ?? []);
}

/** Positions by importance, when there are too few for a curve: both ends of the series, then the extremes. */
function selectFew(curve: Curve, ends: readonly number[]): number[] {
  return [...new Set([...ends, ...extremes(curve.y), 0, curve.y.length - 1])];
}

/** A downsampled curve, with fewer points until the highest and the lowest value fit next to them. */
function selectMany(curve: Curve, count: number, size = count): number[] {
  const selected = [...new Set([...largestTriangles(curve, size), ...extremes(curve.y)])];
  return selected.length > count ? selectMany(curve, count, size - 1) : selected;
}

/** The positions of the highest and the lowest value. */
function extremes(y: Float64Array): [number, number] {
  let [highest, lowest] = [0, 0];
  for (let index = 1; index < y.length; index += 1) {
    if ((y[index] ?? 0) > (y[highest] ?? 0)) highest = index;
    if ((y[index] ?? 0) < (y[lowest] ?? 0)) lowest = index;
  }
  return [highest, lowest];
}

/** The selected indices, with the first gap between two of them, and with both ends. */
function withGaps(values: Float64Array, selected: readonly number[]): number[] {
  const indices = new Set(selected).add(0).add(values.length - 1);
  for (let at = 1; at < selected.length; at += 1) {
    indices.add(firstGap(values, selected[at - 1] ?? 0, selected[at] ?? 0));
  }
  return [...indices].toSorted((a, b) => a - b);
}

/** The first gap between two indices; `to` when there is none. */
function firstGap(values: Float64Array, from: number, to: number): number {
  let index = from;
  while (index < to && !isGap(values, index)) index += 1;
  return index;
}
