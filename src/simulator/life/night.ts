// One night: when it began and ended, its stages, its heart, and how well it restored.
import type { IsoDate } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { tiredness } from './day-plan.ts';
import { type Stretch, sleptSeconds, stagesOf } from './hypnogram.ts';
import { type Resident, dayNumber, hasWatch, modulo } from './resident.ts';

export interface Night {
  /** The day of waking up. */
  readonly date: IsoDate;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly offsetAtStart: number;
  readonly offsetAtEnd: number;
  readonly stages: readonly Stretch[];
  /** Seconds in bed from falling asleep to waking up. */
  readonly seconds: number;
  /** 0 (wretched) to 1 (perfect). */
  readonly quality: number;
  readonly tiredness: number;
}

/** The night that ends on the morning of `date`; null when it was not recorded. */
export function nightOf(resident: Resident, date: IsoDate): Night | null {
  return resident.memory.recall('night', date, () => recordedNight(resident, date));
}

function recordedNight(resident: Resident, date: IsoDate): Night | null {
  if (!hasWatch(resident, date) || date === resident.since) return null;
  const random = createRandom(resident.seed, resident.userId, date, 'night');
  if (random.isLucky(resident.missing.nights)) return null;
  const tired = tiredness(resident, date);
  const start = startOf(resident, date, random);
  const seconds = Math.round((resident.habits.sleepSeconds + random.bell() * 1900 + tired * 300) / 30) * 30;
  const end = start + seconds * 1000;
  const quality = Math.min(0.98, Math.max(0.2, 0.9 - 0.15 * tired + random.bell() * 0.07));
  const { zone } = resident;
  const firstMinute = Math.floor(start / 1000) % 60;
  const stages = stagesOf(random, { seconds, firstMinute, quality });
  const offsets = { offsetAtStart: zone.offsetMinutes(start), offsetAtEnd: zone.offsetMinutes(end) };
  return { date, start, end, ...offsets, stages, seconds, quality, tiredness: tired };
}

/** Share of the time in bed that was slept, 0 to 1. */
export function actualSleep(night: Night): number {
  return sleptSeconds(night.stages) / night.seconds;
}

/** Clock time `HH:mm`, `seconds` after the night began, by the clock that showed its beginning. */
export function clockOf(night: Night, seconds: number): string {
  const shown = night.start + night.offsetAtStart * 60_000 + seconds * 1000;
  return new Date(shown).toISOString().slice(11, 16);
}

/** Fraction of a second on two nights of three, as devices send it. */
function startOf(resident: Resident, date: IsoDate, random: Random): number {
  const weekday = modulo(dayNumber(date), 7);
  const late = weekday >= 5 ? 2400 : 0;
  const wall = Math.round(resident.habits.bedtime + late + random.bell() * 1300);
  const fraction = random.isLucky(0.66) ? random.whole(1, 999) : 0;
  return resident.zone.instant(date, wall) + fraction;
}
