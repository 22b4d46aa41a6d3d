// The daily activity that the watch reports: totals, and the samples they are sums of.
import type { IsoDate } from '../../calendar.ts';
import { workoutsOn } from './day-plan.ts';
import { round2 } from './rounding.ts';
import { type ActivityZone, type Minute, minutesOf } from './minutes.ts';
import { type PersonProfile, hasWatch } from './person-profile.ts';
import type { Workout } from './workout.ts';

/** One day in local time; times are seconds from midnight, `end` is the last recorded second. */
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
  /** Each zone lasts until the next. */
  readonly zoneSamples: readonly { readonly at: number; readonly zone: ActivityZone }[];
  readonly inactivityStamps: readonly number[];
}

/** The recording of the first day starts when the watch is paired. */
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
export function activityOf(person: PersonProfile, date: IsoDate, now: number): Activity | null {
  if (!hasWatch(person, date)) return null;
  const first = date === person.since ? PAIRED_AT_MINUTE : 0;
  const last = Math.min(1440, Math.floor(person.zone.wallSeconds(date, now) / 60));
  if (last <= first) return null;
  const summarise = (): Activity => summaryOf(person, date, { first, last });
  return last === 1440 ? person.cache.getOrCompute('activity', date, summarise) : summarise();
}

function summaryOf(person: PersonProfile, date: IsoDate, { first, last }: { first: number; last: number }): Activity {
  const minutes = minutesOf(person, date).slice(first, last);
  const { effort, steps, active, inactive } = totalsOf(minutes);
  const activeCalories = Math.round((effort * person.body.weightKg) / 70);
  return {
    date,
    start: first * 60,
    end: last * 60 - 1,
    activeSeconds: active * 60,
    inactiveSeconds: inactive * 60,
    goalPercent: Math.round(activeCalories / 0.75) / 10,
    calories: activeCalories + Math.round((basalPerDay(person) * minutes.length) / 1440),
    activeCalories,
    steps,
    distanceMeters: round2(steps * STRIDE_METERS),
    ...samplesOf(minutes, first),
  };
}

/** Whether a workout covers a second of its day. */
export function isTraining(person: PersonProfile, date: IsoDate, second: number): boolean {
  const covers = ({ start, milliseconds }: Workout): boolean => start <= second && second < start + milliseconds / 1000;
  return workoutsOn(person, date).some(covers);
}

/** Mifflin and St Jeor, kilocalories at rest in 24 hours. */
function basalPerDay(person: PersonProfile): number {
  const { weightKg, heightCm, gender } = person.body;
  return 10 * weightKg + 6.25 * heightCm - 5 * 38 + (gender === 'MALE' ? 5 : -161);
}

/** Effort and steps of all minutes, and how many were active and inactive. */
function totalsOf(minutes: readonly Minute[]): { effort: number; steps: number; active: number; inactive: number } {
  const totals = { effort: 0, steps: 0, active: 0, inactive: 0 };
  for (const { zone, steps } of minutes) {
    totals.effort += EFFORT[zone];
    totals.steps += steps;
    if (zone === 'SLEEP' || zone === 'SEDENTARY') totals.inactive += 1;
    else if (zone !== 'NON_WEAR') totals.active += 1;
  }
  return totals;
}

type Samples = Pick<Activity, 'stepSamples' | 'zoneSamples' | 'inactivityStamps'>;

/** Minutes with steps, changes of the zone, and a stamp for every 55 minutes of sitting without a break. */
function samplesOf(minutes: readonly Minute[], first: number): Samples {
  const stepSamples: { at: number; steps: number }[] = [];
  const zoneSamples: { at: number; zone: ActivityZone }[] = [];
  const inactivityStamps: number[] = [];
  let at = first * 60;
  let sitting = 0;
  for (const { zone, steps } of minutes) {
    if (steps > 0) stepSamples.push({ at, steps });
    if (zone !== zoneSamples.at(-1)?.zone) zoneSamples.push({ at, zone });
    sitting = zone === 'SEDENTARY' ? (sitting % SITTING_MINUTES) + 1 : 0;
    if (sitting === SITTING_MINUTES) inactivityStamps.push(at);
    at += 60;
  }
  return { stepSamples, zoneSamples, inactivityStamps };
}
