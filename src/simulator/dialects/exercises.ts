// Training sessions as JSON.
import type { Exercise } from '../life/exercise.ts';
import type { Resident } from '../life/resident.ts';
import { trackOf } from '../life/track.ts';
import { type HeartRateZone, type RoutePoint, figuresOf, routeOf } from '../life/track-views.ts';
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

/** Which parts were asked for. */
export interface ExerciseParts {
  readonly samples: boolean;
  readonly zones: boolean;
  readonly route: boolean;
}

interface Asked {
  readonly parts: ExerciseParts;
  readonly dialect: Dialect;
}

/** One session of `/v3/exercises`. */
export function exerciseJson(exercise: Exercise, resident: Resident, asked: Asked): Json {
  const { parts, dialect } = asked;
  const { workout } = exercise;
  const figures = figuresOf(resident, workout);
  const seconds = workout.milliseconds / 1000;
  return {
    id: exercise.id,
    upload_time: new Date(exercise.uploadedAt).toISOString(),
    polar_user: userLink(resident.userId, dialect),
    device: resident.device.name,
    device_id: resident.device.id,
    start_time: naiveTime(exercise.startedAt, exercise.offsetMinutes),
    start_time_utc_offset: exercise.offsetMinutes,
    duration: dialect === 'live' ? secondsDuration(seconds) : duration(seconds),
    calories: exercise.calories,
    ...ifKnown('distance', figures.distance),
    heart_rate: { average: figures.average, maximum: figures.maximum },
    ...ifKnown('training_load', exercise.trainingLoad),
    sport: exercise.sport,
    has_route: exercise.hasRoute,
    ...clubJson(resident.club),
    ...detailedSportJson(exercise.detailedSport, dialect),
    fat_percentage: exercise.fat,
    carbohydrate_percentage: exercise.carbohydrate,
    protein_percentage: 100 - exercise.fat - exercise.carbohydrate,
    ...ifKnown(dialect === 'live' ? 'running_index' : 'running-index', exercise.runningIndex),
    ...(parts.zones ? { heart_rate_zones: zonesJson(figures.zones, dialect) } : {}),
    ...(parts.samples ? { samples: sampleListJson(exercise, resident, dialect) } : {}),
    ...(parts.route ? { route: exercise.hasRoute ? routeJson(pointsOf(exercise, resident)) : [] } : {}),
    training_load_pro: loadJson(exercise, dialect),
  };
}

function pointsOf({ id, workout }: Exercise, resident: Resident): readonly RoutePoint[] {
  return resident.memory.recall('route', id, () => routeOf(resident, trackOf(resident, workout)));
}

function clubJson(club: Resident['club']): Json {
  return club === null ? {} : { club_id: club.id, club_name: club.name };
}

/** The live dialect says null where no sport is set. */
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
