// Count, smallest, largest and mean of a series.

/** Summary of a series; all but `count` are null when there are no values. */
export interface Statistics {
  readonly count: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
}

/** The statistics of all values; gaps, which are NaN, do not count. */
export function statisticsOf(values: Float64Array): Statistics {
  let [count, minimum, maximum, sum] = [0, Infinity, -Infinity, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return count === 0
    ? { count, minimum: null, maximum: null, mean: null }
    : { count, minimum, maximum, mean: sum / count };
}
