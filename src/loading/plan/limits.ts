// How far back and how wide AccessLink lets a dated resource be read: the facts that the planner decides with.
import { addDays, daysBetween, type IsoDate, laterDate } from '../../calendar.ts';

/**
 * Limits of a resource in days, and which forms of request it has.
 * Sources: the documentation's windows (`x-window`), and for `maxPeriodDays` the limits seen on the live service.
 */
export interface ResourceLimits {
  /** Age of the oldest day that may be requested, counted from today; null: no limit is documented. */
  readonly maxAgeDays: number | null;
  /** How many days after today may have data: predictions. */
  readonly aheadDays: number;
  /** Whether one day has a request of its own. */
  readonly hasDate: boolean;
  /** Widest range, both ends included; null: no range form. */
  readonly maxRangeDays: number | null;
  /** Days, today included, in the list without dates; null: no such list, or not needed. */
  readonly recentDays: number | null;
  /** Most days that the form "the last n days" takes; null: no such form. */
  readonly maxPeriodDays: number | null;
}

/**
 * The two days called today. `today` is the caller's; `latestDate` is the later of it and UTC's: windows are counted
 * from `latestDate`, so that a request is inside the window whichever of the two AccessLink counts from.
 */
export interface Today {
  readonly today: IsoDate;
  readonly latestDate: IsoDate;
}

/** Whether a date may be requested: it is within the limits, older than AccessLink serves, or in the future. */
export type Availability = 'available' | 'out-of-window' | 'not-yet';

/** The caller's today and the later of it and UTC's. */
export function todayOf(today: IsoDate, utcToday: IsoDate): Today {
  return { today, latestDate: laterDate(today, utcToday) };
}

/** Whether a date may be requested at all. Nothing is requested that must fail. */
export function availabilityOf(
  { maxAgeDays, aheadDays }: Pick<ResourceLimits, 'maxAgeDays' | 'aheadDays'>,
  date: IsoDate,
  { today, latestDate }: Today,
): Availability {
  if (daysBetween(today, date) > aheadDays) return 'not-yet';
  const isTooOld = maxAgeDays !== null && daysBetween(date, latestDate) > maxAgeDays;
  return isTooOld ? 'out-of-window' : 'available';
}

/** The first of the last `days` days, counted from `latestDate`. */
export function firstDateOf(days: number, { latestDate }: Today): IsoDate {
  return addDays(latestDate, 1 - days);
}
