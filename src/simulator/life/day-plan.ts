// The latent plan of a day: which workouts happen, how hard they are, and the tiredness they leave.
import { type IsoDate, addDays } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { type Resident, type WorkoutKind, dayNumber, hasWatch, modulo } from './resident.ts';

export interface Workout {
  readonly date: IsoDate;
  readonly index: number;
  readonly kind: WorkoutKind;
  /** Seconds from local midnight. */
  readonly start: number;
  /** Length in milliseconds. */
  readonly milliseconds: number;
  /** Mean share of the heart rate reserve, 0 to 1. */
  readonly intensity: number;
  /** Cardio load (training impulse, no unit), two decimals. */
  readonly load: number;
}

interface Shape {
  readonly minutes: number;
  readonly intensity: number;
}

const SHAPES: Readonly<Record<WorkoutKind, Shape>> = {
  'easy-run': { minutes: 42, intensity: 0.62 },
  'hard-run': { minutes: 52, intensity: 0.82 },
  'long-run': { minutes: 88, intensity: 0.72 },
  'indoor-cycling': { minutes: 48, intensity: 0.66 },
  strength: { minutes: 50, intensity: 0.42 },
  yoga: { minutes: 35, intensity: 0.2 },
  walk: { minutes: 55, intensity: 0.33 },
};

/** Three weeks of building up and one of recovery. */
const CYCLE = [0.9, 1.05, 1.2, 0.6] as const;

/** Hours at which the first and the second workout of a day begin. */
const HOURS = [7.6, 17.4] as const;

/** The workouts of a day, in order of their beginning; none while the watch is off. */
export function workoutsOn(resident: Resident, date: IsoDate): readonly Workout[] {
  if (!hasWatch(resident, date) || date === resident.since) return [];
  const kinds = resident.habits.week[modulo(dayNumber(date), 7)] ?? [];
  return kinds.map((kind, index) => workoutOf(resident, date, { kind, index: kinds.length === 1 ? 1 : index }));
}

/** Cardio load of a whole day as planned, two decimals. */
export function plannedLoad(resident: Resident, date: IsoDate): number {
  return rounded(workoutsOn(resident, date).reduce((sum, workout) => sum + workout.load, 0));
}

/** Tiredness on the morning of `date` from the three days before: 0 is rested, about 1 follows a hard day. */
export function tiredness(resident: Resident, date: IsoDate): number {
  const weights = [1, 0.35, 0.15];
  const weighted = weights.map((weight, index) => weight * plannedLoad(resident, addDays(date, -index - 1)));
  return weighted.reduce((sum, load) => sum + load, 0) / 130;
}

function workoutOf(resident: Resident, date: IsoDate, slot: { kind: WorkoutKind; index: number }): Workout {
  const random = createRandom(resident.seed, resident.userId, date, 'workout', slot.index);
  const shape = SHAPES[slot.kind];
  const cycle = CYCLE[modulo(Math.floor(dayNumber(date) / 7), CYCLE.length)] ?? 1;
  const milliseconds = Math.round(shape.minutes * 60_000 * cycle * random.between(0.88, 1.12));
  const intensity = shape.intensity + random.bell() * 0.02;
  const start = Math.round(((HOURS[slot.index] ?? 12) + random.between(0, 0.8)) * 3600);
  return { date, ...slot, start, milliseconds, intensity, load: loadOf(milliseconds, intensity) };
}

/** Banister's training impulse: minutes, weighted exponentially by intensity. */
function loadOf(milliseconds: number, intensity: number): number {
  return rounded((milliseconds / 60_000) * intensity * 0.64 * Math.exp(1.92 * intensity));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
