// A training session as the watch summarises it.
import { type IsoDate, addDays, datesBetween } from '../../calendar.ts';
import { createRandom, hashOf } from '../random.ts';
import { endOf } from './cardio-load.ts';
import { workoutsOn } from './day-plan.ts';
import type { PersonProfile } from './person-profile.ts';
import type { Workout, WorkoutKind } from './workout.ts';

/** A session; null where the device or the sport has no value. Instants in epoch milliseconds. */
export interface Exercise {
  readonly id: string;
  readonly workout: Workout;
  readonly startedAt: number;
  readonly uploadedAt: number;
  readonly offsetMinutes: number;
  readonly sport: string;
  readonly detailedSport: string | null;
  readonly calories: number;
  readonly hasRoute: boolean;
  readonly trainingLoad: number | null;
  readonly muscleLoad: number | null;
  readonly perceivedLoad: number | null;
  readonly loadClass: string;
  readonly rpe: string;
  readonly runningIndex: number | null;
  /** Percent of the energy. */
  readonly fat: number;
  readonly carbohydrate: number;
}

interface Sport {
  readonly general: string;
  readonly detailed: string;
  readonly outdoor: boolean;
}

const SPORTS: Readonly<Record<WorkoutKind, Sport>> = {
  'easy-run': { general: 'RUNNING', detailed: 'RUNNING', outdoor: true },
  'hard-run': { general: 'RUNNING', detailed: 'ROAD_RUNNING', outdoor: true },
  'long-run': { general: 'RUNNING', detailed: 'TRAIL_RUNNING', outdoor: true },
  'indoor-cycling': { general: 'CYCLING', detailed: 'INDOOR_CYCLING', outdoor: false },
  strength: { general: 'OTHER', detailed: 'STRENGTH_TRAINING', outdoor: false },
  yoga: { general: 'OTHER', detailed: 'YOGA', outdoor: false },
  walk: { general: 'WALKING', detailed: 'WALKING', outdoor: true },
};

const EFFORTS = ['RPE_EASY', 'RPE_LIGHT', 'RPE_MODERATE', 'RPE_HARD', 'RPE_EXHAUSTING'] as const;
/** An upload can lag behind its session by up to two days. */
const UPLOAD_LAG_DAYS = 2;

/** Sessions uploaded from `from` to `to` (local dates) and not after `now`, in order of upload. */
export function exercisesUploaded(
  person: PersonProfile,
  dates: { from: IsoDate; to: IsoDate; now: number },
): Exercise[] {
  const first = addDays(dates.from, -UPLOAD_LAG_DAYS);
  const late = person.runtimeChanges.workouts.filter(({ date }) => date < first);
  const workouts = datesBetween(first, dates.to).flatMap((date) => workoutsOn(person, date));
  const exercises = [...late, ...workouts].map((workout) => exerciseOf(person, workout));
  return exercises
    .filter(({ uploadedAt }) => uploadedAt <= dates.now)
    .filter(({ uploadedAt }) => person.zone.dateOf(uploadedAt) >= dates.from)
    .sort((a, b) => a.uploadedAt - b.uploadedAt);
}

function exerciseOf(person: PersonProfile, workout: Workout): Exercise {
  return person.cache.getOrCompute('exercise', `${workout.date}/${workout.index}`, () => sessionOf(person, workout));
}

function sessionOf(person: PersonProfile, workout: Workout): Exercise {
  const { kind, date, index, intensity, load, milliseconds } = workout;
  const random = createRandom(person.seed, person.userId, date, 'exercise', index);
  const startedAt = person.zone.instant(date, workout.start);
  const lag = random.chance(0.12) ? random.integer(20, 30) * 60 : random.integer(2, 25);
  const sport = SPORTS[kind];
  const fat = Math.round(68 - 50 * intensity);
  const isRun = kind.endsWith('-run');
  const rated = random.chance(0.7);
  return {
    id: idOf(person, workout),
    workout,
    startedAt,
    uploadedAt: workout.uploadedAt ?? endOf(person, workout) + lag * 60_000 + random.integer(0, 59_999),
    offsetMinutes: person.zone.offsetMinutes(startedAt),
    sport: person.missing.detailedSport ? 'OTHER' : sport.general,
    detailedSport: person.missing.detailedSport ? null : sport.detailed,
    calories: Math.round((milliseconds / 60_000) * (2 + intensity * 12) * (person.body.weightKg / 70)),
    hasRoute: sport.outdoor && !person.missing.route,
    trainingLoad: kind === 'yoga' ? null : load,
    muscleLoad: isRun ? Math.round((milliseconds / 600) * intensity) / 10 : null,
    perceivedLoad: rated ? Math.round(load * 10 * random.between(0.8, 1.2)) / 10 : null,
    loadClass: classOf(load),
    rpe: rated ? (EFFORTS[Math.min(4, Math.floor(intensity * 5.5))] ?? 'UNKNOWN') : 'RPE_NONE',
    runningIndex: isRun ? Math.round(person.body.vo2Max + 4 + random.normal() * 2) : null,
    fat,
    carbohydrate: 100 - fat - 3,
  };
}

function classOf(load: number): string {
  if (load < 15) return 'VERY_LOW';
  if (load < 45) return 'LOW';
  if (load < 90) return 'MEDIUM';
  return load < 140 ? 'HIGH' : 'VERY_HIGH';
}

/** Eight characters, like AccessLink's hashed ids. */
function idOf(person: PersonProfile, { date, index }: Workout): string {
  const hash = hashOf(`${person.seed}/${person.userId}/${date}/${index}`);
  return `${hash.toString(36).padStart(7, '0')}${'AbCdEf'[index] ?? 'Z'}`;
}
