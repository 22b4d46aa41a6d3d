// From requested dates to the fewest requests: pure, no clock, no network.
import { daysBetween, type IsoDate } from '../../calendar.ts';
import { availabilityOf, type ResourceLimits, firstDateOf, type Today } from './limits.ts';

/** A request to send: which form of the resource, and the days (both included) that its reply settles. */
export interface PlannedRequest {
  /** One day; a range; the list of recent days; the last n days. */
  readonly form: 'date' | 'range' | 'recent' | 'period';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The least number of requests that settle every requested date within the limits; the others are left out.
 *
 * Dates are covered from the newest back by windows of at most `maxRangeDays`, so that the oldest window is the one that
 * AccessLink may refuse: a gap between two dates costs nothing. One request that reaches back from today (the recent list, or the last n days) replaces the windows that it
 * spans when that saves requests; on a tie the narrower requests win. The newest request comes first.
 */
export function planRequests(limits: ResourceLimits, requested: readonly IsoDate[], today: Today): PlannedRequest[] {
  const dates = requested.filter((date) => availabilityOf(limits, date, today) === 'available').toSorted();
  const plans = [windowsOver(limits, dates)];
  for (const tail of tailsOver(limits, dates, today)) {
    const others = dates.filter((date) => date < tail.from || date > tail.to);
    plans.push([...windowsOver(limits, others), tail].toSorted(newestFirst));
  }
  return plans.reduce((best, plan) => (plan.length < best.length ? plan : best));
}

/** Requests that reach back from today, at most one of each form. */
function tailsOver(limits: ResourceLimits, dates: readonly IsoDate[], today: Today): PlannedRequest[] {
  const tails: PlannedRequest[] = [];
  if (limits.recentDays !== null) {
    tails.push({ form: 'recent', from: firstDateOf(limits.recentDays, today), to: today.latestDate });
  }
  if (limits.maxPeriodDays !== null) {
    const first = firstDateOf(limits.maxPeriodDays, today);
    const oldest = dates.find((date) => date >= first);
    if (oldest) tails.push({ form: 'period', from: oldest, to: today.latestDate });
  }
  return tails;
}

/** Greedy windows from the newest date; with no range form every date is requested alone. */
function windowsOver({ maxRangeDays, hasDate }: ResourceLimits, dates: readonly IsoDate[]): PlannedRequest[] {
  const windows: { from: IsoDate; to: IsoDate }[] = [];
  for (const date of dates.toReversed()) {
    const open = windows.at(-1);
    if (open && daysBetween(date, open.to) < (maxRangeDays ?? 1)) open.from = date;
    else windows.push({ from: date, to: date });
  }
  return windows.map(({ from, to }) => requestFor(hasDate, from, to));
}

/** The request for a range; a single day has a request of its own where the resource has one. */
export function requestFor(hasDate: boolean, from: IsoDate, to: IsoDate): PlannedRequest {
  return { form: from === to && hasDate ? 'date' : 'range', from, to };
}

function newestFirst(a: PlannedRequest, b: PlannedRequest): number {
  return a.to < b.to ? 1 : -1;
}

/** Days that a period request asks for: from its first day to its last. */
export function periodDays({ from, to }: PlannedRequest): number {
  return daysBetween(from, to) + 1;
}
