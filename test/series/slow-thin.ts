// Thinning the slow way: lists with null for a gap, and an object for each point.

/** Points without gaps, in order, as parallel lists. */
interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Ascending indices of `count` points: the first, the last, and from each of `count - 2` buckets between them the one
 * that makes the largest triangle with the point selected before and the mean of the next bucket. All indices when there
 * are no more points than `count`.
 */
function largestTriangles(curve: Curve, count: number): number[] {
  const last = curve.x.length - 1;
  if (last < count) return curve.x.map((_, index) => index);
  const selected = [0];
  const startOf = (bucket: number): number => 1 + Math.floor((bucket * (last - 1)) / (count - 2));
  for (let bucket = 0; bucket < count - 2; bucket += 1) {
    const [from, next] = [startOf(bucket), startOf(bucket + 1)];
    const end = Math.min(last + 1, startOf(bucket + 2));
    const anchors = { left: selected[bucket] ?? 0, right: meanOf(curve, next, end) };
    selected.push(largestIn(curve, [from, next], anchors));
  }
  return [...selected, last];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function meanOf(curve: Curve, from: number, to: number): Point {
  let [x, y] = [0, 0];
  for (let index = from; index < to; index += 1) {
    x += curve.x[index] ?? 0;
    y += curve.y[index] ?? 0;
  }
  return { x: x / (to - from), y: y / (to - from) };
}

function largestIn(curve: Curve, range: readonly [number, number], anchors: { left: number; right: Point }): number {
  const left = pointAt(curve, anchors.left);
  let [best, bestArea] = [range[0], -1];
  for (let index = range[0]; index < range[1]; index += 1) {
    const area = doubleArea(left, pointAt(curve, index), anchors.right);
    if (area > bestArea) [best, bestArea] = [index, area];
  }
  return best;
}

function pointAt(curve: Curve, index: number): Point {
  return { x: curve.x[index] ?? 0, y: curve.y[index] ?? 0 };
}

function doubleArea(a: Point, b: Point, c: Point): number {
  return Math.abs((a.x - c.x) * (b.y - a.y) - (a.x - b.x) * (c.y - a.y));
}

/** Fewer points than this show no curve; a smaller `maxPoints` counts as this. */
const MIN_POINTS = 3;

/** The position of each sample on the axis, and its value; null is a gap. */
interface Samples {
  readonly x: readonly number[];
  readonly values: readonly (number | null)[];
}

/**
 * Ascending indices of at most `maxPoints` samples (all when null). They include the first and the last sample, and the
 * highest and the lowest value when 4 values fit. Between two selected values there is a null exactly where there was one
 * in the whole series.
 */
export function slowlyThinned(samples: Samples, maxPoints: number | null): number[] {
  const max = maxPoints === null ? Infinity : Math.max(MIN_POINTS, Math.floor(maxPoints));
  const { length } = samples.values;
  if (length <= max) return samples.values.map((_, index) => index);
  const present = indicesOfValues(samples.values);
  const selected = selectValues(samples, present, valueCapacity(samples.values, max));
  return withGaps(samples.values, selected);
}

function indicesOfValues(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, index) => (value === null ? [] : [index]));
}

/** How many values fit next to their gaps: n values have at most n - 1 gaps between them, and one at each open end. */
function valueCapacity(values: readonly (number | null)[], max: number): number {
  const openEnds = [values[0], values.at(-1)].filter((value) => value === null).length;
  const gaps = values.filter((value, index) => value === null && values[index - 1] !== null).length;
  return Math.max(Math.floor((max - openEnds + 1) / 2), max - gaps);
}

function selectValues({ x, values }: Samples, present: readonly number[], count: number): number[] {
  const curve = { x: present.map((index) => x[index] ?? 0), y: present.map((index) => values[index] ?? 0) };
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
function extremes(y: readonly number[]): [number, number] {
  let [highest, lowest] = [0, 0];
  for (let index = 1; index < y.length; index += 1) {
    if ((y[index] ?? 0) > (y[highest] ?? 0)) highest = index;
    if ((y[index] ?? 0) < (y[lowest] ?? 0)) lowest = index;
  }
  return [highest, lowest];
}

/** The selected indices, with the first null of each gap between two of them, and with both ends. */
function withGaps(values: readonly (number | null)[], selected: readonly number[]): number[] {
  const indices = new Set(selected).add(0).add(values.length - 1);
  selected.slice(1).forEach((to, index) => indices.add(firstGap(values, selected[index] ?? 0, to)));
  return [...indices].toSorted((a, b) => a - b);
}

/** The first null between two indices; `to` when there is none. */
function firstGap(values: readonly (number | null)[], from: number, to: number): number {
  let index = from;
  while (index < to && values[index] !== null) index += 1;
  return index;
}
