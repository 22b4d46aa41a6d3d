// What the wrist sensors record of skin and temperature.
import type { IsoDate } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { minutesOf } from './minutes.ts';
import { type Night, nightOf } from './night.ts';
import { type Resident, dayNumber, hasWatch } from './resident.ts';

/** A recording; instants in epoch milliseconds, offsets of samples in milliseconds from `start`. */
export interface Period<Sample> {
  readonly start: number;
  readonly end: number;
  readonly modified: number;
  readonly samples: readonly Sample[];
}

export interface Temperature {
  readonly at: number;
  readonly celsius: number;
}

export interface Contact {
  readonly at: number;
  readonly isTouching: boolean;
}

export interface NightTemperature {
  readonly date: IsoDate;
  readonly celsius: number;
  readonly deviation: number;
}

const SAMPLE_MS = 600_000;
const DAY_MINUTES = 1440;
const BASELINE_CELSIUS = 34.6;

/** The skin temperature of a night in samples; null unless the night is over by `now`. */
export function bodyTemperatureOf(resident: Resident, date: IsoDate, now: number): Period<Temperature> | null {
  const night = sensedNight(resident, date, now);
  if (!night) return null;
  const random = createRandom(resident.seed, resident.userId, date, 'temperature');
  const { celsius } = nightTemperature(resident, night);
  const length = Math.floor((night.end - night.start) / SAMPLE_MS);
  const samples = Array.from({ length }, (_, index) => ({
    at: index * SAMPLE_MS,
    celsius: round2(celsius - 0.6 * Math.exp(-index / 4) + random.bell() * 0.08),
  }));
  return { start: night.start, end: night.end, modified: night.end, samples };
}

/** Mean skin temperature of a night; null unless the night is over by `now`. */
export function skinTemperatureOf(resident: Resident, date: IsoDate, now: number): NightTemperature | null {
  const night = sensedNight(resident, date, now);
  return night && nightTemperature(resident, night);
}

/** When the sensor touched the skin, from midnight to midnight or `now`; null without a watch that senses it. */
export function skinContactOf(resident: Resident, date: IsoDate, now: number): Period<Contact> | null {
  if (resident.missing.biosensing || !hasWatch(resident, date) || date === resident.since) return null;
  const start = resident.zone.instant(date, 0);
  const length = Math.min(DAY_MINUTES, Math.floor((now - start) / 60_000));
  if (length <= 0) return null;
  const touching = minutesOf(resident, date)
    .slice(0, length)
    .map(({ zone }) => zone !== 'NON_WEAR');
  const samples = touching.flatMap((isTouching, minute) =>
    isTouching === touching[minute - 1] ? [] : [{ at: minute * 60_000, isTouching }],
  );
  const end = start + length * 60_000;
  return { start, end, modified: end, samples };
}

function sensedNight(resident: Resident, date: IsoDate, now: number): Night | null {
  const night = resident.missing.biosensing ? null : nightOf(resident, date);
  return night && night.end <= now ? night : null;
}

/** A slow wave of about four weeks, the night's own chance, and some warmth after hard days. */
function nightTemperature(resident: Resident, night: Night): NightTemperature {
  const random = createRandom(resident.seed, resident.userId, night.date, 'skin');
  const days = dayNumber(night.date);
  const wave = 0.25 * Math.sin((2 * Math.PI * days) / 28);
  const deviation = round2(wave + 0.1 * night.tiredness + random.bell() * 0.12);
  return { date: night.date, celsius: round2(BASELINE_CELSIUS + deviation), deviation };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
