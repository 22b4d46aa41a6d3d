// Continuous heart rate of a day, outside of training sessions.
import type { IsoDate } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { isTraining } from './activity.ts';
import { type ActivityZone, type Minute, minutesOf } from './minutes.ts';
import { tiredness } from './day-plan.ts';
import { type PersonProfile, hasWatch } from './person-profile.ts';

/** One sample. */
export interface HeartRateSample {
  /** Seconds from local midnight. */
  readonly at: number;
  /** Beats per minute; 0 is no signal. */
  readonly rate: number;
}

/** The samples of a date. */
export interface HeartRateDay {
  readonly date: IsoDate;
  readonly samples: readonly HeartRateSample[];
}

const REST_SECONDS = 300;
/** How many samples one second apart there are at the start of a walk. */
const BURST = 6;

const RISE: Readonly<Record<ActivityZone, number>> = {
  SLEEP: 3,
  SEDENTARY: 14,
  LIGHT: 31,
  MODERATE: 52,
  VIGOROUS: 70,
  NON_WEAR: 0,
};

/** The samples of a date up to `now`; null when there is none, or not yet. About 300 a day. */
export function heartRateOf(person: PersonProfile, date: IsoDate, now: number): HeartRateDay | null {
  if (!hasWatch(person, date) || date === person.since) return null;
  const until = person.zone.wallSeconds(date, now);
  const day = person.cache.getOrCompute('heart-rate', date, () => wholeDay(person, date));
  const samples = day.filter(({ at }) => at <= until);
  return samples.length === 0 ? null : { date, samples };
}

function wholeDay(person: PersonProfile, date: IsoDate): readonly HeartRateSample[] {
  const random = createRandom(person.seed, person.userId, date, 'heart-rate');
  const minutes = minutesOf(person, date);
  const calm = person.body.restingHeartRate + 3 * tiredness(person, date);
  const samples: HeartRateSample[] = [];
  let drift = 0;
  for (let at = random.integer(30, 290); at < 86_400; at += REST_SECONDS + random.integer(-2, 2)) {
    const state = stateAt(minutes, at);
    if (isTraining(person, date, at) || state === 'off') continue;
    drift = drift * 0.7 + random.normal() * 2;
    const rate = state === 'lost' ? 0 : Math.round(calm + RISE[state] + drift);
    samples.push(...burst(random, { at, rate, state }));
  }
  return samples;
}

/** The zone at a second; without the watch `lost` (no signal) for the first minutes, then `off` (no sample). */
function stateAt(minutes: readonly Minute[], at: number): ActivityZone | 'lost' | 'off' {
  const zone = minutes[Math.floor(at / 60)]?.zone ?? 'SEDENTARY';
  if (zone !== 'NON_WEAR') return zone;
  return minutes[Math.floor(at / 60) - 6]?.zone === 'NON_WEAR' ? 'off' : 'lost';
}

function burst(random: Random, start: HeartRateSample & { state: string }): readonly HeartRateSample[] {
  const { at, rate, state } = start;
  if (state !== 'MODERATE') return [{ at, rate }];
  const length = Math.min(BURST, 86_400 - at);
  return Array.from({ length }, (_, index) => ({
    at: at + index,
    rate: rate + Math.round(index / 2 + random.normal()),
  }));
}
