// Cardio load by day, range and period.
import { type Answer, type Ask, found, hasArrived } from '../ask.ts';
import { type Range, dateOf, periodOfDays, periodOfMonths, rangeOf, recentDays } from '../dates.ts';
import { cardioLoadJson } from '../dialects/days.ts';
import { type CardioLoad, cardioLoads, isMeasured, noLoad } from '../life/cardio-load.ts';

export function listCardioLoads(ask: Ask): Answer {
  return measured(ask, recentDays(ask));
}

/** One day: a list where documented, the object itself in the live dialect; no data is an empty list in both. */
export function getCardioLoad(ask: Ask): Answer {
  const date = dateOf(ask);
  const [load] = loadsOf(ask, { from: date, to: date }).filter(isMeasured);
  if (!load) return found([]);
  const json = cardioLoadJson(load, ask.dialect);
  return found(ask.dialect === 'live' ? json : [json]);
}

/** Every day of the range up to today; days without data say LOAD_STATUS_NOT_AVAILABLE. */
export function listCardioLoadsInRange(ask: Ask): Answer {
  return found(loadsOf(ask, rangeOf(ask)).map((load) => cardioLoadJson(load, ask.dialect)));
}

export function listCardioLoadsOfDays(ask: Ask): Answer {
  return measured(ask, periodOfDays(ask));
}

export function listCardioLoadsOfMonths(ask: Ask): Answer {
  return measured(ask, periodOfMonths(ask));
}

function measured(ask: Ask, range: Range): Answer {
  const loads = loadsOf(ask, range).filter(isMeasured);
  return found(loads.map((load) => cardioLoadJson(load, ask.dialect)));
}

function loadsOf(ask: Ask, { from, to }: Range): readonly CardioLoad[] {
  const loads = cardioLoads(ask.resident, { from, to: to < ask.today ? to : ask.today, now: ask.now });
  return loads.map((load) => (hasArrived(ask, 'cardio-load', load.date) ? load : noLoad(load.date)));
}
