// Training sessions as JSON.
import type { Exercise } from '../data/exercise.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { trackOf } from '../data/track.ts';
import { type HeartRateZone, type RoutePoint, trackSummaryOf, routeOf } from '../data/track-summary.ts';
import { sampleListJson } from './exercise-samples.ts';
import {
  type Dialect,
  type Json,
  duration,
  ifKnown,
  naiveTime,
  orPlaceholder,
  secondsDuration,
  userLink,
} from './spelling.ts';

/** Which parts are requested. */
export interface ExerciseParts {
  readonly samples: boolean;
  readonly zones: boolean;
  readonly route: boolean;
}

interface ExerciseOptions {
  readonly parts: ExerciseParts;
  readonly dialect: Dialect;
}

/** One session of `/v3/exercises`. */
export function exerciseJson(exercise: Exercise, person: PersonProfile, options: ExerciseOptions): Json {
  const { parts, dialect } = options;
  const { workout } = exercise;
  const trackSummary = trackSummaryOf(person, workout);
  const seconds = workout.milliseconds / 1000;
  return {
    id: exercise.id,
    upload_time: new Date(exercise.uploadedAt).toISOString(),
    polar_user: userLink(person.userId, dialect),
    device: person.device.name,
    device_id: person.device.id,
    start_time: naiveTime(exercise.startedAt, exercise.offsetMinutes),
    start_time_utc_offset: exercise.offsetMinutes,
    duration: dialect === 'live' ? secondsDuration(seconds) : duration(seconds),
    calories: exercise.calories,
    ...ifKnown('distance', trackSummary.distance),
    heart_rate: { average: trackSummary.average, maximum: trackSummary.maximum },
    ...ifKnown('training_load', exercise.trainingLoad),
    sport: exercise.sport,
    has_route: exercise.hasRoute,
    ...clubJson(person.club),
    ...detailedSportJson(exercise.detailedSport, dialect),
    fat_percentage: exercise.fat,
    carbohydrate_percentage: exercise.carbohydrate,
    protein_percentage: 100 - exercise.fat - exercise.carbohydrate,
    ...ifKnown(dialect === 'live' ? 'running_index' : 'running-index', exercise.runningIndex),
    ...(parts.zones ? { heart_rate_zones: zonesJson(trackSummary.zones, dialect) } : {}),
    ...(parts.samples ? { samples: sampleListJson(exercise, person, dialect) } : {}),
    ...(parts.route ? { route: exercise.hasRoute ? routeJson(pointsOf(exercise, person)) : [] } : {}),
    training_load_pro: loadJson(exercise, dialect),
  };
}

function pointsOf({ id, workout }: Exercise, person: PersonProfile): readonly RoutePoint[] {
  return person.cache.getOrCompute('route', id, () => routeOf(person, trackOf(person, workout)));
}

function clubJson(club: PersonProfile['club']): Json {
  return club === null ? {} : { club_id: club.id, club_name: club.name };
}

/** In the live dialect null where no sport is set. */
function detailedSportJson(code: string | null, dialect: Dialect): Json {
  return code === null && dialect === 'documented' ? {} : { detailed_sport_info: code };
}

/** Counted from 1 where documented, from 0 in the live dialect. */
export function zonesJson(zones: readonly HeartRateZone[], dialect: Dialect): readonly Json[] {
  return zones.map(({ lower, upper, seconds }, index) =>
    dialect === 'live'
      ? { index, lower_limit: lower, upper_limit: upper, in_zone: duration(seconds) }
      : { index: index + 1, 'lower-limit': lower, 'upper-limit': upper, 'in-zone': duration(seconds) },
  );
}

function routeJson(points: readonly RoutePoint[]): readonly Json[] {
  return points.map(({ at, ...point }) => ({
    latitude: point.latitude,
    longitude: point.longitude,
    time: secondsDuration(at),
    satellites: point.satellites,
    fix: point.fix,
  }));
}

/** The hyphens are the same in both dialects; only the documented one has a date, only the live one -1. */
function loadJson(exercise: Exercise, dialect: Dialect): Json {
  const orMinusOne = (key: string, value: number | null): Json =>
    orPlaceholder(key, value, { dialect, placeholder: -1 });
  const classOf = (value: number | null): string => (value === null ? 'NOT_AVAILABLE' : exercise.loadClass);
  return {
    ...(dialect === 'documented' ? { date: exercise.workout.date } : {}),
    'cardio-load': exercise.workout.load,
    ...orMinusOne('muscle-load', exercise.muscleLoad),
    ...orMinusOne('perceived-load', exercise.perceivedLoad),
    'cardio-load-interpretation': exercise.loadClass,
    'muscle-load-interpretation': classOf(exercise.muscleLoad),
    'perceived-load-interpretation': classOf(exercise.perceivedLoad),
    'user-rpe': exercise.rpe,
  };
}
