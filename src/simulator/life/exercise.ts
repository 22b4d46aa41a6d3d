// A training session as the watch summarises it.
import { type IsoDate, addDays, datesBetween } from '../../calendar.ts';
import { createRandom, hashOf } from '../random.ts';
import { endOf } from './cardio-load.ts';
import { workoutsOn } from './day-plan.ts';
import type { Resident } from './resident.ts';
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
  readonly coarse: string;
  readonly detailed: string;
  readonly outdoor: boolean;
}

const SPORTS: Readonly<Record<WorkoutKind, Sport>> = {
  'easy-run': { coarse: 'RUNNING', detailed: 'RUNNING', outdoor: true },
  'hard-run': { coarse: 'RUNNING', detailed: 'ROAD_RUNNING', outdoor: true },
  'long-run': { coarse: 'RUNNING', detailed: 'TRAIL_RUNNING', outdoor: true },
  'indoor-cycling': { coarse: 'CYCLING', detailed: 'INDOOR_CYCLING', outdoor: false },
  strength: { coarse: 'OTHER', detailed: 'STRENGTH_TRAINING', outdoor: false },
  yoga: { coarse: 'OTHER', detailed: 'YOGA', outdoor: false },
  walk: { coarse: 'WALKING', detailed: 'WALKING', outdoor: true },
};

const EFFORTS = ['RPE_EASY', 'RPE_LIGHT', 'RPE_MODERATE', 'RPE_HARD', 'RPE_EXHAUSTING'] as const;
/** An upload can lag behind its session by up to two days. */
const UPLOAD_LAG_DAYS = 2;

/** Sessions uploaded from `from` to `to` (local dates) and not after `now`, in order of upload. */
export function exercisesUploaded(resident: Resident, dates: { from: IsoDate; to: IsoDate; now: number }): Exercise[] {
  const first = addDays(dates.from, -UPLOAD_LAG_DAYS);
  const late = resident.diary.workouts.filter(({ date }) => date < first);
  const workouts = datesBetween(first, dates.to).flatMap((date) => workoutsOn(resident, date));
  const exercises = [...late, ...workouts].map((workout) => exerciseOf(resident, workout));
  return exercises
    .filter(({ uploadedAt }) => uploadedAt <= dates.now)
    .filter(({ uploadedAt }) => resident.zone.dateOf(uploadedAt) >= dates.from)
    .sort((a, b) => a.uploadedAt - b.uploadedAt);
}

function exerciseOf(resident: Resident, workout: Workout): Exercise {
  return resident.memory.recall('exercise', `${workout.date}/${workout.index}`, () => sessionOf(resident, workout));
}

function sessionOf(resident: Resident, workout: Workout): Exercise {
  const { kind, date, index, intensity, load, milliseconds } = workout;
  const random = createRandom(resident.seed, resident.userId, date, 'exercise', index);
  const startedAt = resident.zone.instant(date, workout.start);
  const lag = random.isLucky(0.12) ? random.whole(20, 30) * 60 : random.whole(2, 25);
  const sport = SPORTS[kind];
  const fat = Math.round(68 - 50 * intensity);
  const isRun = kind.endsWith('-run');
  const rated = random.isLucky(0.7);
  return {
    id: idOf(resident, workout),
    workout,
    startedAt,
    uploadedAt: workout.uploadedAt ?? endOf(resident, workout) + lag * 60_000 + random.whole(0, 59_999),
    offsetMinutes: resident.zone.offsetMinutes(startedAt),
    sport: resident.missing.detailedSport ? 'OTHER' : sport.coarse,
    detailedSport: resident.missing.detailedSport ? null : sport.detailed,
    calories: Math.round((milliseconds / 60_000) * (2 + intensity * 12) * (resident.body.weightKg / 70)),
    hasRoute: sport.outdoor && !resident.missing.route,
    trainingLoad: kind === 'yoga' ? null : load,
    muscleLoad: isRun ? Math.round((milliseconds / 600) * intensity) / 10 : null,
    perceivedLoad: rated ? Math.round(load * 10 * random.between(0.8, 1.2)) / 10 : null,
    loadClass: classOf(load),
    rpe: rated ? (EFFORTS[Math.min(4, Math.floor(intensity * 5.5))] ?? 'UNKNOWN') : 'RPE_NONE',
    runningIndex: isRun ? Math.round(resident.body.vo2Max + 4 + random.bell() * 2) : null,
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

/** Eight characters, as opaque as AccessLink's own. */
function idOf(resident: Resident, { date, index }: Workout): string {
  const hash = hashOf(`${resident.seed}/${resident.userId}/${date}/${index}`);
  return `${hash.toString(36).padStart(7, '0')}${'AbCdEf'[index] ?? 'Z'}`;
}
