// Skin temperature and skin contact, as the wrist sensors record them.
import { round2 } from './rounding.ts';
import type { IsoDate } from '../../calendar.ts';
import { createRandom } from '../random.ts';
import { minutesOf } from './minutes.ts';
import { type Night, nightOf } from './night.ts';
import { type PersonProfile, dayNumber, hasWatch } from './person-profile.ts';

/** A recording; instants in epoch milliseconds, offsets of samples in milliseconds from `start`. */
export interface Period<Sample> {
  readonly start: number;
  readonly end: number;
  readonly modified: number;
  readonly samples: readonly Sample[];
}

/** A sample of temperature. */
export interface Temperature {
  readonly at: number;
  readonly celsius: number;
}

/** A change of skin contact. */
export interface Contact {
  readonly at: number;
  readonly isTouching: boolean;
}

/** The mean of a night, and its deviation from the baseline. */
export interface NightTemperature {
  readonly date: IsoDate;
  readonly celsius: number;
  readonly deviation: number;
}

const SAMPLE_MS = 600_000;
const DAY_MINUTES = 1440;
const BASELINE_CELSIUS = 34.6;

/** The skin temperature of a night in samples; null unless the night has ended by `now`. */
export function bodyTemperatureOf(person: PersonProfile, date: IsoDate, now: number): Period<Temperature> | null {
  const night = sensedNight(person, date, now);
  if (!night) return null;
  const random = createRandom(person.seed, person.userId, date, 'temperature');
  const { celsius } = nightTemperature(person, night);
  const length = Math.floor((night.end - night.start) / SAMPLE_MS);
  const samples = Array.from({ length }, (_, index) => ({
    at: index * SAMPLE_MS,
    celsius: round2(celsius - 0.6 * Math.exp(-index / 4) + random.normal() * 0.08),
  }));
  return { start: night.start, end: night.end, modified: night.end, samples };
}

/** Mean skin temperature of a night; null unless the night has ended by `now`. */
export function skinTemperatureOf(person: PersonProfile, date: IsoDate, now: number): NightTemperature | null {
  const night = sensedNight(person, date, now);
  return night && nightTemperature(person, night);
}

/** When the sensor touched the skin, from midnight to midnight or `now`; null without a watch that senses it. */
export function skinContactOf(person: PersonProfile, date: IsoDate, now: number): Period<Contact> | null {
  if (person.missing.biosensing || !hasWatch(person, date) || date === person.since) return null;
  const start = person.zone.instant(date, 0);
  const length = Math.min(DAY_MINUTES, Math.floor((now - start) / 60_000));
  if (length <= 0) return null;
  const touching = minutesOf(person, date)
    .slice(0, length)
    .map(({ zone }) => zone !== 'NON_WEAR');
  const samples = touching.flatMap((isTouching, minute) =>
    isTouching === touching[minute - 1] ? [] : [{ at: minute * 60_000, isTouching }],
  );
  const end = start + length * 60_000;
  return { start, end, modified: end, samples };
}

function sensedNight(person: PersonProfile, date: IsoDate, now: number): Night | null {
  const night = person.missing.biosensing ? null : nightOf(person, date);
  return night && night.end <= now ? night : null;
}

/** A cycle of four weeks, random variation of each night, and an increase after hard days. */
function nightTemperature(person: PersonProfile, night: Night): NightTemperature {
  const random = createRandom(person.seed, person.userId, night.date, 'skin');
  const days = dayNumber(night.date);
  const wave = 0.25 * Math.sin((2 * Math.PI * days) / 28);
  const deviation = round2(wave + 0.1 * night.tiredness + random.normal() * 0.12);
  return { date: night.date, celsius: round2(BASELINE_CELSIUS + deviation), deviation };
}
