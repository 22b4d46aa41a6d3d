// Series in the columns of the graph: what the axis counts, as times or as seconds.
import type { LocalTimeColumns, OffsetColumns } from '../../generated/graphql.ts';
import type { Series } from '../../series/columns.ts';
import { localOf } from './times.ts';

/** Columns of a series whose axis is a clock in milliseconds. */
export function localColumns(series: Series | null): LocalTimeColumns | null {
  return series && { times: series.x.map(localOf), values: series.values };
}

/** Columns of a series whose axis counts milliseconds from the start. */
export function offsetColumns(series: Series | null): OffsetColumns | null {
  return series && { offsetSeconds: series.x.map((milliseconds) => milliseconds / 1000), values: series.values };
}
