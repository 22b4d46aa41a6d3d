// How far a page of nights may have to be read: in chunks, until it is full.
import { datesBetween, type IsoDate } from '../../../../calendar.ts';
import { dateOfKey } from '../../../../domain/graph/global-id.ts';
import { type Interval, MAX_DAYS } from '../../../../domain/graph/date-range.ts';
import { CHUNK_DAYS, datesWithin } from '../../../../domain/nights/pages.ts';
import type { PageArgs } from '../../../../domain/graph/connection.ts';
import type { ReadStage } from './reads.ts';
import { readNights } from './night-reads.ts';
import type { Below, Resolving } from './situation.ts';

/** The nights of a page. Ordinarily its first chunk has them all; otherwise it is read up to the bound of pages. */
export function nightsOfPage({ args, stage, field, situation }: Resolving, interval: Interval): Below {
  const page: PageArgs = args;
  const dates = datesWithin(interval, page);
  const size = Math.max(CHUNK_DAYS, (page.first ?? page.last ?? MAX_DAYS) + 1);
  const chunks = chunksOf(typeof page.last === 'number' ? dates.toReversed() : dates, size, situation.isOrdinary);
  const read = (at: ReadStage, chunk: readonly IsoDate[]): ReadStage => {
    const days = { dates: chunk, most: Number.POSITIVE_INFINITY };
    readNights(at, days, situation);
    return situation.after(at);
  };
  let at = stage;
  for (const chunk of chunks) at = read(at, chunk);
  const asksFor = (name: string) =>
    field.fields.some((inner) => inner.name === 'pageInfo' && inner.fields.some((flag) => flag.name === name));
  if (!situation.isOrdinary)
    for (const flag of ['hasNextPage', 'hasPreviousPage'] as const)
      if (asksFor(flag)) for (const chunk of beyond(flag, interval, page)) at = read(at, chunk);
  return { on: { dates: chunks.flat(), most: page.first ?? page.last ?? Number.POSITIVE_INFINITY }, stage: at };
}

/** One chunk begins within the bound of days; the last one may pass it. */
function chunksOf(dates: readonly IsoDate[], size: number, isOne: boolean): IsoDate[][] {
  const chunks: IsoDate[][] = [];
  for (let read = 0; read < dates.length && read <= MAX_DAYS; read += size) chunks.push(dates.slice(read, read + size));
  return isOne ? chunks.slice(0, 1) : chunks;
}

/** The days behind a cursor, in the chunks in which they are looked at: the first one alone. */
function beyond(
  flag: 'hasNextPage' | 'hasPreviousPage',
  { from, to }: Interval,
  { after, before }: PageArgs,
): IsoDate[][] {
  const [afterDate, beforeDate] = [dateOfKey(after ?? ''), dateOfKey(before ?? '')];
  const later = beforeDate && beforeDate <= to ? datesBetween(beforeDate < from ? from : beforeDate, to) : [];
  const earlier =
    afterDate && afterDate >= from ? datesBetween(from, afterDate > to ? to : afterDate).toReversed() : [];
  const dates = flag === 'hasNextPage' ? later : earlier;
  return [dates.slice(0, 1), ...chunksOf(dates.slice(1), CHUNK_DAYS, false)];
}
