// The transactional resources as JSON; they have hyphens throughout, in both dialects.
import type { Activity } from '../data/activity.ts';
import type { ActivityZone } from '../data/minutes.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { trackSummaryOf } from '../data/track-summary.ts';
import type { TransactionItem } from '../transactions/items.ts';
import { sampleListJson } from './exercise-samples.ts';
import { exerciseJson, zonesJson } from './exercises.ts';
import { type Dialect, type Json, duration, userLink, wholeNumber } from './spelling.ts';

/** Whose item is serialized, how, and in which transaction. */
export interface ItemContext {
  readonly person: PersonProfile;
  readonly dialect: Dialect;
  readonly transactionId: string;
}

type OfKind<ItemKind> = Extract<TransactionItem, { kind: ItemKind }>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const HOUR_SECONDS = 3600;
/** The index of a zone is its number in the API. */
const ZONES: readonly ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];
const NO_PARTS = { samples: false, zones: false, route: false };

export function physicalInformationJson(item: OfKind<'physical-information'>, context: ItemContext): Json {
  const { body } = item;
  return {
    ...headJson(item, context),
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

export function activitySummaryJson(item: OfKind<'activity'>, context: ItemContext): Json {
  const { activity } = item;
  return {
    ...headJson(item, context),
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
  const spans = zoneSamples.map(({ at, zone }, index) => ({ zone, at, to: zoneSamples[index + 1]?.at ?? end + 1 }));
  const samples = HOURS.map((hour) => {
    const [from, to] = [hour * HOUR_SECONDS, (hour + 1) * HOUR_SECONDS];
    const zones = ZONES.flatMap((zone, index) => {
      const own = spans.filter((span) => span.zone === zone);
      const seconds = own.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.at)), 0);
      return seconds > 0 ? [{ index, inzone: duration(seconds) }] : [];
    });
    return { 'activity-zones': zones.length > 0 ? zones : null, time: hourTime(hour) };
  });
  return { date, interval: 60, samples };
}

export function exerciseSummaryJson(item: OfKind<'exercise'>, context: ItemContext): Json {
  const { person, dialect } = context;
  const json = exerciseJson(item.exercise, person, { parts: NO_PARTS, dialect });
  const hyphenated = Object.entries(json).map(([key, value]) => [key.replaceAll('_', '-'), value] as const);
  return { ...Object.fromEntries(hyphenated), ...headJson(item, context) };
}

export function exerciseZonesJson({ exercise }: OfKind<'exercise'>, person: PersonProfile): Json {
  return { zone: zonesJson(trackSummaryOf(person, exercise.workout).zones, 'documented') };
}

/** Every series, by the number of its type. */
export function exerciseSamples({ exercise }: OfKind<'exercise'>, person: PersonProfile): ReadonlyMap<string, Json> {
  const series = sampleListJson(exercise, person, 'documented');
  return new Map(series.map((one) => [String(one['sample-type']), one]));
}

function headJson({ id }: TransactionItem, { person, dialect, transactionId }: ItemContext): Json {
  return {
    id: wholeNumber(id),
    'transaction-id': wholeNumber(transactionId),
    'polar-user': userLink(person.userId, dialect),
  };
}

function hourTime(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00:00.000`;
}
