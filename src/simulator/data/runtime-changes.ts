// Changes of a person's data while the simulator runs.
import type { IsoDate } from '../../calendar.ts';
import type { Workout } from './workout.ts';

/** The kinds of data that can be withheld, date by date. */
export const WITHHOLDABLE = [
  'activity',
  'heart-rate',
  'cardio-load',
  'sleep',
  'nightly-recharge',
  'sleepwise',
] as const;

/** A kind of data that can be withheld. */
export type Withholdable = (typeof WITHHOLDABLE)[number];

/** What a person can measure or enter. */
export interface BodyMeasures {
  readonly weightKg: number;
  readonly heightCm: number;
  /** Beats per minute. */
  readonly restingHeartRate: number;
  readonly maximumHeartRate: number;
  /** Millilitres per kilogram and minute. */
  readonly vo2Max: number;
}

/** All changes of one person's data. */
export interface RuntimeChanges {
  /** Added workouts, in order of upload. */
  readonly workouts: Workout[];
  /** Minutes of a day that were changed from sitting to a walk. */
  readonly walks: Map<IsoDate, number[]>;
  /** Additional synchronisations: their time, and the date that they uploaded. */
  readonly syncs: { readonly date: IsoDate; readonly at: number }[];
  readonly measures: { readonly at: number; readonly changes: Partial<BodyMeasures> }[];
  /** `kind/date` of withheld data. */
  readonly withheld: Set<string>;
}

/** No changes. */
export function createRuntimeChanges(): RuntimeChanges {
  return { workouts: [], walks: new Map(), syncs: [], measures: [], withheld: new Set() };
}

/** Whether the data of a date are withheld. */
export function isWithheld({ withheld }: RuntimeChanges, kind: Withholdable, date: IsoDate): boolean {
  return withheld.has(`${kind}/${date}`);
}
