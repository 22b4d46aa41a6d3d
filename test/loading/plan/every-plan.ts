// The slow way to the fewest requests: every allowed request is tried, in every combination.
import { addDays, datesBetween, daysBetween, type IsoDate } from '../../../src/calendar.ts';
import type { PlannedRequest } from '../../../src/loading/plan/plan.ts';
import type { ResourceLimits, Today } from '../../../src/loading/plan/limits.ts';

/** The wanted dates that may be asked for, and the size of the smallest set of allowed requests that covers them. */
export function fewestRequests(
  limits: ResourceLimits,
  wanted: readonly IsoDate[],
  now: Today,
): { count: number; available: IsoDate[] } {
  const available = [...new Set(wanted)].filter((date) => isAvailable(limits, date, now)).toSorted();
  const known = new Map<string, number>();
  const fewest = (left: readonly IsoDate[]): number => {
    const [first] = left;
    if (first === undefined) return 0;
    const key = left.join();
    const tried = () =>
      requestsFor(limits, first, now).map((request) => 1 + fewest(left.filter((date) => !has(request, date))));
    const count = known.get(key) ?? Math.min(...tried());
    known.set(key, count);
    return count;
  };
  return { count: fewest(available), available };
}

/** Whether AccessLink takes the request: no date out of the limits, none too wide. */
export function isAllowed(limits: ResourceLimits, { form, from, to }: PlannedRequest, now: Today): boolean {
  const width = daysBetween(from, to) + 1;
  const isInside = width > 0 && isAvailable(limits, from, now) && isAvailable(limits, to, now);
  if (form === 'date') return limits.hasDate && isInside && width === 1;
  if (form === 'range') return isInside && width <= (limits.maxRangeDays ?? 0);
  if (form === 'recent') return to === now.latestDate && width === limits.recentDays;
  return to === now.latestDate && width > 0 && isAvailable(limits, from, now) && width <= (limits.maxPeriodDays ?? 0);
}

/** Every allowed request that may begin a plan: it settles the oldest date that is left. */
function requestsFor(limits: ResourceLimits, oldest: IsoDate, now: Today): PlannedRequest[] {
  const lastDays = (days: number) => ({ from: addDays(now.latestDate, 1 - days), to: now.latestDate });
  const widest = addDays(oldest, (limits.maxRangeDays ?? 1) - 1);
  const candidates: PlannedRequest[] = [
    { form: 'date', from: oldest, to: oldest },
    ...datesBetween(oldest, widest).map((to) => ({ form: 'range', from: oldest, to }) as const),
    { form: 'recent', ...lastDays(limits.recentDays ?? 0) },
    ...Array.from(
      { length: limits.maxPeriodDays ?? 0 },
      (_, days) => ({ form: 'period', ...lastDays(days + 1) }) as const,
    ),
  ];
  return candidates.filter((request) => isAllowed(limits, request, now) && has(request, oldest));
}

function has({ from, to }: PlannedRequest, date: IsoDate): boolean {
  return from <= date && date <= to;
}

function isAvailable({ maxAgeDays, aheadDays }: ResourceLimits, date: IsoDate, now: Today): boolean {
  const earliest = now.today < now.utc ? now.today : now.utc;
  const isTooOld = maxAgeDays !== null && addDays(earliest, -maxAgeDays) > date;
  return !isTooOld && date <= addDays(now.begunDate, aheadDays);
}
