// Largest triangle three buckets (Steinarsson 2013): downsampling that preserves the look of a chart.

/** Points without gaps, in order, as columns. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Ascending indices of `count` points: the first, the last, and from each of `count - 2` buckets between them the one
 * that makes the largest triangle with the point selected before and the mean of the next bucket. All indices when there
 * are no more points than `count`.
 */
export function largestTriangles(curve: Curve, count: number): number[] {
  const last = curve.x.length - 1;
  if (last < count) return Array.from(curve.x.keys());
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

/** By twice the area of the triangle. No object is made for a point: there are a million of them. */
function largestIn(curve: Curve, range: readonly [number, number], anchors: { left: number; right: Point }): number {
  const [ax, ay] = [curve.x[anchors.left] ?? 0, curve.y[anchors.left] ?? 0];
  const [width, height] = [ax - anchors.right.x, anchors.right.y - ay];
  let [best, bestArea] = [range[0], -1];
  for (let index = range[0]; index < range[1]; index += 1) {
    const area = Math.abs(width * ((curve.y[index] ?? 0) - ay) - (ax - (curve.x[index] ?? 0)) * height);
    if (area > bestArea) {
      best = index;
      bestArea = area;
    }
  }
  return best;
}
