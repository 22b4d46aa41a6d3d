// Cardio load by day, range and period.
import { type PersonRequest, isAvailable } from '../request.ts';
import { type ApiResponse, found } from '../response.ts';
import { type Range, dateOf, periodOfDays, periodOfMonths, rangeOf, recentDays } from '../date-ranges.ts';
import { cardioLoadJson } from '../dialects/days.ts';
import { type CardioLoad, cardioLoads, isMeasured, noLoad } from '../data/cardio-load.ts';

export function listCardioLoads(request: PersonRequest): ApiResponse {
  return measured(request, recentDays(request));
}

/** One day: a list where documented, the object itself in the live dialect; no data is an empty list in both. */
export function getCardioLoad(request: PersonRequest): ApiResponse {
  const date = dateOf(request);
  const [load] = loadsOf(request, { from: date, to: date }).filter(isMeasured);
  if (!load) return found([]);
  const json = cardioLoadJson(load, request.dialect);
  return found(request.dialect === 'live' ? json : [json]);
}

/** Every day of the range up to today; days without data have LOAD_STATUS_NOT_AVAILABLE. */
export function listCardioLoadsInRange(request: PersonRequest): ApiResponse {
  return found(loadsOf(request, rangeOf(request)).map((load) => cardioLoadJson(load, request.dialect)));
}

export function listCardioLoadsOfDays(request: PersonRequest): ApiResponse {
  return measured(request, periodOfDays(request));
}

export function listCardioLoadsOfMonths(request: PersonRequest): ApiResponse {
  return measured(request, periodOfMonths(request));
}

function measured(request: PersonRequest, range: Range): ApiResponse {
  const loads = loadsOf(request, range).filter(isMeasured);
  return found(loads.map((load) => cardioLoadJson(load, request.dialect)));
}

function loadsOf(request: PersonRequest, { from, to }: Range): readonly CardioLoad[] {
  const loads = cardioLoads(request.person, { from, to: to < request.today ? to : request.today, now: request.now });
  return loads.map((load) => (isAvailable(request, 'cardio-load', load.date) ? load : noLoad(load.date)));
}
