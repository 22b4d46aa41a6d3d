// An AccessLink whose clock, answers and data vary, and the days about which it has said that there is nothing.
import { addDays, datesBetween, type IsoDate } from '../../../src/calendar.ts';
import { daysIn, failure } from '../support.ts';

/** What is wrong with AccessLink for one question. */
export type Blip = 'nothing' | 'empty list' | 'failure' | 'none';

/** An AccessLink with a record of every day that is not in `gone`. */
export interface VaryingAccessLink {
  /** Its today. */
  today: IsoDate;
  blip: Blip;
  /** Days without a record. */
  readonly gone: Set<IsoDate>;
  /**
   * How often it was asked about a record of one day alone and said that there is nothing, since it last sent one of the day: by
   * the name of the resource and the day.
   */
  readonly denied: Map<string, number>;
  readonly answer: (path: string) => unknown;
}

const LIST_DAYS = 28;

/** Answers for sleep, by date and by the list of 28 days, and for continuous heart rate, by date and by range. */
export function createVaryingAccessLink(today: IsoDate): VaryingAccessLink {
  const upstream: VaryingAccessLink = {
    today,
    blip: 'none',
    gone: new Set(),
    denied: new Map(),
    answer: (path) => {
      if (upstream.blip === 'failure') return failure('invalid');
      const days = requestedDays(path, upstream.today);
      const found = upstream.blip === 'none' ? days.filter((date) => isThere(upstream, date)) : [];
      const [only] = days;
      const isExact = days.length === 1 && only !== undefined;
      const keyOf = (date: IsoDate) => `${path.includes('heart-rate') ? 'continuous heart rate' : 'sleep'} ${date}`;
      if (isExact && found.length === 0) upstream.denied.set(keyOf(only), (upstream.denied.get(keyOf(only)) ?? 0) + 1);
      if (upstream.blip === 'nothing' || (isExact && found.length === 0)) return undefined;
      for (const date of found) upstream.denied.delete(keyOf(date));
      return found.map(recordOf);
    },
  };
  return upstream;
}

function requestedDays(path: string, today: IsoDate): IsoDate[] {
  return path.endsWith('/sleep') ? datesBetween(addDays(today, 1 - LIST_DAYS), today) : daysIn(path);
}

function isThere({ gone, today }: VaryingAccessLink, date: IsoDate): boolean {
  return date <= today && !gone.has(date);
}

function recordOf(date: IsoDate): object {
  return { date, sleep_score: 80, heart_rate_samples: [{ heart_rate: 60, sample_time: '08:00:00' }] };
}
