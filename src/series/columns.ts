// A series as parallel lists, and as a list of points.
import { lazy } from './lazy.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import { thinnedIndices } from './thin.ts';

/** Samples in order: the position of each on the axis, and its value; null is a gap. */
export interface Series {
  readonly x: number[];
  readonly values: (number | null)[];
}

/** How many points are wanted; all when null or undefined. */
export interface Thinning {
  readonly maxPoints?: number | null | undefined;
}

/** The forms in which a series is served; each is null when there is no series. */
export interface SeriesForms {
  readonly points: <Point>(args: Thinning, point: (x: number, value: number | null) => Point) => Point[] | null;
  readonly columns: (args: Thinning) => Series | null;
  readonly statistics: () => Statistics | null;
}

/** The forms of a series that `make` builds when the first is read. Statistics are those of all values, thinned or not. */
export function formsOf(make: () => Series | null): SeriesForms {
  const series = lazy(make);
  const ifPresent = <T>(use: (all: Series) => T): T | null => {
    const all = series();
    return all && use(all);
  };
  return {
    points: (args, point) => ifPresent((all) => pointsOf(thin(all, args), point)),
    columns: (args) => ifPresent((all) => thin(all, args)),
    statistics: () => ifPresent((all) => statisticsOf(all.values)),
  };
}

/** At most `maxPoints` samples of a series; the series itself when `maxPoints` is null or undefined. */
export function thin(series: Series, { maxPoints }: Thinning): Series {
  if (maxPoints === null || maxPoints === undefined) return series;
  const indices = thinnedIndices(series, maxPoints);
  return { x: pick(series.x, indices), values: pick(series.values, indices) };
}

/** The series as a list of points. */
export function pointsOf<Point>(series: Series, point: (x: number, value: number | null) => Point): Point[] {
  return series.x.map((x, index) => point(x, series.values[index] ?? null));
}

/** The items at these indices. */
export function pick<T>(list: readonly T[], indices: readonly number[]): T[] {
  return indices.flatMap((index) => list.slice(index, index + 1));
}
