// The `DateRange` input as a first and a last day.
import { addDays, datesBetween, type IsoDate, isoDate } from '../../calendar.ts';
import type { DateRange } from '../../generated/graphql.ts';
import type { Today } from '../../loading/plan/limits.ts';
import { badUserInput, DomainError } from '../errors.ts';
import { dateOfKey } from './global-id.ts';

/** A first and a last day, both included. */
export interface Interval {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The most days in one list or page: a leap year and a month. */
export const MAX_DAYS = 400;
const DEFAULT_DAYS = 28;
const EARLIEST = isoDate('1970-01-01');

/** The days of a range, the last 28 when there is none. Throws a bad-user-input error for an impossible one. */
export function intervalOf(range: DateRange | null | undefined, { today }: Today): Interval {
  if (!range) return lastDays(DEFAULT_DAYS, today);
  if (range.on) return { from: range.on, to: range.on };
  if (range.month) return monthOf(range.month);
  if (range.between) return between(range.between.from, range.between.to);
  return lastDays(range.lastDays ?? DEFAULT_DAYS, today);
}

/** Every day of a list field's range, oldest first. Throws a cost-exceeded error when there are too many. */
export function datesOf(range: DateRange | null | undefined, today: Today): IsoDate[] {
  const { from, to } = intervalOf(range, today);
  if (addDays(from, MAX_DAYS - 1) < to) {
    throw new DomainError(
      'cost-exceeded',
      `Cannot read from ${from} to ${to} at once: ask for at most ${MAX_DAYS} days`,
    );
  }
  return datesBetween(from, to);
}

/** The key of an interval in a global id. */
export function keyOfInterval({ from, to }: Interval): string {
  return `${from}/${to}`;
}

/** The interval with a key; null when it is none, or longer than any list may be. */
export function intervalOfKey(key: string): Interval | null {
  const [from, to, ...others] = key.split('/').map(dateOfKey);
  if (!from || !to || others.length > 0 || to < from || addDays(from, MAX_DAYS - 1) < to) return null;
  return { from, to };
}

function lastDays(count: number, today: IsoDate): Interval {
  const from = count >= 1 && count <= 100_000 ? addDays(today, 1 - count) : null;
  if (from === null || from < EARLIEST) {
    throw badUserInput(`Cannot take the last ${count} days: lastDays is 1 (today alone) or more, back to ${EARLIEST}`);
  }
  return { from, to: today };
}

function between(from: IsoDate, to: IsoDate): Interval {
  if (to < from) throw badUserInput(`Cannot read from ${from} to ${to}: the last day lies before the first; swap them`);
  return { from, to };
}

function monthOf(month: string): Interval {
  const from = isoDate(`${month}-01`);
  return { from, to: addDays(isoDate(addDays(from, 31).slice(0, 8).concat('01')), -1) };
}
