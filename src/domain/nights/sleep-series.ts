// The course of a night: sleep stages and heart rate, from falling asleep to waking up.
import { readingOf } from '../../accesslink/wire-times.ts';
import { isIsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { nullableOf } from '../../series/column.ts';
import { formsOf, pickSamples, type Series, seriesOf } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import type { Fields } from '../convert/model.ts';
import { dateTimeOf, localOf } from '../convert/times.ts';
import { type ClockMap, clockValuesOf, inOrderOfTime, type TimedValues } from './clock-map.ts';
import { instantsOfSleep } from './clock-times.ts';
import { stagesOf } from './hypnogram.ts';
import { readingsOfNight } from './night-readings.ts';
import { firstMinute, offsetAt, type SleepSpan, spanOf, wallAt } from './sleep-span.ts';

type SeriesField = 'hypnogram' | 'heartRateSamples' | 'heartRateColumns' | 'heartRateStatistics';
export type SleepSeries = Pick<Fields<Graph.Night, SeriesField>, SeriesField>;

/** An average of 5 minutes is of the night when a part of them is. */
const AVERAGED_MS = 5 * 60_000;

/** What is known of the time of a sleep: its period; only its date; or neither. */
interface SleepTime {
  readonly span: SleepSpan | null;
  readonly date: string | null;
}

/** The series of a night. Without its start, its end and its date, their times are unknown and there are none. */
export function sleepSeriesFromWire(wire: Wire.Sleep): SleepSeries {
  const time = lazy((): SleepTime => {
    return { span: spanOf(readingOf(wire.sleep_start_time), readingOf(wire.sleep_end_time)), date: wire.date };
  });
  const heartRate = formsOf(() => heartRateOf(wire.heart_rate_samples, time()));
  const timesOf = (x: number) => timesAt(time().span, x);
  return {
    hypnogram: lazy(() => hypnogramOf(wire.hypnogram, time())),
    heartRateSamples: (args) => heartRate.points(args, (x, beatsPerMinute) => ({ ...timesOf(x), beatsPerMinute })),
    heartRateColumns: (args) => {
      const series = heartRate.columns(args);
      if (!series) return null;
      const times = Array.from(series.x, timesOf);
      const instants = times.flatMap(({ time: instant }) => instant ?? []);
      return {
        times: instants.length === times.length ? instants : null,
        timesLocal: times.map(({ timeLocal }) => timeLocal),
        values: nullableOf(series.values),
      };
    },
    heartRateStatistics: heartRate.statistics,
  };
}

function heartRateOf(map: ClockMap | null, time: SleepTime): Series | null {
  const timed = timedValues(map, time);
  if (!timed) return null;
  const series = seriesOf(timed.x, timed.values);
  if (!time.span) return series;
  const from = firstMinute(time.span) - AVERAGED_MS;
  const to = time.span.endMs ?? Number.POSITIVE_INFINITY;
  const within = timed.x.flatMap((instant, index) => (instant > from && instant <= to ? [index] : []));
  return pickSamples(series, within);
}

function hypnogramOf(map: ClockMap | null, time: SleepTime): Graph.HypnogramStage[] | null {
  const series = timedValues(map, time);
  return series && stagesOf(series, time.span).map(({ x, ...stage }) => ({ ...timesAt(time.span, x), ...stage }));
}

/** The values of a map in the order of their times; null when the times are unknown. */
function timedValues(map: ClockMap | null, { span, date }: SleepTime): TimedValues | null {
  if (!map) return null;
  const { clocks, values } = clockValuesOf(map);
  if (span) return inOrderOfTime(instantsOfSleep(clocks, span), values);
  return date !== null && isIsoDate(date) ? inOrderOfTime(readingsOfNight(clocks, date), values) : null;
}

/** The instant, where the offset is known, and the clock of the device. */
function timesAt(span: SleepSpan | null, x: number): { readonly time: string | null; readonly timeLocal: string } {
  if (!span) return { time: null, timeLocal: localOf(x) };
  return { time: span.hasOffset ? dateTimeOf(x, offsetAt(span, x)) : null, timeLocal: localOf(wallAt(span, x)) };
}
