// Heart rate of one day outside training sessions.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { numbersOf } from '../../series/column.ts';
import { formsOf, placedSamples, type Series } from '../../series/columns.ts';
import { ascending, PUT_BACK_MS } from '../../series/order.ts';
import { markPure } from '../convert/immutable.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localOf } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

export type HeartRateModel = Fields<Graph.ContinuousHeartRate, 'samples' | 'columns' | 'statistics'>;

/** With its age and its key: the parent of resolvers. */
export type ContinuousHeartRateParent = Keyed<Aged<HeartRateModel>>;

/** A day of heart rate; samples without a readable time are left out. */
export function heartRateFromWire(wire: Wire.ContinuousHeartrate): HeartRateModel {
  const forms = formsOf(() => seriesFromWire(wire));
  return {
    date: dateFromWire(wire.date),
    samples: (args) => forms.points(args, (x, beatsPerMinute) => ({ time: localOf(x), beatsPerMinute })),
    columns: (args) => localColumns(forms.columns(args)),
    statistics: markPure(forms.statistics),
  };
}

function seriesFromWire(wire: Wire.ContinuousHeartrate): Series | null {
  const date = dateFromWire(wire.date);
  if (date === null || wire.heart_rate_samples === null) return null;
  const midnight = Date.parse(date);
  const { heart_rate: values, sample_time: clocks } = wire.heart_rate_samples;
  const x = numbersOf(clocks).map((ofDay) => midnight + ofDay);
  return ascending(placedSamples({ x, values: numbersOf(values) }), PUT_BACK_MS);
}
