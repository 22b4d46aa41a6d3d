// Pages of nights: the days of a range that have one, read in chunks no longer than needed.
import { addDays, datesBetween, type IsoDate } from '../../calendar.ts';
import { type Edge, type Page, type PageArgs, type PageInfoParent, pageOf } from '../graph/connection.ts';
import type { Context } from '../context.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { DomainError } from '../errors.ts';
import { type Interval, MAX_DAYS } from '../graph/date-range.ts';
import type { LazyConnection, LazyEdge } from '../graph/lazy-connection.ts';
import { allSettled, areReady, type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
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
export function pageOfNights(
  interval: Interval,
  args: PageArgs,
  context: Context,
): PromiseOrValue<Page<NightParent | Error>> {
  const dates = datesWithin(interval, args);
  return whenReady(readEdges({ dates, args, context }, { edges: [], read: 0 }), (edges) => {
    const page = pageOf(edges, args);
    return { ...page, pageInfo: { ...page.pageInfo, ...neighboursOf(page, { interval, args, context }) } };
  });
}

interface PageRead {
  readonly dates: readonly IsoDate[];
  readonly args: PageArgs;
  readonly context: Context;
}

interface ReadSoFar {
  readonly edges: readonly NightEdge[];
  /** How many of the dates were read. */
  readonly read: number;
}

/** Reads one chunk after another until there are enough nights for the page, and one that shows whether there are more. */
function readEdges(page: PageRead, { edges, read }: ReadSoFar): PromiseOrValue<readonly NightEdge[]> {
  const { dates, args, context } = page;
  const wanted = (args.first ?? args.last ?? MAX_DAYS) + 1;
  if (edges.length >= wanted) return edges;
  if (read > MAX_DAYS) throw tooFar(`Cannot find ${wanted - 1} nights in ${read} days`);
  if (read >= dates.length) return edges;
  const isBackward = typeof args.last === 'number';
  const size = Math.max(CHUNK_DAYS, wanted);
  const [from, to] = isBackward ? [dates.length - read - size, dates.length - read] : [read, read + size];
  const chunk = dates.slice(Math.max(0, from), to);
  return whenReady(readChunk(chunk, context), (found) =>
    readEdges(page, { edges: isBackward ? [...found, ...edges] : [...edges, ...found], read: read + chunk.length }),
  );
}

function readChunk(dates: readonly IsoDate[], context: Context): PromiseOrValue<readonly NightEdge[]> {
  context.expectDates(dates);
  const nights = dates.map((date) => readNight(date, context));
  return areReady(nights) ? edgesOf(dates, nights) : readableNights(dates, nights);
}

async function readableNights(
  dates: readonly IsoDate[],
  reading: readonly PromiseOrValue<NightParent | null>[],
): Promise<readonly NightEdge[]> {
  const nights = await allSettled(reading);
  const reasons = nights.flatMap((night) => (night.status === 'rejected' ? [night.reason] : []));
  if (reasons.length > 0 && reasons.length === nights.length) throw reasons[0];
  return edgesOf(
    dates,
    nights.map((night) => (night.status === 'fulfilled' ? night.value : (night.reason as Error))),
  );
}

function edgesOf(dates: readonly IsoDate[], nights: readonly (NightParent | Error | null)[]): NightEdge[] {
  return nights.flatMap((node, index) => (node === null ? [] : [{ node, cursor: dates[index] as string }]));
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
    hasNextPage: hasNextPage || (later.length > 0 && (() => hasNight(later, context))),
    hasPreviousPage: hasPreviousPage || (earlier.length > 0 && (() => hasNight(earlier, context))),
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
    const nights = await allSettled(chunk.map((date) => readNight(date, context)));
    if (nights.some((night) => night.status === 'rejected' || night.value !== null)) return true;
  }
  return false;
}

function tooFar(message: string): DomainError {
  return new DomainError('cost-exceeded', `${message}: narrow the range to ${MAX_DAYS} days; each night is a request`);
}
