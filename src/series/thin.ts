// Which samples of a long series to keep, so that a chart of them looks like a chart of all.
import { type Curve, largestTriangles } from './lttb.ts';

/** Fewer points than this show no course; smaller wishes count as it. */
const FEWEST = 3;

/** The place of each sample on the axis, and its value; null is a gap. */
export interface Samples {
  readonly x: readonly number[];
  readonly values: readonly (number | null)[];
}

/**
 * Ascending indices of at most `maxPoints` samples (all when null). The first and the last sample are kept, the highest
 * and the lowest value too when there is room for 4 values, and a null stands between two kept values exactly where one
 * stood between them before.
 */
export function thinnedIndices(samples: Samples, maxPoints: number | null): number[] {
  const max = maxPoints === null ? Infinity : Math.max(FEWEST, Math.floor(maxPoints));
  const { length } = samples.values;
  if (length <= max) return samples.values.map((_, index) => index);
  const present = indicesOfValues(samples.values);
  const kept = keptValues(samples, present, room(samples.values, max));
  return withGaps(samples.values, kept);
}

function indicesOfValues(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, index) => (value === null ? [] : [index]));
}

/** How many values fit beside their gaps: n values have at most n - 1 gaps between them, and one at each open end. */
function room(values: readonly (number | null)[], max: number): number {
  const openEnds = [values[0], values.at(-1)].filter((value) => value === null).length;
  const gaps = values.filter((value, index) => value === null && values[index - 1] !== null).length;
  return Math.max(Math.floor((max - openEnds + 1) / 2), max - gaps);
}

function keptValues({ x, values }: Samples, present: readonly number[], count: number): number[] {
  const curve = { x: present.map((index) => x[index] ?? 0), y: present.map((index) => values[index] ?? 0) };
  const ends = [0, present.length - 1].filter((at) => present[at] === 0 || present[at] === values.length - 1);
  const chosen = count < 5 ? few(curve, ends).slice(0, count) : many(curve, count);
  return chosen.toSorted((a, b) => a - b).flatMap((at) => present[at] ?? []);
}

/** Places by how badly they would be missed, when there is no room for a course. */
function few(curve: Curve, ends: readonly number[]): number[] {
  return [...new Set([...ends, ...extremes(curve.y), 0, curve.y.length - 1])];
}

/** The course, drawn with fewer places until the highest and the lowest value find room beside it. */
function many(curve: Curve, count: number, size = count): number[] {
  const kept = [...new Set([...largestTriangles(curve, size), ...extremes(curve.y)])];
  return kept.length > count ? many(curve, count, size - 1) : kept;
}

/** Where the highest and the lowest value stand. */
function extremes(y: readonly number[]): [number, number] {
  let [highest, lowest] = [0, 0];
  for (let index = 1; index < y.length; index += 1) {
    if ((y[index] ?? 0) > (y[highest] ?? 0)) highest = index;
    if ((y[index] ?? 0) < (y[lowest] ?? 0)) lowest = index;
  }
  return [highest, lowest];
}

/** `kept` with the first null of each gap between two of them, and with both ends. */
function withGaps(values: readonly (number | null)[], kept: readonly number[]): number[] {
  const indices = new Set(kept).add(0).add(values.length - 1);
  kept.slice(1).forEach((to, place) => indices.add(firstGap(values, kept[place] ?? 0, to)));
  return [...indices].toSorted((a, b) => a - b);
}

/** The first null between two places; the second place when there is none. */
function firstGap(values: readonly (number | null)[], from: number, to: number): number {
  let index = from;
  while (index < to && values[index] !== null) index += 1;
  return index;
}
