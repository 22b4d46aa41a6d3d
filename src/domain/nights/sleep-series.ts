// The course of a night: sleep stages and heart rate.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds } from '../../duration.ts';
import { formsOf } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import type { Fields } from '../convert/model.ts';
import { dateTimeOf, readingOf } from '../convert/times.ts';
import { type ClockMap, type ClockValues, clockValuesOf } from './clock-map.ts';
import { instantsOfSleep, offsetAt, type Span, spanOf } from './clock-times.ts';

type SeriesField = 'hypnogram' | 'heartRateSamples' | 'heartRateColumns' | 'heartRateStatistics';
export type SleepSeries = Pick<Fields<Graph.Night, SeriesField>, SeriesField>;

const STAGES: readonly Graph.SleepStage[] = ['WAKE', 'REM', 'LIGHTER_NON_REM', 'LIGHT_NON_REM', 'DEEP_NON_REM'];

/** The series of a night. Without a start and its offset, their times are unknown and there are none. */
export function sleepSeriesFromWire(wire: Wire.Sleep): SleepSeries {
  const span = lazy(() => spanOf(readingOf(wire.sleep_start_time), readingOf(wire.sleep_end_time)));
  const heartRate = formsOf(() => seriesOf(wire.heart_rate_samples, span()));
  const timeOf = (x: number): string => timeIn(span(), x);
  return {
    hypnogram: lazy(() => hypnogramOf(wire.hypnogram, span())),
    heartRateSamples: (args) => heartRate.points(args, (x, beatsPerMinute) => ({ time: timeOf(x), beatsPerMinute })),
    heartRateColumns: (args) => {
      const series = heartRate.columns(args);
      return series && { times: series.x.map(timeOf), values: series.values };
    },
    heartRateStatistics: heartRate.statistics,
  };
}

function seriesOf(map: ClockMap | null, span: Span | null) {
  if (!map || !span) return null;
  const { clocks, values } = clockValuesOf(map);
  return { x: instantsOfSleep(clocks, span), values };
}

function hypnogramOf(map: ClockMap | null, span: Span | null): Graph.HypnogramStage[] | null {
  if (!map || !span) return null;
  const entries = clockValuesOf(map);
  const instants = instantsOfSleep(entries.clocks, span);
  return instants.map((instant, index) => stageOf(entries, index, { span, instants, instant }));
}

interface Timing {
  readonly span: Span;
  readonly instants: readonly number[];
  readonly instant: number;
}

function stageOf({ values }: ClockValues, index: number, { span, instants, instant }: Timing): Graph.HypnogramStage {
  const stageNumber = values[index] ?? null;
  const until = instants[index + 1] ?? span.endMs;
  const durationSeconds = until === null ? null : Math.max(0, until - instant) / 1000;
  return {
    time: timeIn(span, instant),
    stage: STAGES[stageNumber ?? -1] ?? 'UNKNOWN',
    stageNumber,
    duration: durationOfSeconds(durationSeconds),
    durationSeconds,
  };
}

function timeIn(span: Span | null, instant: number): string {
  return dateTimeOf(instant, span ? offsetAt(span, instant) : 0);
}
