// What a person did on one day.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire, localDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { type ActivitySamplesModel, activitySamplesFromWire } from './samples.ts';

export type DailyActivityModel = Omit<Fields<Graph.DailyActivity>, 'samples' | 'stepBuckets'> & {
  readonly samples: ActivitySamplesModel | null;
  readonly stepBuckets: ActivitySamplesModel['stepBuckets'];
};

/** With its age and its key: the parent of resolvers. */
export type DailyActivityParent = Keyed<Aged<DailyActivityModel>>;

/** A day of activity. Its date is that of its start, which is there whether or not samples were requested. */
export function activityFromWire(wire: Wire.ActivitySummaryWithAllSamples): DailyActivityModel {
  const startTime = localDateTime(wire.start_time);
  const activeDurationSeconds = secondsOfDuration(wire.active_duration);
  const inactiveDurationSeconds = secondsOfDuration(wire.inactive_duration);
  const samples = wire.samples && activitySamplesFromWire(wire.samples);
  return {
    date: dateFromWire(startTime?.slice(0, 10) ?? wire.start_time?.slice(0, 10) ?? wire.samples?.date ?? null),
    startTime,
    endTime: localDateTime(wire.end_time),
    activeDuration: durationOfSeconds(activeDurationSeconds),
    activeDurationSeconds,
    inactiveDuration: durationOfSeconds(inactiveDurationSeconds),
    inactiveDurationSeconds,
    activityPercent: wire.daily_activity,
    energyKcal: wire.calories,
    activeEnergyKcal: wire.active_calories,
    steps: wire.steps,
    inactivityAlertCount: wire.inactivity_alert_count,
    distanceMeters: wire.distance_from_steps,
    samples,
    stepBuckets: (args) => samples?.stepBuckets(args) ?? null,
  };
}
