// A series as columns, and as a list of points.
import { nullableOf, pickNumbers } from './column.ts';
import { lazy } from './lazy.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import { thinnedIndices } from './thin.ts';

/** Samples in order: the position of each on the axis, and its value; NaN is a gap. */
export interface Series {
  readonly x: Float64Array;
  readonly values: Float64Array;
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

/** The series of two lists; null is a gap. */
export function seriesOf(x: ArrayLike<number>, values: readonly (number | null)[]): Series {
  return { x: Float64Array.from(x), values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

/** At most `maxPoints` samples of a series; the series itself when `maxPoints` is null or undefined. */
export function thin(series: Series, { maxPoints }: Thinning): Series {
  if (maxPoints === null || maxPoints === undefined) return series;
  return pickSamples(series, thinnedIndices(series, maxPoints));
}

/** The series as a list of points. */
export function pointsOf<Point>({ x, values }: Series, point: (x: number, value: number | null) => Point): Point[] {
  return nullableOf(values).map((value, index) => point(x[index] ?? 0, value));
}

/** The samples at these indices. */
export function pickSamples({ x, values }: Series, indices: ArrayLike<number>): Series {
  return { x: pickNumbers(x, indices), values: pickNumbers(values, indices) };
}

/** The samples whose place on the axis is known. */
export function placedSamples({ x, values }: Series): Series {
  const placed: number[] = [];
  for (let index = 0; index < x.length; index += 1) if (!Number.isNaN(x[index])) placed.push(index);
  return placed.length === x.length ? { x, values } : pickSamples({ x, values }, placed);
}
