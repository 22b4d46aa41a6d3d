// Which dates a request asks for, and the limits of the API on them.
import { type IsoDate, addDays, daysBetween, isIsoDate } from '../calendar.ts';
import { type Ask, Refusal } from './ask.ts';

export interface Range {
  readonly from: IsoDate;
  /** Included. */
  readonly to: IsoDate;
}

/** Days of a list without a range, today included; and the widest range, both ends included. */
const LIST_DAYS = 28;
const RANGE_DAYS = 28;
/** Sessions stay listed for 30 days after their upload. */
const EXERCISE_DAYS = 30;
/** Daily activity reaches back this far; today minus 365 is still served. */
const ACTIVITY_AGE_DAYS = 365;
const PERIOD_DAYS = 180;
const PERIOD_MONTHS = 6;

/** The date in the path, which must be one of the calendar. */
export function dateOf(ask: Ask): IsoDate {
  return dateFrom('date', ask.params['date'] ?? '');
}

/** The date in the path of daily activity, at most 365 days ago. */
export function activityDateOf(ask: Ask): IsoDate {
  return youngEnough(ask, 'date', dateOf(ask));
}

/** The last 28 days of the person, today included. */
export function recentDays(ask: Ask): Range {
  return { from: addDays(ask.today, 1 - LIST_DAYS), to: ask.today };
}

/** The last 30 days of the person, today included. */
export function exerciseDays(ask: Ask): Range {
  return { from: addDays(ask.today, 1 - EXERCISE_DAYS), to: ask.today };
}

/** `from` and `to`, both required. */
export function rangeOf(ask: Ask): Range {
  return checkedRange(dateFrom('from', ask.query.get('from')), dateFrom('to', ask.query.get('to')));
}

/** `from` and `to`, or the last 28 days when both are left out; one alone is refused. */
export function rangeOrRecent(ask: Ask): Range {
  return ask.query.has('from') || ask.query.has('to') ? rangeOf(ask) : recentDays(ask);
}

/** Like `rangeOrRecent`, but `to` may be left out (today), and `from` is at most 365 days ago. */
export function activityRange(ask: Ask): Range {
  if (!ask.query.has('from')) return rangeOrRecent(ask);
  const from = dateFrom('from', ask.query.get('from'));
  const to = ask.query.has('to') ? dateFrom('to', ask.query.get('to')) : ask.today;
  return checkedRange(youngEnough(ask, 'from', from), to);
}

/** The last n days, today included, n from 1 to 180. */
export function periodOfDays(ask: Ask): Range {
  const days = countFrom('days', ask.params['days'], PERIOD_DAYS);
  return { from: addDays(ask.today, 1 - days), to: ask.today };
}

/** The last n months up to today, n from 1 to 6: from the day after the same day of the month. */
export function periodOfMonths(ask: Ask): Range {
  const months = countFrom('months', ask.params['months'], PERIOD_MONTHS);
  const first = new Date(`${ask.today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - months);
  const month = first.toISOString().slice(0, 8);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = String(Math.min(Number(ask.today.slice(8)), lastDay)).padStart(2, '0');
  return { from: addDays(dateFrom('months', `${month}${day}`), 1), to: ask.today };
}

function checkedRange(from: IsoDate, to: IsoDate): Range {
  if (from > to) throw new Refusal(400, `Cannot read the range: from ${from} is after to ${to}`);
  const days = daysBetween(from, to) + 1;
  if (days > RANGE_DAYS) throw new Refusal(400, `Cannot serve the range: ${days} days are more than ${RANGE_DAYS}`);
  return { from, to };
}

function youngEnough(ask: Ask, name: string, date: IsoDate): IsoDate {
  if (daysBetween(date, ask.today) <= ACTIVITY_AGE_DAYS) return date;
  throw new Refusal(400, `Cannot serve ${name}: ${date} is more than ${ACTIVITY_AGE_DAYS} days ago`);
}

function dateFrom(name: string, text: string | null): IsoDate {
  if (text === null) throw new Refusal(400, `Cannot read ${name}: it is missing`);
  if (isIsoDate(text)) return text;
  throw new Refusal(400, `Cannot read ${name}: "${text}" is not a date as YYYY-MM-DD`);
}

function countFrom(name: string, text: string | undefined, most: number): number {
  const count = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new Refusal(400, `Cannot read ${name}: "${text}" is not a whole number from 1 to ${most}`);
}
