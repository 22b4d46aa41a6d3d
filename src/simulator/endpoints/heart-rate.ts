// Continuous heart rate by day and by range.
import { datesBetween } from '../../calendar.ts';
import { type PersonRequest, isAvailable } from '../request.ts';
import { type ApiResponse, found, foundOrMissing } from '../response.ts';
import { dateOf, rangeOf } from '../date-ranges.ts';
import { heartRateJson } from '../dialects/days.ts';
import type { Json } from '../dialects/spelling.ts';
import { heartRateOf } from '../data/heart-rate.ts';
import type { IsoDate } from '../../calendar.ts';

export function getHeartRate(request: PersonRequest): ApiResponse {
  const date = dateOf(request);
  return foundOrMissing(dayOf(request, date), `heart rate of ${date}`);
}

/** Live: a list in an object. Documented: one day's object; a list where the range has more than one day, or no data. */
export function listHeartRates(request: PersonRequest): ApiResponse {
  const { from, to } = rangeOf(request);
  const days = datesBetween(from, to).flatMap((date) => dayOf(request, date) ?? []);
  if (request.dialect === 'live') return found({ heart_rates: days });
  return found(from === to && days[0] ? days[0] : days);
}

function dayOf(request: PersonRequest, date: IsoDate): Json | null {
  if (!isAvailable(request, 'heart-rate', date)) return null;
  const day = heartRateOf(request.person, date, request.now);
  return day && heartRateJson(day, request.person.userId, request.dialect);
}
