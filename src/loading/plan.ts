// From wanted dates to the fewest requests: pure, no clock, no network.
import { addDays, daysBetween, type IsoDate } from '../calendar.ts';
import { placeOf, type Reach, startOf, type Today } from './reach.ts';

/** A request to send: which form of the resource, and the days (both included) that its answer settles. */
export interface PlannedRequest {
  /** One day; a range; the list of recent days; the last n days. */
  readonly form: 'date' | 'range' | 'recent' | 'period';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The least number of requests that settle every wanted date in reach; dates out of reach are left out.
 *
 * Dates are covered from the oldest on by windows of at most `maxRangeDays`: a hole between two wanted dates costs
 * nothing. One request that reaches back from today (the recent list, or the last n days) replaces the windows that it
 * spans when that saves requests; on a tie the narrower requests win.
 */
export function planRequests(reach: Reach, wanted: readonly IsoDate[], today: Today): PlannedRequest[] {
  const dates = [...new Set(wanted)].filter((date) => placeOf(reach, date, today) === 'in-reach').sort();
  const plans = [windowsOver(reach, dates)];
  for (const tail of tailsOver(reach, dates, today)) {
    plans.push([...windowsOver(reach, dates.filter((date) => date < tail.from || date > tail.to)), tail]);
  }
  return plans.reduce((best, plan) => (plan.length < best.length ? plan : best));
}

/** Requests that reach back from today, at most one of each form. */
function tailsOver(reach: Reach, dates: readonly IsoDate[], today: Today): PlannedRequest[] {
  const tails: PlannedRequest[] = [];
  if (reach.recentDays !== null) {
    tails.push({ form: 'recent', from: startOf(reach.recentDays, today), to: today.edge });
  }
  if (reach.maxPeriodDays !== null) {
    const first = startOf(reach.maxPeriodDays, today);
    const oldest = dates.find((date) => date >= first && date <= today.edge);
    if (oldest) tails.push({ form: 'period', from: oldest, to: today.edge });
  }
  return tails;
}

/** Greedy windows from the oldest date; with no range form every date is asked alone. */
function windowsOver(reach: Reach, dates: readonly IsoDate[]): PlannedRequest[] {
  const requests: PlannedRequest[] = [];
  let index = 0;
  while (index < dates.length) {
    const from = dates[index] as IsoDate;
    const last = addDays(from, (reach.maxRangeDays ?? 1) - 1);
    let to = from;
    for (; index < dates.length && (dates[index] as IsoDate) <= last; index += 1) to = dates[index] as IsoDate;
    requests.push({ form: from === to && reach.hasDate ? 'date' : 'range', from, to });
  }
  return requests;
}

/** Days that a period request asks for: from its first day to its last. */
export function periodDays({ from, to }: PlannedRequest): number {
  return daysBetween(from, to) + 1;
}
