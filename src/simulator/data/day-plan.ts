// The plan of a day: its workouts, their intensity, and the tiredness after them.
import { type IsoDate, addDays } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { round2 } from './rounding.ts';
import { type PersonProfile, dayNumber, hasWatch, modulo } from './person-profile.ts';
import type { Workout, WorkoutKind } from './workout.ts';

interface WorkoutShape {
  readonly minutes: number;
  readonly intensity: number;
}

const SHAPES: Readonly<Record<WorkoutKind, WorkoutShape>> = {
  'easy-run': { minutes: 42, intensity: 0.62 },
  'hard-run': { minutes: 52, intensity: 0.82 },
  'long-run': { minutes: 88, intensity: 0.72 },
  'indoor-cycling': { minutes: 48, intensity: 0.66 },
  strength: { minutes: 50, intensity: 0.42 },
  yoga: { minutes: 35, intensity: 0.2 },
  walk: { minutes: 55, intensity: 0.33 },
};

/** Load factors: three weeks of increase and one of recovery. */
const CYCLE = [0.9, 1.05, 1.2, 0.6] as const;

/** How much the load of one, two and three days ago counts. */
const FATIGUE_WEIGHTS = [1, 0.3, 0.15] as const;
const USUAL_DAYS = 28;
/** The usual load is at least this, so that new users and people after a break are not too tired. */
const LEAST_USUAL_LOAD = 25;

/** Indexes below this are those of planned workouts. */
const FIRST_EXTRA = 6;

/** Hours at which the first and the second workout of a day start. */
const HOURS = [7.6, 17.4] as const;

/** The workouts of a day: planned ones, then added ones. */
export function workoutsOn(person: PersonProfile, date: IsoDate): readonly Workout[] {
  const planned = plannedWorkouts(person, date);
  const extra = person.runtimeChanges.workouts.filter((workout) => workout.date === date);
  return extra.length === 0 ? planned : [...planned, ...extra];
}

/** An added workout, with an index that no other one has. */
export function extraWorkout(
  person: PersonProfile,
  date: IsoDate,
  slot: Pick<Workout, 'kind' | 'start' | 'milliseconds'> & { uploadedAt: number },
): Workout {
  const { intensity } = SHAPES[slot.kind];
  const index = FIRST_EXTRA + person.runtimeChanges.workouts.length;
  return { date, index, ...slot, intensity, load: loadOf(slot.milliseconds, intensity) };
}

/** The planned workouts, in order of their start; none while the watch is not worn. */
function plannedWorkouts(person: PersonProfile, date: IsoDate): readonly Workout[] {
  return person.cache.getOrCompute('plan', date, () => planOf(person, date));
}

function planOf(person: PersonProfile, date: IsoDate): readonly Workout[] {
  if (!hasWatch(person, date) || date === person.since) return [];
  const kinds = person.habits.week[modulo(dayNumber(date), 7)] ?? [];
  return kinds.map((kind, index) => workoutOf(person, date, { kind, index: kinds.length === 1 ? 1 : index }));
}

/** Planned cardio load of a day, two decimals. Added workouts do not count, so that they change no night. */
function plannedLoad(person: PersonProfile, date: IsoDate): number {
  return round2(sumOf(plannedWorkouts(person, date).map(({ load }) => load)));
}

/** Tiredness on the morning of `date`, three days against the last four weeks: 0 is rested, 1 usual, 2.5 the maximum. */
export function tiredness(person: PersonProfile, date: IsoDate): number {
  return person.cache.getOrCompute('tiredness', date, () => tirednessOf(person, date));
}

function tirednessOf(person: PersonProfile, date: IsoDate): number {
  const today = dayNumber(date);
  const loadBefore = (days: number): number =>
    person.cache.getOrCompute('load', String(today - days), () => plannedLoad(person, addDays(date, -days)));
  const loads = Array.from({ length: USUAL_DAYS }, (_, index) => loadBefore(index + 1));
  const usual = Math.max(LEAST_USUAL_LOAD, sumOf(loads) / USUAL_DAYS);
  const recent = sumOf(FATIGUE_WEIGHTS.map((weight, index) => weight * (loads[index] ?? 0)));
  return Math.min(2.5, recent / (usual * sumOf(FATIGUE_WEIGHTS)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function workoutOf(person: PersonProfile, date: IsoDate, slot: { kind: WorkoutKind; index: number }): Workout {
  const random = createRandom(person.seed, person.userId, date, 'workout', slot.index);
  const shape = SHAPES[slot.kind];
  const cycle = CYCLE[modulo(Math.floor(dayNumber(date) / 7), CYCLE.length)] ?? 1;
  const milliseconds = Math.round(shape.minutes * 60_000 * cycle * random.between(0.88, 1.12));
  const intensity = shape.intensity + random.normal() * 0.02;
  const start = Math.round(((HOURS[slot.index] ?? 12) + random.between(0, 0.8)) * 3600);
  return { date, ...slot, start, milliseconds, intensity, load: loadOf(milliseconds, intensity) };
}

/** Banister's training impulse: minutes, weighted exponentially by intensity. */
function loadOf(milliseconds: number, intensity: number): number {
  return round2((milliseconds / 60_000) * intensity * 0.64 * Math.exp(1.92 * intensity));
}
