// The days that records of AccessLink's lists without dates may have.
import { addDays, datesBetween, earlierDate, type IsoDate, laterDate } from '../../../../calendar.ts';
import type { Interval } from '../../../../domain/graph/date-range.ts';
import { resourceTable } from '../../../../domain/resource-table.ts';
import { availabilityOf, firstDateOf, type Today } from '../../../../loading/plan/limits.ts';
import type { ReadStage, Supposing } from './reads.ts';

const { maxAgeDays, latestUploadDays } = resourceTable.exercises;

/** The days of AccessLink's list, which it counts by a clock of its own. */
export function listedNights({ today, isOrdinary }: Supposing): IsoDate[] {
  const first = firstDateOf(28, today);
  return isOrdinary
    ? datesBetween(first, today.latestDate)
    : datesBetween(addDays(first, -2), addDays(today.begunDate, 1));
}

/** The days that listed sessions may have; those that were uploaded late are rare. */
export function sessionDates({ today, isOrdinary }: Supposing, within?: Interval): IsoDate[] {
  const first = addDays(today.today, -(isOrdinary ? maxAgeDays : latestUploadDays));
  const [from, to] = [within?.from ?? first, within?.to ?? today.begunDate];
  return datesBetween(laterDate(first, from), earlierDate(today.begunDate, to));
}

/** No session is uploaded later than some day. */
export function isListed({ from, to }: Interval, today: Today): boolean {
  const limits = { maxAgeDays: latestUploadDays, aheadDays: 0 };
  return availabilityOf(limits, to, today) !== 'out-of-window' && availabilityOf(limits, from, today) !== 'not-yet';
}

/** Looks up the sessions of days, each by itself. */
export function lookUpSessions({ lookups }: ReadStage, dates: readonly IsoDate[], today: Today): void {
  for (const date of dates) {
    const day: Interval = { from: date, to: date };
    if (isListed(day, today)) lookups.add(JSON.stringify(day));
  }
}
