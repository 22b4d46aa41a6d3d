// The transactional resources as JSON; they have hyphens throughout, in both dialects.
import type { Activity } from '../life/activity.ts';
import type { ActivityZone } from '../life/minutes.ts';
import type { Resident } from '../life/resident.ts';
import { figuresOf } from '../life/track-views.ts';
import type { Item } from '../transactions/pending.ts';
import { sampleListJson } from './exercise-samples.ts';
import { exerciseJson, zonesJson } from './exercises.ts';
import { type Dialect, type Json, duration, userLink, wholeNumber } from './spelling.ts';

export interface Handed {
  readonly resident: Resident;
  readonly dialect: Dialect;
  readonly transactionId: string;
}

type OfKind<Kind> = Extract<Item, { kind: Kind }>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const HOUR_SECONDS = 3600;
/** Positions are the numbers of the API. */
const ZONES: readonly ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];
const NOTHING = { samples: false, zones: false, route: false };

export function physicalInformationJson(item: OfKind<'physical-information'>, handed: Handed): Json {
  const { body } = item;
  return {
    ...headJson(item, handed),
    created: new Date(item.createdAt).toISOString(),
    weight: body.weightKg,
    height: body.heightCm,
    'maximum-heart-rate': body.maximumHeartRate,
    'resting-heart-rate': body.restingHeartRate,
    'aerobic-threshold': Math.round(body.maximumHeartRate * 0.75),
    'anaerobic-threshold': Math.round(body.maximumHeartRate * 0.9),
    'vo2-max': body.vo2Max,
    'weight-source': 'SOURCE_USER',
  };
}

export function activitySummaryJson(item: OfKind<'activity'>, handed: Handed): Json {
  const { activity } = item;
  return {
    ...headJson(item, handed),
    date: activity.date,
    created: new Date(item.createdAt).toISOString(),
    calories: activity.calories,
    'active-calories': activity.activeCalories,
    duration: duration(activity.end + 1 - activity.start),
    'active-steps': activity.steps,
  };
}

/** Steps of every hour; null where the day was not recorded. */
export function stepSamplesJson({ date, start, end, stepSamples }: Activity): Json {
  const stepsIn = (hour: number): number =>
    stepSamples.reduce((sum, { at, steps }) => sum + (Math.floor(at / HOUR_SECONDS) === hour ? steps : 0), 0);
  const isRecorded = (hour: number): boolean => (hour + 1) * HOUR_SECONDS > start && hour * HOUR_SECONDS <= end;
  const samples = HOURS.map((hour) => ({ steps: isRecorded(hour) ? stepsIn(hour) : null, time: hourTime(hour) }));
  return { date, interval: 60, samples };
}

/** Time in each zone of every hour; null where the day was not recorded. */
export function zoneSamplesJson({ date, end, zoneSamples }: Activity): Json {
  const stretches = zoneSamples.map(({ at, zone }, index) => ({ zone, at, to: zoneSamples[index + 1]?.at ?? end + 1 }));
  const samples = HOURS.map((hour) => {
    const [from, to] = [hour * HOUR_SECONDS, (hour + 1) * HOUR_SECONDS];
    const zones = ZONES.flatMap((zone, index) => {
      const own = stretches.filter((stretch) => stretch.zone === zone);
      const seconds = own.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.at)), 0);
      return seconds > 0 ? [{ index, inzone: duration(seconds) }] : [];
    });
    return { 'activity-zones': zones.length > 0 ? zones : null, time: hourTime(hour) };
  });
  return { date, interval: 60, samples };
}

export function exerciseSummaryJson(item: OfKind<'exercise'>, handed: Handed): Json {
  const { resident, dialect } = handed;
  const json = exerciseJson(item.exercise, resident, { parts: NOTHING, dialect });
  const hyphenated = Object.entries(json).map(([key, value]) => [key.replaceAll('_', '-'), value] as const);
  return { ...Object.fromEntries(hyphenated), ...headJson(item, handed) };
}

export function exerciseZonesJson({ exercise }: OfKind<'exercise'>, resident: Resident): Json {
  return { zone: zonesJson(figuresOf(resident, exercise.workout).zones, 'documented') };
}

/** Every series, by the number of its type. */
export function exerciseSamples({ exercise }: OfKind<'exercise'>, resident: Resident): ReadonlyMap<string, Json> {
  const series = sampleListJson(exercise, resident, 'documented');
  return new Map(series.map((one) => [String(one['sample-type']), one]));
}

function headJson({ id }: Item, { resident, dialect, transactionId }: Handed): Json {
  return {
    id: wholeNumber(id),
    'transaction-id': wholeNumber(transactionId),
    'polar-user': userLink(resident.userId, dialect),
  };
}

function hourTime(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00:00.000`;
}
