// Heart rate of one day outside training sessions.
import { millisecondsOfClock } from '../../accesslink/wire-times.ts';
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { ascending, PUT_BACK_MS } from '../../series/order.ts';
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
    statistics: forms.statistics,
  };
}

function seriesFromWire(wire: Wire.ContinuousHeartrate): Series | null {
  const date = dateFromWire(wire.date);
  if (date === null || wire.heart_rate_samples === null) return null;
  const midnight = Date.parse(date);
  const series: Series = { x: [], values: [] };
  for (const { sample_time: clock, heart_rate: value } of wire.heart_rate_samples) {
    const ofDay = clock === null ? null : millisecondsOfClock(clock);
    if (ofDay === null) continue;
    series.x.push(midnight + ofDay);
    series.values.push(value);
  }
  return ascending(series, PUT_BACK_MS);
}
