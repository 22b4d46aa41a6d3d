// SleepWise: alertness by the hour after a night, and the preferred bedtime.
import type { IsoDate } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { type Night, nightOf } from './night.ts';
import type { PersonProfile } from './person-profile.ts';

/** Alertness of the day after a night. Instants in epoch milliseconds. */
export interface Alertness {
  readonly date: IsoDate;
  readonly isPrediction: boolean;
  /** Up to 10. */
  readonly grade: number;
  readonly gradeClass: string;
  readonly inertia: string;
  readonly sleepStart: number;
  readonly sleepEnd: number;
  readonly periodEnd: number;
  readonly offsetMinutes: number;
  readonly hours: readonly { readonly start: number; readonly end: number; readonly level: string }[];
}

/** The preferred sleep period of a night. Instants in epoch milliseconds. */
export interface Bedtime {
  readonly date: IsoDate;
  readonly isPrediction: boolean;
  readonly quality: string;
  readonly start: number;
  readonly end: number;
  readonly gateStart: number;
  readonly gateEnd: number;
  readonly offsetMinutes: number;
}

const HOUR_MS = 3_600_000;
const WAKING_HOURS = 16;
const LEVELS = ['MINIMAL', 'VERY_LOW', 'LOW', 'HIGH', 'VERY_HIGH'] as const;

/** Alertness after the night of `date`; a prediction while that night is not over at `now`; null without a night. */
export function alertnessOf(person: PersonProfile, date: IsoDate, now: number): Alertness | null {
  const night = nightOf(person, date);
  if (!night) return null;
  const grade = Math.round(night.quality * 100) / 10;
  return {
    date,
    isPrediction: night.end > now,
    grade,
    gradeClass: gradeClassOf(grade),
    inertia: night.tiredness > 1.4 ? 'SLEEP_INERTIA_MODERATE' : 'SLEEP_INERTIA_MILD',
    sleepStart: night.start,
    sleepEnd: night.end,
    periodEnd: night.end + WAKING_HOURS * HOUR_MS,
    offsetMinutes: night.offsetAtEnd,
    hours: hoursOf(night),
  };
}

/** The preferred sleep period that ends on the morning of `date`; null without a night. */
export function bedtimeOf(person: PersonProfile, date: IsoDate, now: number): Bedtime | null {
  const night = nightOf(person, date);
  if (!night) return null;
  const random = createRandom(person.seed, person.userId, date, 'bedtime');
  const { bedtime, sleepSeconds } = person.habits;
  const start = person.zone.instant(date, bedtime + Math.round(random.normal() * 900));
  const quality = night.quality > 0.6 ? 'CLEARLY_RECOGNIZABLE' : 'COMPROMISED';
  return {
    date,
    isPrediction: night.end > now,
    quality: `CIRCADIAN_BEDTIME_QUALITY_${quality}`,
    start,
    end: start + sleepSeconds * 1000,
    gateStart: start - HOUR_MS / 4,
    gateEnd: start + HOUR_MS / 4,
    offsetMinutes: night.offsetAtEnd,
  };
}

function gradeClassOf(grade: number): string {
  if (grade < 4) return 'GRADE_CLASSIFICATION_WEAK';
  if (grade < 6) return 'GRADE_CLASSIFICATION_FAIR';
  return grade < 8 ? 'GRADE_CLASSIFICATION_STRONG' : 'GRADE_CLASSIFICATION_EXCELLENT';
}

/** The first hour starts at waking up and ends on the full hour. Alertness dips in the afternoon and at night. */
function hoursOf(night: Night): Alertness['hours'] {
  const end = night.end + WAKING_HOURS * HOUR_MS;
  return Array.from({ length: WAKING_HOURS + 1 }, (_, index) => {
    const fullHour = Math.floor(night.end / HOUR_MS) * HOUR_MS + index * HOUR_MS;
    const dip = Math.exp(-((index - 8) ** 2) / 4) + Math.max(0, index - 12) * 0.5;
    const level = Math.round(4.2 * night.quality - dip - (index === 0 ? 1 : 0));
    return {
      start: Math.max(fullHour, night.end),
      end: Math.min(fullHour + HOUR_MS, end),
      level: `ALERTNESS_LEVEL_${LEVELS[Math.max(0, Math.min(4, level))] ?? 'LOW'}`,
    };
  }).filter(({ start, end: until }) => until > start);
}
