// Pages of nights: the days of a range that have one, read in chunks no longer than needed.
import { addDays, datesBetween, type IsoDate } from '../../calendar.ts';
import { type Edge, type Page, type PageArgs, type PageInfoParent, pageOf } from '../graph/connection.ts';
import type { Context } from '../context.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { DomainError } from '../errors.ts';
import { type Interval, MAX_DAYS } from '../graph/date-range.ts';
import type { LazyConnection, LazyEdge } from '../graph/lazy-connection.ts';
import { type NightParent, readNight } from './night.ts';

export type NightConnectionParent = LazyConnection<NightParent>;
export type NightEdgeParent = LazyEdge<NightParent>;

/** Nights of the last 28 days come in one list, so no chunk is shorter. */
export const CHUNK_DAYS = 28;

type NightEdge = Edge<NightParent | Error>;

/**
 * A page of the nights of an interval, oldest first; the cursor is the date, and the arguments have been checked. A night that
 * cannot be read is an Error in its place; rejects when none can be read. Beyond 28 days each night costs a request, so days
 * are read in chunks from the page's end inwards until it is full.
 */
export async function pageOfNights(
  interval: Interval,
  args: PageArgs,
  context: Context,
): Promise<Page<NightParent | Error>> {
  const dates = datesWithin(interval, args);
  const wanted = (args.first ?? args.last ?? MAX_DAYS) + 1;
  const isBackward = typeof args.last === 'number';
  let edges: NightEdge[] = [];
  let read = 0;
  while (read < dates.length && edges.length < wanted) {
    const size = Math.max(CHUNK_DAYS, wanted);
    const chunk = isBackward
      ? dates.slice(Math.max(0, dates.length - read - size), dates.length - read)
      : dates.slice(read, read + size);
    const found = await readChunk(chunk, context);
    edges = isBackward ? [...found, ...edges] : [...edges, ...found];
    read += chunk.length;
    if (read > MAX_DAYS && edges.length < wanted) throw tooFar(`Cannot find ${wanted - 1} nights in ${read} days`);
  }
  const page = pageOf(edges, args);
  return { ...page, pageInfo: { ...page.pageInfo, ...neighboursOf(page, { interval, args, context }) } };
}

async function readChunk(dates: readonly IsoDate[], context: Context): Promise<NightEdge[]> {
  const nights = await Promise.allSettled(dates.map((date) => readNight(date, context)));
  const reasons = nights.flatMap((night) => (night.status === 'rejected' ? [night.reason] : []));
  if (reasons.length > 0 && reasons.length === nights.length) throw reasons[0];
  return nights.flatMap((night, index) => {
    const node = night.status === 'fulfilled' ? night.value : (night.reason as Error);
    return node === null ? [] : [{ node, cursor: dates[index] as string }];
  });
}

/** The days that a page looks at, oldest first. Throws cost-exceeded when it is no page and they are too many. */
export function datesWithin({ from, to }: Interval, { after, before, first, last }: PageArgs): IsoDate[] {
  const [afterDate, beforeDate] = [dateOfKey(after ?? ''), dateOfKey(before ?? '')];
  const start = afterDate && afterDate >= from ? addDays(afterDate, 1) : from;
  const end = beforeDate && beforeDate <= to ? addDays(beforeDate, -1) : to;
  const isPaged = typeof first === 'number' || typeof last === 'number';
  if (!isPaged && addDays(start, MAX_DAYS - 1) < end) throw tooFar(`Cannot read from ${start} to ${end} at once`);
  return datesBetween(start, end);
}

interface Paging {
  readonly interval: Interval;
  readonly args: PageArgs;
  readonly context: Context;
}

/** Whether there are nights beyond the cursors of a page, which were not read for it: looked up when it is selected. */
function neighboursOf(
  { pageInfo }: Page<unknown>,
  { interval: { from, to }, args, context }: Paging,
): Pick<PageInfoParent, 'hasNextPage' | 'hasPreviousPage'> {
  const [after, before] = [dateOfKey(args.after ?? ''), dateOfKey(args.before ?? '')];
  const { hasNextPage, hasPreviousPage } = pageInfo;
  const later = before && before <= to ? datesBetween(before < from ? from : before, to) : [];
  const earlier = after && after >= from ? datesBetween(from, after > to ? to : after).toReversed() : [];
  return {
    hasNextPage: hasNextPage || (() => hasNight(later, context)),
    hasPreviousPage: hasPreviousPage || (() => hasNight(earlier, context)),
  };
}

/**
 * Whether any of these dates has a night. The first date is looked up by itself: it is mostly the cursor of a page, and known.
 * One that cannot be read counts, and so do those behind MAX_DAYS without one: they are not looked for.
 */
async function hasNight(dates: readonly IsoDate[], context: Context): Promise<boolean> {
  for (let read = 0; read < dates.length; read += read === 0 ? 1 : CHUNK_DAYS) {
    if (read > MAX_DAYS) return true;
    const chunk = dates.slice(read, read === 0 ? 1 : read + CHUNK_DAYS);
    const nights = await Promise.allSettled(chunk.map((date) => readNight(date, context)));
    if (nights.some((night) => night.status === 'rejected' || night.value !== null)) return true;
  }
  return false;
}

function tooFar(message: string): DomainError {
  return new DomainError('cost-exceeded', `${message}: narrow the range to ${MAX_DAYS} days; each night is a request`);
}
