// Finds out which days of a refused range AccessLink serves: split at today, then narrowed to the edge of its window.
import { addDays, daysBetween, earlierDate, type IsoDate, laterDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { Today } from '../plan/limits.ts';
import { narrow } from '../plan/narrowing.ts';
import { type PlannedRequest, requestFor } from '../plan/plan.ts';
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
  const parts = await Promise.all([settleSpan({ near: utc, far: from }, search), settleSpan(ahead, search)]);
  return parts.flat();
}

/** Requests a span, and searches it when it is refused. */
async function settleSpan<R extends RecordName>(span: Span, search: WindowSearch<R>): Promise<readonly Settled<R>[]> {
  const settled = await search.settle(requestOf(span, search.hasDate));
  const [first] = settled;
  if (settled.length !== 1 || !first || !isRefused(first.outcome) || span.near === span.far) return settled;
  const isPast = span.near <= search.today.utc;
  return isPast ? searchPast(span, first.outcome, search) : searchSpan(span, first.outcome, search);
}

/** Days up to today. When all are refused together with today, those before it are requested without it. */
async function searchPast<R extends RecordName>(
  span: Span,
  rejection: Error,
  search: WindowSearch<R>,
): Promise<readonly Settled<R>[]> {
  const parts = await searchSpan(span, rejection, search);
  const isAllRefused = parts.every(({ outcome }) => isRefused(outcome));
  if (!isAllRefused || span.near !== search.today.utc) return parts;
  const yesterday = addDays(span.near, -1);
  const today: Settled<R> = { request: requestOf({ near: span.near, far: span.near }, true), outcome: rejection };
  const before = await search.settle(requestOf({ near: yesterday, far: yesterday }, search.hasDate));
  if (before.some(({ outcome }) => isRefused(outcome))) return parts;
  if (yesterday === span.far) return [today, ...before];
  const rest = await settleSpan({ near: addDays(yesterday, -1), far: span.far }, search);
  return [today, ...before, ...rest];
}

async function searchSpan<R extends RecordName>(
  { near, far }: Span,
  rejection: Error,
  { settle, hasDate, form }: WindowSearch<R> & { readonly form?: 'period' },
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
