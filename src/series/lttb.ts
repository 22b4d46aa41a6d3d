// Largest triangle three buckets (Steinarsson 2013): downsampling that preserves the look of a chart.

/** Points without gaps, in order, as parallel lists. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Ascending indices of `count` points: the first, the last, and from each of `count - 2` buckets between them the one
 * that makes the largest triangle with the point selected before and the mean of the next bucket. All indices when there
 * are no more points than `count`.
 */
export function largestTriangles(curve: Curve, count: number): number[] {
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
