// What a simulated person is like: body, habits, device and what is missing.
import { type IsoDate, daysBetween, isoDate } from '../../calendar.ts';
import type { Zone } from '../zone.ts';
import type { Diary, Measures } from './diary.ts';
import type { Memory } from './memory.ts';
import type { WorkoutKind } from './workout.ts';

/** The kinds of data that a person can refuse to share one by one. */
export type Chapter =
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

export interface Body extends Measures {
  readonly gender: 'MALE' | 'FEMALE';
  readonly birthdate: IsoDate;
  /** RMSSD of a usual night, milliseconds. */
  readonly usualHrv: number;
}

export interface Habits {
  /** Workouts of Monday to Sunday. */
  readonly week: readonly (readonly WorkoutKind[])[];
  /** Seconds from midnight of the wake-up day; negative is the evening before. */
  readonly bedtime: number;
  readonly sleepSeconds: number;
  /** 1 is an ordinary office day. */
  readonly bustle: number;
  readonly home: { readonly latitude: number; readonly longitude: number; readonly altitude: number };
}

export interface Missing {
  /** Share of nights without the watch. */
  readonly nights: number;
  /** Off the wrist for `days` in every `every` days. */
  readonly away: { readonly days: number; readonly every: number } | null;
  readonly biosensing: boolean;
  readonly route: boolean;
  readonly detailedSport: boolean;
  readonly physicalInfo: boolean;
  /** Share of values for which the device sends a placeholder. */
  readonly placeholders: number;
  /** Chapters without consent. */
  readonly consent: 'all' | readonly Chapter[];
}

export interface Resident {
  readonly userId: string;
  readonly token: string;
  /** Whether the person is registered with the partner when the simulator starts. */
  readonly isRegistered: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly memberId: string;
  readonly summary: string;
  readonly timeZone: string;
  readonly zone: Zone;
  readonly seed: number;
  /** First day with data, which begins at the time of registration. */
  readonly since: IsoDate;
  readonly device: { readonly name: string; readonly id: string };
  readonly club: { readonly id: number; readonly name: string } | null;
  readonly body: Body;
  readonly habits: Habits;
  readonly missing: Missing;
  readonly diary: Diary;
  readonly memory: Memory;
}

const EPOCH = isoDate('2000-01-03');

/** Days since a Monday, so that `% 7` is the weekday with Monday as 0. */
export function dayNumber(date: IsoDate): number {
  return daysBetween(EPOCH, date);
}

/** Whether the watch was worn at all on that day. */
export function hasWatch(resident: Resident, date: IsoDate): boolean {
  if (date < resident.since) return false;
  const { away } = resident.missing;
  return away === null || modulo(dayNumber(date), away.every) >= away.days;
}

/** Whether the person has consented to a chapter. */
export function isShared({ missing: { consent } }: Resident, chapter: Chapter): boolean {
  return consent !== 'all' && !consent.includes(chapter);
}

export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
