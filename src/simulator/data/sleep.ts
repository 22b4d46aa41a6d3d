// The sleep analysis of a night: durations, scores and the heart rate curve.
import { createRandom } from '../random.ts';
import { type SleepPhase, secondsIn, sleptSeconds } from './hypnogram.ts';
import { type Night, actualSleep, clockOf, nightOf } from './night.ts';
import { addDays } from '../../calendar.ts';
import type { PersonProfile } from './person-profile.ts';

/** The analysis of one night; null where the device has no value. Durations in seconds, scores as AccessLink scales them. */
export interface Sleep {
  readonly night: Night;
  readonly light: number;
  readonly deep: number;
  readonly rem: number;
  readonly unrecognized: number;
  readonly shortInterruptions: number;
  readonly longInterruptions: number;
  readonly cycles: number;
  readonly continuity: number | null;
  readonly continuityClass: number | null;
  readonly score: number;
  readonly charge: number | null;
  readonly goal: number;
  /** 0: the user gave none. */
  readonly rating: number;
  readonly durationScore: number;
  readonly solidityScore: number;
  readonly regenerationScore: number;
  /** Clock time `HH:mm` to stage, in the order of the night. */
  readonly hypnogram: readonly (readonly [string, number])[];
  /** Clock time `HH:mm` to beats per minute, every 5 minutes; 0 is no signal. */
  readonly heartRate: readonly (readonly [string, number])[];
}

const SAMPLE_SECONDS = 300;

/** The analysis of a night. */
export function sleepOf(person: PersonProfile, night: Night): Sleep {
  const random = createRandom(person.seed, person.userId, night.date, 'sleep');
  const { stages } = night;
  const unclear = random.chance(person.missing.placeholders);
  const continuity = Math.round((1 + 4 * night.quality) * 10) / 10;
  return {
    night,
    light: secondsIn(stages, 2, 3),
    deep: secondsIn(stages, 4),
    rem: secondsIn(stages, 1),
    unrecognized: secondsIn(stages, 5),
    ...interruptionsOf(stages),
    cycles: stages.filter(({ stage }) => stage === 1).length,
    continuity: unclear ? null : continuity,
    continuityClass: unclear ? null : Math.round(continuity),
    ...scoresOf(person, night),
    goal: 28_800,
    rating: random.chance(0.5) ? random.integer(2, 5) : 0,
    hypnogram: stages.map(({ at, stage }) => [clockOf(night, at), stage]),
    heartRate: heartRateOf(person, night),
  };
}

function interruptionsOf(stages: readonly SleepPhase[]): Pick<Sleep, 'shortInterruptions' | 'longInterruptions'> {
  const awake = stages.filter(({ stage }) => stage === 0);
  const short = awake.filter(({ seconds }) => seconds < 90);
  const total = secondsIn(awake, 0);
  const shortInterruptions = secondsIn(short, 0);
  return { shortInterruptions, longInterruptions: total - shortInterruptions };
}

type Scores = Pick<Sleep, 'score' | 'charge' | 'durationScore' | 'solidityScore' | 'regenerationScore'>;

function scoresOf(person: PersonProfile, night: Night): Scores {
  const slept = sleptSeconds(night.stages);
  const durationScore = percent(100 * Math.min(1, slept / 27_000));
  const solidityScore = percent(100 * (0.5 * actualSleep(night) + 0.5 * night.quality));
  const regenerationScore = percent((100 * secondsIn(night.stages, 1, 4)) / slept / 0.45);
  const score = Math.round(0.35 * durationScore + 0.35 * solidityScore + 0.3 * regenerationScore);
  const bounded = Math.max(1, Math.min(100, score));
  return {
    score: bounded,
    charge: chargeOf(person, night, bounded),
    durationScore,
    solidityScore,
    regenerationScore,
  };
}

/** 1 to 5 compared with the usual; null until three nights are known. */
function chargeOf(person: PersonProfile, night: Night, score: number): number | null {
  const before = [1, 2, 3].map((days) => nightOf(person, addDays(night.date, -days)));
  if (before.every((earlier) => earlier === null) || addDays(person.since, 3) >= night.date) return null;
  return Math.max(1, Math.min(5, Math.round((score - 48) / 10)));
}

function heartRateOf(person: PersonProfile, night: Night): Sleep['heartRate'] {
  const random = createRandom(person.seed, person.userId, night.date, 'sleep-heart-rate');
  const { restingHeartRate } = person.body;
  const length = Math.floor(night.seconds / SAMPLE_SECONDS);
  return Array.from({ length }, (_, index) => {
    const progress = index / length;
    const dip = 9 * (1 - progress) + 5 * night.tiredness;
    const rate = Math.round(restingHeartRate - 2 + dip + random.normal() * 2);
    return [clockOf(night, (index + 0.5) * SAMPLE_SECONDS), random.chance(0.01) ? 0 : rate];
  });
}

function percent(value: number): number {
  return Math.round(Math.max(1, Math.min(100, value)) * 10) / 10;
}
