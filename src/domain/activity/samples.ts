// The course of one day: steps, activity zones and reminders to move.
import { readingOf } from '../../accesslink/wire-times.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import { inOrderOf, PUT_BACK_MS } from '../../series/order.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localDateTime, localOf } from '../convert/times.ts';
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
  const series = lazy(() => stepsFromWire(wire.steps));
  const steps = formsOf(series);
  return {
    date: dateFromWire(wire.date),
    intervalMs: wire.steps?.interval_ms ?? null,
    totalSteps: wire.steps?.total_steps ?? null,
    steps: (args) => steps.points(args, (x, value) => ({ time: localOf(x), steps: value })),
    stepColumns: (args) => localColumns(steps.columns(args)),
    stepStatistics: steps.statistics,
    stepBuckets: (args) => bucketsFromWire(wire, series(), args),
    zones: () => zonesFromWire(wire.activity_zones),
    inactivityStamps: () => wire.inactivity_stamps && stampsFromWire(wire.inactivity_stamps),
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

function stepsFromWire(wire: Wire.ActivitySteps2 | null): Series | null {
  if (!wire?.samples) return null;
  const series: Series = { x: [], values: [] };
  for (const { timestamp, steps } of wire.samples) {
    const reading = readingOf(timestamp);
    if (!reading) continue;
    series.x.push(reading.wallMs);
    series.values.push(steps);
  }
  return series;
}

function zonesFromWire(wire: Wire.ActivityZoneSamples2 | null): Graph.ActivityZoneChange[] | null {
  if (!wire?.samples) return null;
  const changes = wire.samples.flatMap(({ timestamp, zone }) => {
    const time = localDateTime(timestamp);
    return time === null ? [] : [{ time, zone: enumFromWire(zone, '', ZONES) ?? 'UNKNOWN' }];
  });
  return [...inOrderOf(changes, ({ time }) => Date.parse(`${time}Z`), PUT_BACK_MS)];
}

function stampsFromWire(wire: readonly Wire.ActivityDayWithSamplesInactivityStamps[]): string[] {
  const stamps = wire.flatMap(({ stamp }) => readingOf(stamp)?.wallMs ?? []);
  return inOrderOf(stamps, (stamp) => stamp, PUT_BACK_MS).map(localOf);
}
