// What happened to a person beyond the plan, while the simulator runs.
import type { IsoDate } from '../../calendar.ts';
import type { Workout } from './workout.ts';

/** Data that can arrive late, date by date. */
export const WITHHOLDABLE = [
  'activity',
  'heart-rate',
  'cardio-load',
  'sleep',
  'nightly-recharge',
  'sleepwise',
] as const;

export type Withholdable = (typeof WITHHOLDABLE)[number];

/** What a person can weigh or type in. */
export interface Measures {
  readonly weightKg: number;
  readonly heightCm: number;
  /** Beats per minute. */
  readonly restingHeartRate: number;
  readonly maximumHeartRate: number;
  /** Millilitres per kilogram and minute. */
  readonly vo2Max: number;
}

export interface Diary {
  /** Sessions beyond the habits of the week, in order of upload. */
  readonly workouts: Workout[];
  /** Minutes of the day that were walked although the plan has the person sitting. */
  readonly walks: Map<IsoDate, number[]>;
  /** When the watch was synchronised out of turn, and which date it brought. */
  readonly syncs: { readonly date: IsoDate; readonly at: number }[];
  readonly measures: { readonly at: number; readonly changes: Partial<Measures> }[];
  /** `kind/date` of what has not arrived yet. */
  readonly withheld: Set<string>;
}

export function createDiary(): Diary {
  return { workouts: [], walks: new Map(), syncs: [], measures: [], withheld: new Set() };
}

export function isWithheld({ withheld }: Diary, kind: Withholdable, date: IsoDate): boolean {
  return withheld.has(`${kind}/${date}`);
}
