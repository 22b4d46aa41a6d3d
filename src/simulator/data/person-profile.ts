// The profile of a simulated person: body, habits, device and missing data.
import { type IsoDate, daysBetween, isoDate } from '../../calendar.ts';
import type { TimeZone } from '../time-zone.ts';
import type { RuntimeChanges, BodyMeasures } from './runtime-changes.ts';
import type { FactCache } from './fact-cache.ts';
import type { WorkoutKind } from './workout.ts';

/** The kinds of data that a person consents to one by one. */
export type DataCategory =
  | 'user'
  | 'physical-info'
  | 'exercises'
  | 'activity'
  | 'heart-rate'
  | 'cardio-load'
  | 'sleepwise'
  | 'biosensing'
  | 'sleep'
  | 'nightly-recharge';

/** A person's body. */
export interface Body extends BodyMeasures {
  readonly gender: 'MALE' | 'FEMALE';
  readonly birthdate: IsoDate;
  /** RMSSD of a usual night, milliseconds. */
  readonly usualHrv: number;
}

/** A person's habits. */
export interface Habits {
  /** Workouts of Monday to Sunday. */
  readonly week: readonly (readonly WorkoutKind[])[];
  /** Seconds from midnight of the wake-up day; negative is the evening before. */
  readonly bedtime: number;
  readonly sleepSeconds: number;
  /** How much the person walks outside of workouts; 1 is an ordinary office day. */
  readonly movement: number;
  readonly home: { readonly latitude: number; readonly longitude: number; readonly altitude: number };
}

/** What is missing of a person's data. */
export interface DataGaps {
  /** Share of nights without the watch. */
  readonly nights: number;
  /** Not worn for `days` in every `every` days. */
  readonly away: { readonly days: number; readonly every: number } | null;
  readonly biosensing: boolean;
  readonly route: boolean;
  readonly detailedSport: boolean;
  readonly physicalInfo: boolean;
  /** Share of values for which the device sends a placeholder. */
  readonly placeholders: number;
  /** Categories without consent. */
  readonly consent: 'all' | readonly DataCategory[];
}

/** All that the data of a person are computed from. */
export interface PersonProfile {
  readonly userId: string;
  readonly token: string;
  /** Whether the person is registered with the partner when the simulator starts. */
  readonly isRegistered: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly memberId: string;
  readonly summary: string;
  readonly timeZone: string;
  readonly zone: TimeZone;
  readonly seed: number;
  /** First day with data, which starts at the time of registration. */
  readonly since: IsoDate;
  readonly device: { readonly name: string; readonly id: string };
  readonly club: { readonly id: number; readonly name: string } | null;
  readonly body: Body;
  readonly habits: Habits;
  readonly missing: DataGaps;
  readonly runtimeChanges: RuntimeChanges;
  readonly cache: FactCache;
}

const EPOCH = isoDate('2000-01-03');

/** Days since a Monday, so that `% 7` is the weekday with Monday as 0. */
export function dayNumber(date: IsoDate): number {
  return daysBetween(EPOCH, date);
}

/** Whether the watch was worn at all on that day. */
export function hasWatch(person: PersonProfile, date: IsoDate): boolean {
  if (date < person.since) return false;
  const { away } = person.missing;
  return away === null || modulo(dayNumber(date), away.every) >= away.days;
}

/** Whether the person has consented to a category. */
export function isShared({ missing: { consent } }: PersonProfile, category: DataCategory): boolean {
  return consent !== 'all' && !consent.includes(category);
}

/** The remainder, never negative for a positive divisor. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
