// The order of samples in time, which may be lost on the way.
import { pickSamples, type Series } from './columns.ts';

/** Clocks are put back by an hour, and nowhere by more than two. */
export const PUT_BACK_MS = 2 * 3_600_000;

/** The items in the order of their times. They stay as they are where time goes back once, by no more than `putBackMs`. */
export function inOrderOf<T>(items: readonly T[], timeOf: (item: T) => number, putBackMs = 0): readonly T[] {
  const isInOrder = isAscending(items.map(timeOf), putBackMs);
  return isInOrder ? items : items.toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** A series in the order of its axis, likewise. */
export function ascending(series: Series, putBackMs = 0): Series {
  const { x } = series;
  if (isAscending(x, putBackMs)) return series;
  const indices = [...x.keys()].toSorted((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
  return pickSamples(series, indices);
}

function isAscending(x: ArrayLike<number>, putBackMs: number): boolean {
  let previous = Number.NEGATIVE_INFINITY;
  let timesBack = 0;
  for (let index = 0; index < x.length; index += 1) {
    const at = x[index] ?? 0;
    if (at < previous - putBackMs) return false;
    if (at < previous) timesBack += 1;
    previous = at;
  }
  return timesBack <= 1;
}
