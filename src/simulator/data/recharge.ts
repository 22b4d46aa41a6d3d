// Nightly Recharge: heart rate variability, breathing, and the ANS charge.
import { createRandom } from '../random.ts';
import { type Night, clockOf } from './night.ts';
import type { PersonProfile } from './person-profile.ts';
import { sleepOf } from './sleep.ts';

type Curve = readonly (readonly [string, number])[];

/** Averages are over 4 hours that begin 30 minutes after falling asleep; null where the device has no value. */
export interface Recharge {
  readonly night: Night;
  readonly heartRate: number;
  /** Milliseconds. */
  readonly beatToBeat: number | null;
  readonly variability: number;
  /** Breaths per minute. */
  readonly breathing: number;
  readonly status: number;
  readonly ansCharge: number;
  readonly ansStatus: number;
  /** Clock time `HH:mm` to milliseconds, every 5 minutes. */
  readonly variabilitySamples: Curve;
  /** Clock time `HH:mm` to breaths per minute, every 5 minutes. */
  readonly breathingSamples: Curve;
}

const SAMPLE_SECONDS = 300;
const FROM_SECONDS = 1800;
const TO_SECONDS = FROM_SECONDS + 4 * 3600;

/** The recharge of a night: the harder the days before, the lower. */
export function rechargeOf(person: PersonProfile, night: Night): Recharge {
  const random = createRandom(person.seed, person.userId, night.date, 'recharge');
  const ansCharge = Math.max(
    -10,
    Math.min(10, Math.round((0.5 + 4.5 * (1 - night.tiredness) + random.normal() * 1.2) * 10) / 10),
  );
  const ansStatus = Math.max(1, Math.min(5, Math.round(3 + ansCharge / 3)));
  const usual = person.body.usualHrv * (1 + ansCharge * 0.035);
  const variabilitySamples = curveOf(night, () => Math.round(usual + random.normal() * 7));
  const breathingSamples = curveOf(night, () => round1(14.2 + night.tiredness * 0.5 + random.normal() * 0.6));
  const sleep = sleepOf(person, night);
  const heartRate = Math.round(meanWithin(sleep.heartRate));
  const charge = sleep.charge ?? 3;
  return {
    night,
    heartRate,
    beatToBeat: random.chance(person.missing.placeholders) ? null : Math.round(60_000 / heartRate),
    variability: Math.round(meanWithin(variabilitySamples)),
    breathing: round1(meanWithin(breathingSamples)),
    status: Math.max(1, Math.min(6, Math.round((ansStatus + charge) * 0.6))),
    ansCharge,
    ansStatus,
    variabilitySamples,
    breathingSamples,
  };
}

function curveOf(night: Night, value: () => number): Curve {
  const length = Math.floor(night.seconds / SAMPLE_SECONDS);
  return Array.from({ length }, (_, index) => [clockOf(night, (index + 0.5) * SAMPLE_SECONDS), value()]);
}

function meanWithin(curve: Curve): number {
  const inside = curve.slice(FROM_SECONDS / SAMPLE_SECONDS, TO_SECONDS / SAMPLE_SECONDS);
  const values = inside.map(([, value]) => value).filter((value) => value > 0);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
