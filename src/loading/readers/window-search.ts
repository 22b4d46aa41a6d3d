// Finds out which days of a refused range AccessLink serves: split at today, then narrowed to the edge of its window.
import { addDays, daysBetween, earlierDate, type IsoDate, laterDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { Today } from '../plan/limits.ts';
import { narrow } from '../plan/narrowing.ts';
import { type PlannedRequest, requestFor } from '../plan/plan.ts';
import { AT_ONCE_DAYS } from '../plan/search-bound.ts';
import { isRefused, type Settled, type SettleRequest } from './dated-request.ts';

/** What the search works with. */
export interface WindowSearch<R extends RecordName> {
  readonly settle: SettleRequest<R>;
  readonly hasDate: boolean;
  readonly today: Today;
}

/** Days from the one nearest to today to the farthest one. */
interface Span {
  readonly near: IsoDate;
  readonly far: IsoDate;
}

/**
 * The parts of a refused range. A range that reaches ahead of UTC's today is split there first. Where even today is
 * refused, AccessLink's clock may be behind: the days before it are requested without it.
 */
export async function searchWindow<R extends RecordName>(
  { request, outcome }: Settled<R>,
  search: WindowSearch<R>,
): Promise<readonly Settled<R>[]> {
  const { utc } = search.today;
  const { from, to } = request;
  if (!isRefused(outcome) || from === to || request.form === 'recent') return [{ request, outcome }];
  if (request.form === 'period') return searchSpan({ near: to, far: from }, outcome, { ...search, form: 'period' });
  if (to <= utc) return searchPast({ near: to, far: from }, outcome, search);
  const ahead = { near: laterDate(from, addDays(utc, 1)), far: to };
  if (from > utc) return searchSpan(ahead, outcome, search);
  const past = { near: utc, far: laterDate(from, addDays(utc, 1 - AT_ONCE_DAYS)) };
  const [days, daysAhead] = await Promise.all([settleSpan(past, search), settleSpan(ahead, search)]);
  if (past.far === from) return [...days, ...daysAhead];
  const rest = { near: addDays(past.far, -1), far: from };
  const refused = refusedPart(rest, outcome, search);
  // Behind an edge nothing is requested; where the days ahead are served, the range was refused for the rest of it.
  if (days.some(isRefusedPart)) return [...days, ...daysAhead, refused];
  const older = daysAhead.some(isRefusedPart) ? settleSpan(rest, search) : searchSpan(rest, outcome, search);
  return [...days, ...daysAhead, ...(await older)];
}

function isRefusedPart<R extends RecordName>({ outcome }: Settled<R>): boolean {
  return isRefused(outcome);
}

/** Requests a span, and searches it when it is refused. */
async function settleSpan<R extends RecordName>(span: Span, search: WindowSearch<R>): Promise<readonly Settled<R>[]> {
  const settled = await search.settle(requestOf(span, search.hasDate));
  const [first] = settled;
  if (settled.length !== 1 || !first || !isRefused(first.outcome) || span.near === span.far) return settled;
  const isPast = span.near <= search.today.utc;
  return isPast ? searchPast(span, first.outcome, search) : searchSpan(span, first.outcome, search);
}

/**
 * Days up to today. Where all but yesterday are refused together with today, yesterday is requested without it: when that is
 * served, AccessLink's clock is behind, and the days before it are requested too.
 */
async function searchPast<R extends RecordName>(
  span: Span,
  rejection: Error,
  search: WindowSearch<R>,
): Promise<readonly Settled<R>[]> {
  if (span.near !== search.today.utc || span.near === span.far) return searchSpan(span, rejection, search);
  const parts = await searchSpan(span, rejection, { ...search, fewest: 2 });
  if (!parts.every(isRefusedPart)) return parts;
  const [today, yesterday] = [span.near, addDays(span.near, -1)];
  const alone = (date: IsoDate) => requestOf({ near: date, far: date }, search.hasDate);
  const before = await search.settle(alone(yesterday));
  if (before.some(isRefusedPart)) {
    const last = await search.settle(alone(today));
    return last.some(isRefusedPart)
      ? parts
      : [...last, refusedPart({ near: yesterday, far: span.far }, rejection, search)];
  }
  const refusedToday = refusedPart({ near: today, far: today }, rejection, search);
  if (yesterday === span.far) return [refusedToday, ...before];
  return [refusedToday, ...before, ...(await settleSpan({ near: addDays(yesterday, -1), far: span.far }, search))];
}

function refusedPart<R extends RecordName>(span: Span, outcome: Error, { hasDate }: WindowSearch<R>): Settled<R> {
  return { request: requestOf(span, hasDate), outcome };
}

interface SpanOptions {
  readonly form?: 'period';
  /** So few days, all of them in doubt, are not requested in parts. */
  readonly fewest?: number;
}

async function searchSpan<R extends RecordName>(
  { near, far }: Span,
  rejection: Error,
  { settle, hasDate, form, fewest }: WindowSearch<R> & SpanOptions,
): Promise<readonly Settled<R>[]> {
  const step = far < near ? -1 : 1;
  const dayAt = (index: number) => addDays(near, step * index);
  const partOf = (start: number, end: number): PlannedRequest =>
    form ? { form, from: dayAt(end - 1), to: near } : requestOf({ near: dayAt(start), far: dayAt(end - 1) }, hasDate);
  const parts = await narrow<readonly Settled<R>[]>(rejection, {
    days: Math.abs(daysBetween(near, far)) + 1,
    request: async (start, end) => {
      const settled = await settle(partOf(start, end));
      const [first] = settled;
      return settled.length === 1 && first && first.outcome instanceof Error ? first.outcome : settled;
    },
    isRefused,
    fewest: fewest ?? 1,
  });
  return parts.flatMap(({ start, end, outcome }) =>
    outcome instanceof Error
      ? [{ request: requestOf({ near: dayAt(start), far: dayAt(end - 1) }, hasDate), outcome }]
      : outcome,
  );
}

function requestOf({ near, far }: Span, hasDate: boolean): PlannedRequest {
  return requestFor(hasDate, earlierDate(near, far), laterDate(near, far));
}
