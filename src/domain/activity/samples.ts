// The course of one day: steps, activity zones and reminders to move.
import { readingOf } from '../../accesslink/wire-times.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localDateTime, localOf } from '../convert/times.ts';

export type ActivitySamplesParent = Fields<
  Graph.ActivitySamples,
  'steps' | 'stepColumns' | 'stepStatistics' | 'zones' | 'inactivityStamps'
>;

const ZONES: readonly Graph.ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];

/**
 * The samples as they were sent: the documentation says that a missing segment repeats the one before, live servers
 * omit segments without steps, and nothing in a record shows which one applies.
 */
export function activitySamplesFromWire(wire: Wire.ActivityDayWithSamples): ActivitySamplesParent {
  const steps = formsOf(() => stepsFromWire(wire.steps));
  return {
    date: dateFromWire(wire.date),
    intervalMs: wire.steps?.interval_ms ?? null,
    totalSteps: wire.steps?.total_steps ?? null,
    steps: (args) => steps.points(args, (x, value) => ({ time: localOf(x), steps: value })),
    stepColumns: (args) => localColumns(steps.columns(args)),
    stepStatistics: steps.statistics,
    zones: () => zonesFromWire(wire.activity_zones),
    inactivityStamps: () => wire.inactivity_stamps?.flatMap(({ stamp }) => localDateTime(stamp) ?? []) ?? null,
  };
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
  return wire.samples.flatMap(({ timestamp, zone }) => {
    const time = localDateTime(timestamp);
    return time === null ? [] : [{ time, zone: enumFromWire(zone, '', ZONES) ?? 'UNKNOWN' }];
  });
}
