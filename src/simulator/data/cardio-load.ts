// Cardio load of a day, compared with the last week and month.
import { type IsoDate, addDays, datesBetween, daysBetween } from '../../calendar.ts';
import { workoutsOn } from './day-plan.ts';
import { round2 } from './rounding.ts';
import { type PersonProfile, hasWatch } from './person-profile.ts';
import type { Workout } from './workout.ts';

/** One day; null where nothing could be calculated. No unit (training impulse). */
export interface CardioLoad {
  readonly date: IsoDate;
  readonly status: string;
  readonly load: number | null;
  /** Mean daily load of 7 days. */
  readonly strain: number | null;
  /** Mean daily load of 28 days. */
  readonly tolerance: number | null;
  readonly ratio: number | null;
  readonly levels: Readonly<Record<'veryLow' | 'low' | 'medium' | 'high' | 'veryHigh', number>> | null;
}

interface Span {
  readonly from: IsoDate;
  /** Included. */
  readonly to: IsoDate;
  /** Epoch milliseconds. */
  readonly now: number;
}

const NOT_AVAILABLE = 'LOAD_STATUS_NOT_AVAILABLE';
const STRAIN_DAYS = 7;
const TOLERANCE_DAYS = 28;
const LEVEL_DAYS = 90;

/** The load of every date from `from` to `to`; only workouts that ended by `now` count. */
export function cardioLoads(person: PersonProfile, { from, to, now }: Span): readonly CardioLoad[] {
  const first = addDays(from, -LEVEL_DAYS);
  const loads = datesBetween(first, to).map((date) => finishedLoad(person, date, now));
  return datesBetween(from, to).map((date, index) => dayOf(person, date, loads.slice(0, LEVEL_DAYS + index + 1)));
}

/** The entry of a day without data. */
export function noLoad(date: IsoDate): CardioLoad {
  return { date, status: NOT_AVAILABLE, load: null, strain: null, tolerance: null, ratio: null, levels: null };
}

/** Whether a day has data. */
export function isMeasured(load: CardioLoad): boolean {
  return load.load !== null;
}

/** The instant at which a workout ended. */
export function finishOf(person: PersonProfile, workout: Workout): number {
  return person.zone.instant(workout.date, workout.start) + workout.milliseconds;
}

function finishedLoad(person: PersonProfile, date: IsoDate, now: number): number {
  const finished = workoutsOn(person, date).filter((workout) => finishOf(person, workout) <= now);
  return finished.reduce((sum, workout) => sum + workout.load, 0);
}

function dayOf(person: PersonProfile, date: IsoDate, loads: readonly number[]): CardioLoad {
  const empty = noLoad(date);
  if (!hasWatch(person, date)) return empty;
  const load = round2(loads.at(-1) ?? 0);
  const age = daysBetween(person.since, date);
  if (age < STRAIN_DAYS) return { ...empty, load };
  const strain = round2(mean(loads.slice(-STRAIN_DAYS)));
  const tolerance = round2(mean(loads.slice(-TOLERANCE_DAYS)));
  if (age < TOLERANCE_DAYS || tolerance === 0) return { ...empty, load, strain };
  const ratio = round2(strain / tolerance);
  return { date, status: statusOf(ratio), load, strain, tolerance, ratio, levels: levelsOf(loads) };
}

function statusOf(ratio: number): string {
  if (ratio < 0.8) return 'DETRAINING';
  if (ratio < 1) return 'MAINTAINING';
  if (ratio < 1.3) return 'PRODUCTIVE';
  return 'OVERREACHING';
}

function levelsOf(loads: readonly number[]): CardioLoad['levels'] {
  const usual = mean(loads.slice(-LEVEL_DAYS).filter((load) => load > 0));
  const level = (share: number): number => round2(usual * share);
  return { veryLow: level(0.3), low: level(0.6), medium: level(1), high: level(1.5), veryHigh: level(2.2) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
