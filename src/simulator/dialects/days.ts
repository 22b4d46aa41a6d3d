// Daily activity, continuous heart rate and cardio load as JSON.
import type { Activity } from '../data/activity.ts';
import type { CardioLoad } from '../data/cardio-load.ts';
import type { HeartRateDay } from '../data/heart-rate.ts';
import { type Dialect, type Json, clockTime, duration, orPlaceholder, userLink, wallTime } from './spelling.ts';

/** Which samples are requested. */
export interface ActivityParts {
  readonly steps: boolean;
  readonly zones: boolean;
  readonly stamps: boolean;
}

export const EVERY_PART: ActivityParts = { steps: true, zones: true, stamps: true };

const STEP_INTERVAL_MS = 60_000;

/** One day of `/v3/users/activities`; `samples` only when a part of them is requested. */
export function activityJson(activity: Activity, parts: ActivityParts, dialect: Dialect): Json {
  const { date } = activity;
  const isSampled = parts.steps || parts.zones || parts.stamps;
  return {
    start_time: wallTime(date, activity.start, dialect),
    end_time: wallTime(date, activity.end, dialect),
    active_duration: duration(activity.activeSeconds),
    inactive_duration: duration(activity.inactiveSeconds),
    daily_activity: activity.goalPercent,
    calories: activity.calories,
    active_calories: activity.activeCalories,
    steps: activity.steps,
    inactivity_alert_count: activity.inactivityStamps.length,
    distance_from_steps: activity.distanceMeters,
    ...(isSampled ? { samples: activitySamplesJson(activity, parts, dialect) } : {}),
  };
}

/** One day of `/v3/users/activities/samples`. The live dialect wraps the stamps once more. */
export function activitySamplesJson(activity: Activity, parts: ActivityParts, dialect: Dialect): Json {
  const { date } = activity;
  const time = (second: number): string => wallTime(date, second, dialect);
  const steps = {
    interval_ms: STEP_INTERVAL_MS,
    total_steps: activity.steps,
    samples: activity.stepSamples.map((sample) => ({ steps: sample.steps, timestamp: time(sample.at) })),
  };
  const zones = { samples: activity.zoneSamples.map(({ at, zone }) => ({ zone, timestamp: time(at) })) };
  const stamps = activity.inactivityStamps.map((second) => ({ stamp: time(second) }));
  return {
    date,
    ...(parts.steps ? { steps } : {}),
    ...(parts.zones ? { activity_zones: zones } : {}),
    ...(parts.stamps ? { inactivity_stamps: dialect === 'live' ? { samples: stamps } : stamps } : {}),
  };
}

/** One day of `/v3/users/continuous-heart-rate`. */
export function heartRateJson(day: HeartRateDay, userId: string, dialect: Dialect): Json {
  return {
    polar_user: userLink(userId, dialect, 'polaraccesslink.com'),
    date: day.date,
    heart_rate_samples: day.samples.map(({ at, rate }) => ({ heart_rate: rate, sample_time: clockTime(at) })),
  };
}

/** One day of `/v3/users/cardio-load`. What could not be calculated is -1, and the levels `{}`, in the live dialect. */
export function cardioLoadJson(day: CardioLoad, dialect: Dialect): Json {
  const orMinusOne = (key: string, value: number | null): Json =>
    orPlaceholder(key, value, { dialect, placeholder: -1 });
  return {
    date: day.date,
    cardio_load_status: day.status,
    ...orMinusOne('cardio_load', day.load),
    ...orMinusOne('strain', day.strain),
    ...orMinusOne('tolerance', day.tolerance),
    ...orMinusOne('cardio_load_ratio', day.ratio),
    ...levelsJson(day.levels, dialect),
  };
}

function levelsJson(levels: CardioLoad['levels'], dialect: Dialect): Json {
  if (levels === null) return dialect === 'live' ? { cardio_load_level: {} } : {};
  const { veryLow, low, medium, high, veryHigh } = levels;
  const highest = dialect === 'live' ? 'very_high' : 'very-high';
  return { cardio_load_level: { very_low: veryLow, low, medium, high, [highest]: veryHigh } };
}
