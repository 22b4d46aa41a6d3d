// Series from AccessLink's columns, and in the columns of the graph: what the axis counts, as times or as seconds.
import type { LocalTimeColumns, OffsetColumns } from '../../generated/graphql.ts';
import { type Column, nullableOf, numbersOf } from '../../series/column.ts';
import { placedSamples, type Series } from '../../series/columns.ts';
import { ascending } from '../../series/order.ts';
import { localTimesOf } from './times.ts';

/** Columns of a series whose axis is a clock in milliseconds. */
export function localColumns(series: Series | null): LocalTimeColumns | null {
  return series && { times: localTimesOf(series.x), values: nullableOf(series.values) };
}

/** Columns of a series whose axis counts milliseconds from the start. */
export function offsetColumns(series: Series | null): OffsetColumns | null {
  return (
    series && {
      offsetSeconds: Array.from(series.x, (milliseconds) => milliseconds / 1000),
      values: nullableOf(series.values),
    }
  );
}

/** Values in the order of their offsets; those without one are left out. */
export function offsetSeries(offsets: Column, values: Column): Series {
  return ascending(placedSamples({ x: numbersOf(offsets), values: numbersOf(values) }));
}
