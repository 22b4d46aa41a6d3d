// What was measured during a session: one series for each type.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { type Column, nullableOf, numbersOf } from '../../series/column.ts';
import { type Series, type Thinning, pointsOf, thin } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import { statisticsOf } from '../../series/statistics.ts';
import type { Fields } from '../convert/model.ts';
import { UNKNOWN_TYPE, SAMPLE_TYPES, type SampleKind } from './sample-types.ts';

type Parsed = 'sampleCount' | 'values' | 'offsetSeconds' | 'points' | 'statistics';

/** A series; it is made at the first call of one of the functions. */
export type SampleSeriesModel = Fields<Graph.SampleSeries, Parsed>;

/** Arguments of `Exercise.samples`. */
export interface SamplesArgs extends Thinning {
  readonly types?: readonly Graph.SampleType[] | null | undefined;
}

interface Recording extends SampleKind {
  readonly typeNumber: number | null;
  readonly recordingRateSeconds: number | null;
  readonly series: () => Series;
}

/** A function that answers with the series of some types; each is made once however often it is selected. */
export function samplesFromWire(
  wire: readonly Wire.Sample[] | null,
): (args: SamplesArgs) => SampleSeriesModel[] | null {
  const recordings = lazy(() => wire && wire.map(recordingFromWire));
  return (args) => {
    const wanted = recordings()?.filter(({ type }) => !args.types || (type !== null && args.types.includes(type)));
    return wanted?.map((recording) => shaped(recording, args)) ?? null;
  };
}

function recordingFromWire(wire: Wire.Sample): Recording {
  const typeNumber = wire['sample-type'];
  const kind = SAMPLE_TYPES[typeNumber ?? -1] ?? UNKNOWN_TYPE;
  const recordingRateSeconds = kind.type === 'RR_INTERVAL' ? null : wire['recording-rate'];
  return {
    ...kind,
    typeNumber,
    recordingRateSeconds,
    series: lazy(() => seriesFrom(measuredValues(wire.data, kind), kind, recordingRateSeconds ?? 1)),
  };
}

function shaped({ series, ...kind }: Recording, args: Thinning): SampleSeriesModel {
  const thinned = lazy(() => thin(series(), args));
  return {
    ...kind,
    sampleCount: () => series().values.length,
    values: () => nullableOf(thinned().values),
    offsetSeconds: () => Array.from(thinned().x),
    points: () => pointsOf(thinned(), (offsetSeconds, value) => ({ offsetSeconds, value })),
    statistics: () => statisticsOf(series().values),
  };
}

function seriesFrom(values: Float64Array, { type }: SampleKind, secondsApart: number): Series {
  if (type === 'RR_INTERVAL') return { x: ends(values), values };
  return { x: values.map((_, index) => index * secondsApart), values };
}

/** When each interval between beats, in milliseconds, is over. The length of a gap is unknown and counts as zero. */
function ends(intervals: Float64Array): Float64Array {
  let milliseconds = 0;
  return intervals.map((interval) => {
    milliseconds += Number.isNaN(interval) ? 0 : interval;
    return milliseconds / 1000;
  });
}

/** The values that were sent. A heart rate of 0, and a time of 0 between two beats, is no signal; of anything else it is a value. */
function measuredValues(sent: Column | null, { type }: SampleKind): Float64Array {
  const values = sent ? numbersOf(sent) : new Float64Array(0);
  const isHeart = type === 'HEART_RATE' || type === 'RR_INTERVAL';
  return isHeart ? values.map((value) => (value <= 0 ? Number.NaN : value)) : values;
}
