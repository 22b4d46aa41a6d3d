// How far back and how wide AccessLink lets a dated resource be read: the facts that the planner decides with.
import { addDays, dateOfInstant, daysBetween, earlierDate, type IsoDate, laterDate } from '../../calendar.ts';

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
  /** What AccessLink's rejections have shown; left out when it has refused nothing. */
  readonly edge?: WindowEdge;
}

/** Where AccessLink's window of a resource ends, learnt from its rejections. Days count from UTC's today. */
export interface WindowEdge {
  /** Age of the oldest day that is served; null when no day was refused as too old. */
  readonly maxAgeDays: number | null;
  /** How many days after today are served; null when no day ahead was refused. */
  readonly aheadDays: number | null;
}

/** The limits within which a date may be requested. */
export type AgeLimits = Pick<ResourceLimits, 'maxAgeDays' | 'aheadDays' | 'edge'>;

/** The days called today. AccessLink counts by the clock of a device, whose time zone is not known. */
export interface Today {
  /** The caller's. */
  readonly today: IsoDate;
  /** UTC's. */
  readonly utc: IsoDate;
  /** The later of the caller's and UTC's: what reaches back from today reaches back from it. */
  readonly latestDate: IsoDate;
  /** The latest day that has begun anywhere: in the zone UTC+14. */
  readonly begunDate: IsoDate;
}

/** Whether a date may be requested: it is within the limits, older than AccessLink serves, or in the future. */
export type Availability = 'available' | 'out-of-window' | 'not-yet';

const HOUR_MS = 3_600_000;
/** Ahead of UTC: Kiritimati. */
const FIRST_ZONE_HOURS = 14;

/** The days called today at an instant in milliseconds since the epoch; `today` is the caller's. */
export function todayOf(today: IsoDate, now: number): Today {
  const utc = dateOfInstant(now);
  const begunDate = laterDate(today, dateOfInstant(now + FIRST_ZONE_HOURS * HOUR_MS));
  return { today, utc, latestDate: laterDate(today, utc), begunDate };
}

/**
 * Whether a date may be requested at all: nothing is requested that must fail. Whatever may be served is requested: a
 * day that has begun anywhere, and the oldest day by whichever clock is behind.
 */
export function availabilityOf(limits: AgeLimits, date: IsoDate, today: Today): Availability {
  const { maxAgeDays, aheadDays, edge } = limits;
  if (daysBetween(today.begunDate, date) > aheadDays) return 'not-yet';
  if (maxAgeDays !== null && daysBetween(date, earlierDate(today.today, today.utc)) > maxAgeDays) {
    return 'out-of-window';
  }
  const age = daysBetween(date, today.utc);
  if (edge && edge.aheadDays !== null && -age > edge.aheadDays) return 'not-yet';
  return edge && edge.maxAgeDays !== null && age > edge.maxAgeDays ? 'out-of-window' : 'available';
}

/**
 * Where a day lies in the window of which a list without dates is sure to have every upload: it is in it by every clock. What
 * may be requested is more, by a day where the clocks differ.
 */
export function listedAvailabilityOf(maxAgeDays: number, date: IsoDate, today: Today): Availability {
  if (date > today.begunDate) return 'not-yet';
  return daysBetween(date, today.latestDate) > maxAgeDays ? 'out-of-window' : 'available';
}

/** The first of the last `days` days, counted from `latestDate`. */
export function firstDateOf(days: number, { latestDate }: Today): IsoDate {
  return addDays(latestDate, 1 - days);
}
