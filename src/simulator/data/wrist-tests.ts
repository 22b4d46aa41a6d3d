// The tests that a person starts on the watch: ECG and blood oxygen.
import type { IsoDate } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { tiredness } from './day-plan.ts';
import { type PersonProfile, dayNumber, hasWatch, modulo } from './person-profile.ts';

interface WristTest {
  /** Epoch seconds. */
  readonly time: number;
  readonly offsetMinutes: number;
  readonly heartRate: number;
  /** RMSSD, milliseconds. */
  readonly variability: number;
}

/** An ECG test. */
export interface EcgTest extends WristTest {
  readonly variabilityLevel: string;
  readonly beatInterval: number;
  /** Pulse transit times, milliseconds. */
  readonly systolic: number;
  readonly diastolic: number;
  readonly transitQuality: number;
  /** Offsets in milliseconds, amplitudes in millivolts. */
  readonly samples: readonly { readonly at: number; readonly millivolts: number }[];
  readonly qualities: readonly { readonly at: number; readonly level: string }[];
}

/** A blood oxygen test. */
export interface Spo2Test extends WristTest {
  readonly percent: number;
  readonly oxygenClass: string;
  readonly oxygenDeviation: string;
  readonly quality: number;
  readonly variabilityDeviation: string;
  readonly altitude: number;
}

const ECG_SAMPLE_MS = 40;
const ECG_SAMPLES = 250;

/** The ECG test of a date, at least every second day; null without one, or before it was taken. */
export function ecgOf(person: PersonProfile, date: IsoDate, now: number): EcgTest | null {
  const random = createRandom(person.seed, person.userId, date, 'ecg');
  const isTestDay = modulo(dayNumber(date), 2) === 0 || random.chance(0.2);
  const test = isTestDay ? testAt(person, date, { random, hour: 8.4 }) : null;
  if (!test || test.time * 1000 > now) return null;
  const beatInterval = Math.round(60_000 / test.heartRate);
  return {
    ...test,
    variabilityLevel: `ECG_HRV_LEVEL_${levelOf(person, test)}`,
    beatInterval,
    systolic: Math.round(random.between(205, 245)),
    diastolic: Math.round(random.between(255, 300)),
    transitQuality: Math.round(random.between(72, 99)),
    samples: Array.from({ length: ECG_SAMPLES }, (_, index) => ({
      at: index * ECG_SAMPLE_MS,
      millivolts: heartbeat((index * ECG_SAMPLE_MS) % beatInterval, beatInterval),
    })),
    qualities: [0, 5000].map((at) => ({ at, level: random.chance(0.85) ? 'ECG_QUALITY_HIGH' : 'ECG_QUALITY_LOW' })),
  };
}

/** The blood oxygen test of a date, at least every third day; null without one, or before it was taken. */
export function spo2Of(person: PersonProfile, date: IsoDate, now: number): Spo2Test | null {
  const random = createRandom(person.seed, person.userId, date, 'spo2');
  const isTestDay = modulo(dayNumber(date), 3) === 0 || random.chance(0.25);
  const test = isTestDay ? testAt(person, date, { random, hour: 9.1 }) : null;
  if (!test || test.time * 1000 > now) return null;
  const percent = random.integer(94, 99);
  return {
    ...test,
    percent,
    oxygenClass: percent < 95 ? 'SPO2_CLASS_LOW' : 'SPO2_CLASS_NORMAL',
    oxygenDeviation: percent < 95 ? 'DEVIATION_BELOW_USUAL' : 'DEVIATION_USUAL',
    quality: Math.round(random.between(80, 99) * 10) / 10,
    variabilityDeviation: `DEVIATION_${levelOf(person, test)}`,
    altitude: person.habits.home.altitude,
  };
}

function testAt(person: PersonProfile, date: IsoDate, plan: { random: Random; hour: number }): WristTest | null {
  if (person.missing.biosensing || !hasWatch(person, date) || date === person.since) return null;
  const { random, hour } = plan;
  const instant = person.zone.instant(date, Math.round((hour + random.between(0, 1)) * 3600));
  const tired = tiredness(person, date);
  return {
    time: Math.floor(instant / 1000),
    offsetMinutes: person.zone.offsetMinutes(instant),
    heartRate: Math.round(person.body.restingHeartRate + 9 + 4 * tired + random.normal() * 3),
    variability: Math.round(person.body.usualHrv * (1.15 - 0.15 * tired) + random.normal() * 4),
  };
}

function levelOf(person: PersonProfile, test: WristTest): string {
  const share = test.variability / person.body.usualHrv;
  if (share < 0.85) return 'BELOW_USUAL';
  return share > 1.15 ? 'ABOVE_USUAL' : 'USUAL';
}

/** One beat in millivolts, as a sum of the P, Q, R, S and T waves. */
function heartbeat(at: number, interval: number): number {
  const wave = (center: number, width: number, height: number): number =>
    height * Math.exp(-(((at - center * interval) / (width * interval)) ** 2));
  const sum = wave(0.18, 0.03, 0.12) + wave(0.28, 0.012, -0.1) + wave(0.31, 0.016, 1.05);
  return Math.round((sum + wave(0.345, 0.014, -0.22) + wave(0.55, 0.06, 0.3)) * 1000) / 1000;
}
