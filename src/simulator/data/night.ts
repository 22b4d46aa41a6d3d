// One night: its start and end, stages and quality.
import type { IsoDate } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { tiredness } from './day-plan.ts';
import { type SleepPhase, sleptSeconds, stagesOf } from './hypnogram.ts';
import { type PersonProfile, dayNumber, hasWatch, modulo } from './person-profile.ts';

/** A recorded night. */
export interface Night {
  /** The day of waking up. */
  readonly date: IsoDate;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly offsetAtStart: number;
  readonly offsetAtEnd: number;
  readonly stages: readonly SleepPhase[];
  /** Seconds in bed from falling asleep to waking up. */
  readonly seconds: number;
  /** 0 (worst) to 1 (best). */
  readonly quality: number;
  readonly tiredness: number;
}

/** The night that ends on the morning of `date`; null when it was not recorded. */
export function nightOf(person: PersonProfile, date: IsoDate): Night | null {
  return person.cache.getOrCompute('night', date, () => recordedNight(person, date));
}

function recordedNight(person: PersonProfile, date: IsoDate): Night | null {
  if (!hasWatch(person, date) || date === person.since) return null;
  const random = createRandom(person.seed, person.userId, date, 'night');
  if (random.chance(person.missing.nights)) return null;
  const tired = tiredness(person, date);
  const start = startOf(person, date, random);
  const seconds = Math.round((person.habits.sleepSeconds + random.normal() * 1900 + tired * 300) / 30) * 30;
  const end = start + seconds * 1000;
  const quality = Math.min(0.98, Math.max(0.2, 0.9 - 0.15 * tired + random.normal() * 0.07));
  const { zone } = person;
  const firstMinute = Math.floor(start / 1000) % 60;
  const stages = stagesOf(random, { seconds, firstMinute, quality });
  const offsets = { offsetAtStart: zone.offsetMinutes(start), offsetAtEnd: zone.offsetMinutes(end) };
  return { date, start, end, ...offsets, stages, seconds, quality, tiredness: tired };
}

/** Share of the time in bed that was slept, 0 to 1. */
export function actualSleep(night: Night): number {
  return sleptSeconds(night.stages) / night.seconds;
}

/** Clock time `HH:mm`, `seconds` after the start of the night, in the offset of its start. */
export function clockOf(night: Night, seconds: number): string {
  const shown = night.start + night.offsetAtStart * 60_000 + seconds * 1000;
  return new Date(shown).toISOString().slice(11, 16);
}

/** With a fraction of a second on two nights of three, as devices send it. */
function startOf(person: PersonProfile, date: IsoDate, random: Random): number {
  const weekday = modulo(dayNumber(date), 7);
  const late = weekday >= 5 ? 2400 : 0;
  const wall = Math.round(person.habits.bedtime + late + random.normal() * 1300);
  const fraction = random.chance(0.66) ? random.integer(1, 999) : 0;
  return person.zone.instant(date, wall) + fraction;
}
