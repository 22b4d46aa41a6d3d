// Continuous heart rate by day and by range.
import { datesBetween } from '../../calendar.ts';
import { type Answer, type Ask, found, foundOrMissing, hasArrived } from '../ask.ts';
import { dateOf, rangeOf } from '../dates.ts';
import { heartRateJson } from '../dialects/days.ts';
import type { Json } from '../dialects/spelling.ts';
import { heartRateOf } from '../life/heart-rate.ts';
import type { IsoDate } from '../../calendar.ts';

export function getHeartRate(ask: Ask): Answer {
  const date = dateOf(ask);
  return foundOrMissing(dayOf(ask, date), `heart rate of ${date}`);
}

/** Live: a list in an object. Documented: one day's object; a list where the range has more than one day, or no data. */
export function listHeartRates(ask: Ask): Answer {
  const { from, to } = rangeOf(ask);
  const days = datesBetween(from, to).flatMap((date) => dayOf(ask, date) ?? []);
  if (ask.dialect === 'live') return found({ heart_rates: days });
  return found(from === to && days[0] ? days[0] : days);
}

function dayOf(ask: Ask, date: IsoDate): Json | null {
  if (!hasArrived(ask, 'heart-rate', date)) return null;
  const day = heartRateOf(ask.resident, date, ask.now);
  return day && heartRateJson(day, ask.resident.userId, ask.dialect);
}
