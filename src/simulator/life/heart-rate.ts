// The heart through a day, outside of training sessions.
import type { IsoDate } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { isTraining } from './activity.ts';
import { type ActivityZone, type Minute, minutesOf } from './minutes.ts';
import { tiredness } from './day-plan.ts';
import { type Resident, hasWatch } from './resident.ts';

export interface HeartRateSample {
  /** Seconds from local midnight. */
  readonly at: number;
  /** Beats per minute; 0 is no signal. */
  readonly rate: number;
}

export interface HeartRateDay {
  readonly date: IsoDate;
  readonly samples: readonly HeartRateSample[];
}

const REST_SECONDS = 300;
/** Samples one second apart at the beginning of a walk. */
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
export function heartRateOf(resident: Resident, date: IsoDate, now: number): HeartRateDay | null {
  if (!hasWatch(resident, date) || date === resident.since) return null;
  const until = resident.zone.wallSeconds(date, now);
  const day = resident.memory.recall('heart-rate', date, () => wholeDay(resident, date));
  const samples = day.filter(({ at }) => at <= until);
  return samples.length === 0 ? null : { date, samples };
}

function wholeDay(resident: Resident, date: IsoDate): readonly HeartRateSample[] {
  const random = createRandom(resident.seed, resident.userId, date, 'heart-rate');
  const minutes = minutesOf(resident, date);
  const calm = resident.body.restingHeartRate + 3 * tiredness(resident, date);
  const samples: HeartRateSample[] = [];
  let drift = 0;
  for (let at = random.whole(30, 290); at < 86_400; at += REST_SECONDS + random.whole(-2, 2)) {
    const moment = momentOf(minutes, at);
    if (isTraining(resident, date, at) || moment === 'off') continue;
    drift = drift * 0.7 + random.bell() * 2;
    const rate = moment === 'lost' ? 0 : Math.round(calm + RISE[moment] + drift);
    samples.push(...burst(random, { at, rate, moment }));
  }
  return samples;
}

/** The zone at a second; `lost` in the first minutes without the watch (no signal), `off` in the rest (no sample). */
function momentOf(minutes: readonly Minute[], at: number): ActivityZone | 'lost' | 'off' {
  const zone = minutes[Math.floor(at / 60)]?.zone ?? 'SEDENTARY';
  if (zone !== 'NON_WEAR') return zone;
  return minutes[Math.floor(at / 60) - 6]?.zone === 'NON_WEAR' ? 'off' : 'lost';
}

function burst(random: Random, start: HeartRateSample & { moment: string }): readonly HeartRateSample[] {
  const { at, rate, moment } = start;
  if (moment !== 'MODERATE') return [{ at, rate }];
  const length = Math.min(BURST, 86_400 - at);
  return Array.from({ length }, (_, index) => ({ at: at + index, rate: rate + Math.round(index / 2 + random.bell()) }));
}
