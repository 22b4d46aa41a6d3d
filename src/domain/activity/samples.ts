// The course of one day: steps, activity zones and reminders to move.
import { clockOfMoment } from '../../accesslink/sample-columns.ts';
import { millisecondsOfClock, readingOf } from '../../accesslink/wire-times.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { numbersOf } from '../../series/column.ts';
import { formsOf, placedSamples, type Series } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import { inOrderOf, PUT_BACK_MS } from '../../series/order.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localOf } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { type BucketArgs, stepBucketsOf } from './step-buckets.ts';

type Lazy = 'steps' | 'stepColumns' | 'stepStatistics' | 'zones' | 'inactivityStamps';

export type ActivitySamplesModel = Omit<Fields<Graph.ActivitySamples, Lazy>, 'stepBuckets'> & {
  /** Throws bad-user-input for a length of the buckets that does not divide the day. */
  readonly stepBuckets: (args: BucketArgs) => Graph.StepBucket[] | null;
};

/** With its key: the parent of resolvers. */
export type ActivitySamplesParent = Keyed<ActivitySamplesModel>;

const ZONES: readonly Graph.ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];

/**
 * The samples as they were sent: the documentation says that a missing segment repeats the one before, live servers
 * omit segments without steps, and nothing in a record shows which one applies.
 */
export function activitySamplesFromWire(wire: Wire.ActivityDayWithSamples): ActivitySamplesModel {
  const series = lazy(() => stepsFromWire(wire));
  const steps = formsOf(series);
  return {
    date: dateFromWire(wire.date),
    intervalMs: wire.steps?.interval_ms ?? null,
    totalSteps: wire.steps?.total_steps ?? null,
    steps: (args) => steps.points(args, (x, value) => ({ time: localOf(x), steps: value })),
    stepColumns: (args) => localColumns(steps.columns(args)),
    stepStatistics: steps.statistics,
    stepBuckets: (args) => bucketsFromWire(wire, series(), args),
    zones: () => zonesFromWire(wire),
    inactivityStamps: () => stampsFromWire(wire),
  };
}

function bucketsFromWire(
  { date, steps }: Wire.ActivityDayWithSamples,
  series: Series | null,
  args: BucketArgs,
): Graph.StepBucket[] | null {
  if (!steps || !series) return null;
  const { interval_ms: intervalMs, total_steps: totalSteps } = steps;
  return stepBucketsOf({ series, intervalMs, totalSteps, day: dateFromWire(date) }, args);
}

function stepsFromWire({ date, steps: wire }: Wire.ActivityDayWithSamples): Series | null {
  if (!wire?.samples) return null;
  const day = dateFromWire(date);
  const midnight = day === null ? Number.NaN : Date.parse(day);
  const x = numbersOf(wire.samples.timestamp).map((moment) => {
    const clock = clockOfMoment(moment);
    return clock === null ? moment : midnight + clock;
  });
  return placedSamples({ x, values: numbersOf(wire.samples.steps) });
}

function zonesFromWire({ date, activity_zones: wire }: Wire.ActivityDayWithSamples): Graph.ActivityZoneChange[] | null {
  if (!wire?.samples) return null;
  const changes = wire.samples.flatMap(({ timestamp, zone }) => {
    const at = wallOf(timestamp, date);
    return at === null ? [] : [{ at, zone: enumFromWire(zone, '', ZONES) ?? ('UNKNOWN' as const) }];
  });
  const inOrder = inOrderOf(changes, ({ at }) => at, PUT_BACK_MS);
  return inOrder.map(({ at, zone }) => ({ time: localOf(at), zone }));
}

function stampsFromWire({ date, inactivity_stamps: wire }: Wire.ActivityDayWithSamples): string[] | null {
  const stamps = wire?.flatMap(({ stamp }) => wallOf(stamp, date) ?? []);
  return stamps ? inOrderOf(stamps, (stamp) => stamp, PUT_BACK_MS).map(localOf) : null;
}

/** The milliseconds at which a clock in UTC shows a time, which may be a clock time of the day of its record. */
function wallOf(text: string | null, date: string | null): number | null {
  const [reading, clock] = [readingOf(text), text === null ? null : millisecondsOfClock(text)];
  if (reading || clock === null) return reading && reading.wallMs;
  const day = dateFromWire(date);
  return day && Date.parse(day) + clock;
}
