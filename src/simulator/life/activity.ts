// The daily activity that the watch reports: totals, and the samples they are sums of.
import type { IsoDate } from '../../calendar.ts';
import { workoutsOn } from './day-plan.ts';
import { type ActivityZone, type Minute, minutesOf } from './minutes.ts';
import { type Resident, hasWatch } from './resident.ts';
import type { Workout } from './workout.ts';

/** One day by the wall clock; times are seconds from midnight, `end` is the last recorded second. */
export interface Activity {
  readonly date: IsoDate;
  readonly start: number;
  readonly end: number;
  readonly activeSeconds: number;
  readonly inactiveSeconds: number;
  /** Share of the day's goal, percent. */
  readonly goalPercent: number;
  readonly calories: number;
  readonly activeCalories: number;
  readonly steps: number;
  readonly distanceMeters: number;
  /** Minutes with steps. */
  readonly stepSamples: readonly { readonly at: number; readonly steps: number }[];
  /** Each zone holds until the next. */
  readonly zoneSamples: readonly { readonly at: number; readonly zone: ActivityZone }[];
  readonly inactivityStamps: readonly number[];
}

/** Recording of the very first day begins when the watch is paired. */
const PAIRED_AT_MINUTE = 14 * 60 + 23;
const STRIDE_METERS = 0.74;
const SITTING_MINUTES = 55;

/** Kilocalories above the basal rate, per minute and 70 kg. */
const EFFORT: Readonly<Record<ActivityZone, number>> = {
  SLEEP: 0,
  SEDENTARY: 0.35,
  LIGHT: 1.8,
  MODERATE: 4.1,
  VIGOROUS: 10.2,
  NON_WEAR: 0,
};

/** The activity of a date up to `now` (epoch milliseconds); null when there is none, or not yet. */
export function activityOf(resident: Resident, date: IsoDate, now: number): Activity | null {
  if (!hasWatch(resident, date)) return null;
  const first = date === resident.since ? PAIRED_AT_MINUTE : 0;
  const last = Math.min(1440, Math.floor(resident.zone.wallSeconds(date, now) / 60));
  if (last <= first) return null;
  const minutes = minutesOf(resident, date).slice(first, last);
  const activeCalories = Math.round((sumOf(minutes, ({ zone }) => EFFORT[zone]) * resident.body.weightKg) / 70);
  const steps = sumOf(minutes, (minute) => minute.steps);
  return {
    date,
    start: first * 60,
    end: last * 60 - 1,
    activeSeconds: secondsIn(minutes, ['LIGHT', 'MODERATE', 'VIGOROUS']),
    inactiveSeconds: secondsIn(minutes, ['SLEEP', 'SEDENTARY']),
    goalPercent: Math.round(activeCalories / 0.75) / 10,
    calories: activeCalories + Math.round((basalPerDay(resident) * minutes.length) / 1440),
    activeCalories,
    steps,
    distanceMeters: Math.round(steps * STRIDE_METERS * 100) / 100,
    stepSamples: minutes.flatMap((minute, index) =>
      minute.steps > 0 ? [{ at: (first + index) * 60, steps: minute.steps }] : [],
    ),
    zoneSamples: changesOf(minutes, first),
    inactivityStamps: stampsOf(minutes, first),
  };
}

/** Whether a workout covers a second of its day. */
export function isTraining(resident: Resident, date: IsoDate, second: number): boolean {
  const covers = ({ start, milliseconds }: Workout): boolean => start <= second && second < start + milliseconds / 1000;
  return workoutsOn(resident, date).some(covers);
}

/** Mifflin and St Jeor, kilocalories at rest in 24 hours. */
function basalPerDay(resident: Resident): number {
  const { weightKg, heightCm, gender } = resident.body;
  return 10 * weightKg + 6.25 * heightCm - 5 * 38 + (gender === 'MALE' ? 5 : -161);
}

function changesOf(minutes: readonly Minute[], first: number): Activity['zoneSamples'] {
  return minutes.flatMap(({ zone }, index) =>
    zone === minutes[index - 1]?.zone ? [] : [{ at: (first + index) * 60, zone }],
  );
}

/** A stamp for every 55 minutes of sitting without a break. */
function stampsOf(minutes: readonly Minute[], first: number): readonly number[] {
  let sitting = 0;
  return minutes.flatMap(({ zone }, index) => {
    sitting = zone === 'SEDENTARY' ? sitting + 1 : 0;
    if (sitting < SITTING_MINUTES) return [];
    sitting = 0;
    return [(first + index) * 60];
  });
}

function secondsIn(minutes: readonly Minute[], zones: readonly ActivityZone[]): number {
  return sumOf(minutes, ({ zone }) => (zones.includes(zone) ? 60 : 0));
}

function sumOf(minutes: readonly Minute[], value: (minute: Minute) => number): number {
  return minutes.reduce((sum, minute) => sum + value(minute), 0);
}
