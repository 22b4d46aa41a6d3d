// A civil day: nothing but its date; everything else is resolved from it.
import { addDays, datesBetween, daysBetween, type IsoDate, laterDate } from '../../calendar.ts';
import { checkPageArgs, type Edge, type Page, type PageArgs } from '../graph/connection.ts';
import { isDateCursor } from '../graph/date-cursor.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { DomainError } from '../errors.ts';
import { type Interval, MAX_DAYS } from '../graph/date-range.ts';

/** A day of the graph. */
export interface DayParent {
  readonly date: IsoDate;
}

export type DayEdgeParent = Edge<DayParent>;

/** A page of days with the days next to their edges, which are made when they are selected. */
export interface DayConnectionParent extends Pick<Page<DayParent>, 'pageInfo'> {
  readonly nodes: readonly DayParent[];
  readonly edges: () => readonly DayEdgeParent[];
}

/** The day `days` later. */
export function dayAfter({ date }: DayParent, days = 1): DayParent {
  return { date: addDays(date, days) };
}

/**
 * A page of the days of an interval, oldest first; the cursor is the date. Works by arithmetic: a range of decades
 * costs what its page costs. Throws cost-exceeded for a page of more than 400 days.
 */
export function pageOfDays({ from, to }: Interval, args: PageArgs): DayConnectionParent {
  checkPageArgs(args, isDateCursor);
  const [after, before] = [dateOfKey(args.after ?? ''), dateOfKey(args.before ?? '')];
  const start = after ? laterDate(from, addDays(after, 1)) : from;
  const end = before && addDays(before, -1) < to ? addDays(before, -1) : to;
  const length = Math.max(0, daysBetween(start, end) + 1);
  const size = Math.min(length, args.first ?? args.last ?? length);
  if (size > MAX_DAYS) throw tooMany(size);
  const first = typeof args.last === 'number' ? addDays(start, length - size) : start;
  const dates = datesBetween(first, addDays(first, size - 1));
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return pageFrom(dates, {
    hasNext: newest ? newest < to : (args.first === 0 && length > 0) || (before !== null && before <= to),
    hasPrevious: oldest ? oldest > from : (args.last === 0 && length > 0) || (after !== null && after >= from),
  });
}

function pageFrom(
  dates: readonly IsoDate[],
  { hasNext, hasPrevious }: { hasNext: boolean; hasPrevious: boolean },
): DayConnectionParent {
  const nodes = dates.map((date) => ({ date }));
  return {
    nodes,
    // Most pages are read by their nodes. No accessor: docs/decisions/memory.md.
    edges: () => nodes.map((node) => ({ node, cursor: node.date })),
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: dates[0] ?? null,
      endCursor: dates.at(-1) ?? null,
    },
  };
}

function tooMany(size: number): DomainError {
  return new DomainError(
    'cost-exceeded',
    `Cannot read ${size} days at once: ask for at most ${MAX_DAYS} with first or last`,
  );
}
