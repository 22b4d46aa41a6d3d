// The latent plan of a day: which workouts happen, how hard they are, and the tiredness they leave.
import { type IsoDate, addDays } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { type Resident, dayNumber, hasWatch, modulo } from './resident.ts';
import type { Workout, WorkoutKind } from './workout.ts';

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

/** How much of the load of one, two and three days ago is still felt. */
const AFTERMATH = [1, 0.3, 0.15] as const;
const USUAL_DAYS = 28;
/** Below this mean load nobody is tired by habit: newcomers, and people after a break. */
const LEAST_USUAL_LOAD = 25;

/** Indexes below are those of the plan. */
const FIRST_EXTRA = 6;

/** Hours at which the first and the second workout of a day begin. */
const HOURS = [7.6, 17.4] as const;

/** The workouts of a day, those beyond the plan at the end. */
export function workoutsOn(resident: Resident, date: IsoDate): readonly Workout[] {
  const planned = plannedWorkouts(resident, date);
  const extra = resident.diary.workouts.filter((workout) => workout.date === date);
  return extra.length === 0 ? planned : [...planned, ...extra];
}

/** A session beyond the plan, told from the others by its index. */
export function extraWorkout(
  resident: Resident,
  date: IsoDate,
  slot: Pick<Workout, 'kind' | 'start' | 'milliseconds'> & { uploadedAt: number },
): Workout {
  const { intensity } = SHAPES[slot.kind];
  const index = FIRST_EXTRA + resident.diary.workouts.length;
  return { date, index, ...slot, intensity, load: loadOf(slot.milliseconds, intensity) };
}

/** The plan of a day, in order of beginning; nothing while the watch is off. */
function plannedWorkouts(resident: Resident, date: IsoDate): readonly Workout[] {
  return resident.memory.recall('plan', date, () => planOf(resident, date));
}

function planOf(resident: Resident, date: IsoDate): readonly Workout[] {
  if (!hasWatch(resident, date) || date === resident.since) return [];
  const kinds = resident.habits.week[modulo(dayNumber(date), 7)] ?? [];
  return kinds.map((kind, index) => workoutOf(resident, date, { kind, index: kinds.length === 1 ? 1 : index }));
}

/** Cardio load of a whole day as planned, two decimals: what nobody planned leaves the nights as they were. */
function plannedLoad(resident: Resident, date: IsoDate): number {
  return rounded(sumOf(plannedWorkouts(resident, date).map(({ load }) => load)));
}

/** Tiredness on the morning of `date`, three days against the last four weeks: 0 is rested, 1 usual, 2.5 the most. */
export function tiredness(resident: Resident, date: IsoDate): number {
  return resident.memory.recall('tiredness', date, () => tirednessOf(resident, date));
}

function tirednessOf(resident: Resident, date: IsoDate): number {
  const today = dayNumber(date);
  const loadBefore = (days: number): number =>
    resident.memory.recall('load', String(today - days), () => plannedLoad(resident, addDays(date, -days)));
  const loads = Array.from({ length: USUAL_DAYS }, (_, index) => loadBefore(index + 1));
  const usual = Math.max(LEAST_USUAL_LOAD, sumOf(loads) / USUAL_DAYS);
  const recent = sumOf(AFTERMATH.map((weight, index) => weight * (loads[index] ?? 0)));
  return Math.min(2.5, recent / (usual * sumOf(AFTERMATH)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
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
