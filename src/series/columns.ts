// A series as parallel lists, and as a list of points.
import { lazy } from './lazy.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import { thinnedIndices } from './thin.ts';

/** Samples in order: the place of each on the axis, and its value; null is a gap. */
export interface Series {
  readonly x: number[];
  readonly values: (number | null)[];
}

/** Arguments of every field that thins. */
export interface Thinning {
  readonly maxPoints?: number | null | undefined;
}

/** The three forms in which a series is served; null when there is none. */
export interface SeriesForms {
  readonly points: <Point>(args: Thinning, point: (x: number, value: number | null) => Point) => Point[] | null;
  readonly columns: (args: Thinning) => Series | null;
  readonly statistics: () => Statistics | null;
}

/** The forms of a series that is made when first asked for. Statistics are those of all values, thinned or not. */
export function formsOf(make: () => Series | null): SeriesForms {
  const series = lazy(make);
  const given = <T>(use: (all: Series) => T): T | null => {
    const all = series();
    return all && use(all);
  };
  return {
    points: (args, point) => given((all) => pointsOf(thin(all, args), point)),
    columns: (args) => given((all) => thin(all, args)),
    statistics: () => given((all) => statisticsOf(all.values)),
  };
}

/** The samples that stay when at most `maxPoints` are wanted; the series itself when nothing is said. */
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
