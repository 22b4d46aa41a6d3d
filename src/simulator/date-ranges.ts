// The dates that a request names, checked against the limits of the API. All throw an HttpError with 400.
import { type IsoDate, addDays, daysBetween, isIsoDate } from '../calendar.ts';
import type { PersonRequest } from './request.ts';
import { HttpError } from './response.ts';

/** A range of dates. */
export interface Range {
  readonly from: IsoDate;
  /** Included. */
  readonly to: IsoDate;
}

/** Days of a list without a range, today included; and the widest range, both ends included. */
const LIST_DAYS = 28;
const RANGE_DAYS = 28;
/** Sessions are listed for 30 days after their upload. */
const EXERCISE_DAYS = 30;
/** Daily activity reaches back this far; today minus 365 is still served. */
const ACTIVITY_AGE_DAYS = 365;
const PERIOD_DAYS = 180;
const PERIOD_MONTHS = 6;

/** The date in the path. */
export function dateOf(request: PersonRequest): IsoDate {
  return dateFrom('date', request.params['date'] ?? '');
}

/** The date in the path of daily activity, at most 365 days ago. */
export function activityDateOf(request: PersonRequest): IsoDate {
  return checkedAge(request, 'date', dateOf(request));
}

/** The last 28 days of the person, today included. */
export function recentDays(request: PersonRequest): Range {
  return { from: addDays(request.today, 1 - LIST_DAYS), to: request.today };
}

/** The last 30 days of the person, today included. */
export function exerciseDays(request: PersonRequest): Range {
  return { from: addDays(request.today, 1 - EXERCISE_DAYS), to: request.today };
}

/** `from` and `to`, both required. */
export function rangeOf(request: PersonRequest): Range {
  return checkedRange(dateFrom('from', request.query.get('from')), dateFrom('to', request.query.get('to')));
}

/** `from` and `to`, or the last 28 days without both; one alone is an error. */
export function rangeOrRecent(request: PersonRequest): Range {
  return request.query.has('from') || request.query.has('to') ? rangeOf(request) : recentDays(request);
}

/** Like `rangeOrRecent`, but `to` is today by default, and `from` is at most 365 days ago. */
export function activityRange(request: PersonRequest): Range {
  if (!request.query.has('from')) return rangeOrRecent(request);
  const from = dateFrom('from', request.query.get('from'));
  const to = request.query.has('to') ? dateFrom('to', request.query.get('to')) : request.today;
  return checkedRange(checkedAge(request, 'from', from), to);
}

/** The last n days, today included, n from 1 to 180. */
export function periodOfDays(request: PersonRequest): Range {
  const days = countFrom('days', request.params['days'], PERIOD_DAYS);
  return { from: addDays(request.today, 1 - days), to: request.today };
}

/** The last n months up to today, n from 1 to 6: from the day after the same day of the month. */
export function periodOfMonths(request: PersonRequest): Range {
  const months = countFrom('months', request.params['months'], PERIOD_MONTHS);
  const first = new Date(`${request.today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - months);
  const month = first.toISOString().slice(0, 8);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = String(Math.min(Number(request.today.slice(8)), lastDay)).padStart(2, '0');
  return { from: addDays(dateFrom('months', `${month}${day}`), 1), to: request.today };
}

function checkedRange(from: IsoDate, to: IsoDate): Range {
  if (from > to) throw new HttpError(400, `Cannot read the range: from ${from} is after to ${to}`);
  const days = daysBetween(from, to) + 1;
  if (days > RANGE_DAYS) throw new HttpError(400, `Cannot serve the range: ${days} days are more than ${RANGE_DAYS}`);
  return { from, to };
}

function checkedAge(request: PersonRequest, name: string, date: IsoDate): IsoDate {
  if (daysBetween(date, request.today) <= ACTIVITY_AGE_DAYS) return date;
  throw new HttpError(400, `Cannot serve ${name}: ${date} is more than ${ACTIVITY_AGE_DAYS} days ago`);
}

function dateFrom(name: string, text: string | null): IsoDate {
  if (text === null) throw new HttpError(400, `Cannot read ${name}: it is missing`);
  if (isIsoDate(text)) return text;
  throw new HttpError(400, `Cannot read ${name}: "${text}" is not a date as YYYY-MM-DD`);
}

function countFrom(name: string, text: string | undefined, most: number): number {
  const count = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new HttpError(400, `Cannot read ${name}: "${text}" is not a whole number from 1 to ${most}`);
}
