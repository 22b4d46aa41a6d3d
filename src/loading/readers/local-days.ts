// The days of a person in UTC: AccessLink has some records by UTC days, since it does not say by which clock they were
// measured.
import { addDays, dateOfInstant, type IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import { createRangeWidthCache } from '../cache/range-widths.ts';
import { createWindowEdgeCache } from '../cache/window-edges.ts';
import type { LoadContext } from '../context.ts';
import type { Calendar, DayOf } from '../day-clock.ts';
import type { Today } from '../plan/limits.ts';
import { planRequests } from '../plan/plan.ts';
import type { UtcDatedResource } from '../plan/resource.ts';
import { createDateReader, type DateReader } from './date-reader.ts';

const DAY_MS = 86_400_000;

/**
 * The reader of a resource with UTC times alone: a date has the records that begin on it by the clock of the person. Those
 * are of the UTC days that it overlaps, as far as they have begun. A record without a time stays where it was found.
 */
export function createLocalDayReader<R extends RecordName>(
  resource: UtcDatedResource<R>,
  context: LoadContext,
): DateReader<R> {
  const read = createDateReader<R>(resource, context);
  return async (dates) => {
    const utcDates = await utcDatesToRead(resource, dates, context);
    const found = await read(utcDates);
    const days = new Map(utcDates.map((utcDate, index) => [utcDate, found[index]]));
    const calendar = await context.clock.calendar();
    // The last known offset may change with any record.
    if (!calendar.isNamed) context.stats.freshness.include(0);
    return dates.map((date) => dayFrom(resource, date, { days, calendar, context }));
  };
}

/**
 * The UTC days to read. Where the request did not name its zone, a neighbouring day comes along as far as it costs no request:
 * an offset that was learnt meanwhile makes no question cost more than before. While an offset is being learnt, it may be any.
 */
async function utcDatesToRead<R extends RecordName>(
  { name, limits }: Pick<UtcDatedResource<R>, 'name' | 'limits'>,
  dates: readonly IsoDate[],
  context: LoadContext,
): Promise<IsoDate[]> {
  const { clock, today } = context;
  const known = await clock.known();
  const isOpen = known === null && (await clock.isLearning());
  const overlapping = dates.map((date) =>
    isOpen ? daysAround(date, today) : utcDatesOf(date, known?.dayOf ?? dateOfInstant, today),
  );
  const needed = new Set(overlapping.flat());
  if (known?.isNamed) return [...needed];
  const own = new Set(dates.flatMap((date, index) => ownOf(date, overlapping[index] ?? [])));
  const cache = createRecordCache<R>(name, context);
  const edges = createWindowEdgeCache(name, context);
  const widths = createRangeWidthCache(name, context);
  await Promise.all([cache.load([...needed].map(dateKey)), edges.load()]);
  const isMissing = (date: IsoDate) => !cache.entries.isAtHand(dateKey(date), cache.flags);
  const callsFor = (some: Iterable<IsoDate>) =>
    planRequests(widths.within(edges.within(limits)), [...some].filter(isMissing), today).length;
  const calls = callsFor(own);
  if (callsFor(needed) === calls) return [...needed];
  for (const date of needed.difference(own)) if (callsFor([...own, date]) === calls) own.add(date);
  return [...own];
}

/** Which days have begun in UTC, and anywhere. */
type UtcToday = Pick<Today, 'utc' | 'begunDate'>;

interface Found<R extends RecordName> {
  readonly calendar: Calendar;
  readonly context: LoadContext;
  readonly days: ReadonlyMap<IsoDate, CachedRecords<R> | Error | undefined>;
}

/** A day of the person, of the UTC days that were read. */
function dayFrom<R extends RecordName>(
  { startOf }: Pick<UtcDatedResource<R>, 'startOf'>,
  date: IsoDate,
  { days, calendar: { dayOf }, context }: Found<R>,
): CachedRecords<R> | Error {
  const parts: { readonly utcDate: IsoDate; readonly day: CachedRecords<R> }[] = [];
  for (const utcDate of utcDatesOf(date, dayOf, context.today)) {
    const day = days.get(utcDate);
    if (day instanceof Error) return day;
    if (day) parts.push({ utcDate, day });
  }
  const dateOf = (utcDate: IsoDate, record: Records[R]) => localDateOf(startOf(record), utcDate, dayOf);
  return {
    value: parts.flatMap(({ utcDate, day }) => day.value.filter((record) => dateOf(utcDate, record) === date)),
    fetchedAt: oldestOf(parts.map(({ day }) => day)) ?? context.now(),
    stale: parts.some(({ day }) => day.stale),
    isDerived: true,
  };
}

/** When the oldest of them was read; null for none, as on a day that has begun somewhere, but not for the person. */
export function oldestOf(read: readonly { readonly fetchedAt: number }[]): number | null {
  return read.length === 0 ? null : Math.min(...read.map(({ fetchedAt }) => fetchedAt));
}

/** The day of a record that starts at an instant; without one, the day that it was found on. */
export function localDateOf(start: number | null, utcDate: IsoDate, dayOf: DayOf): IsoDate {
  return start === null ? utcDate : dayOf(start);
}

/**
 * The UTC days that a day of a person overlaps, as far as they have begun; itself where it has begun nowhere. None for a day
 * that has begun somewhere, but neither in UTC nor for the person.
 */
export function utcDatesOf(date: IsoDate, dayOf: DayOf, today: UtcToday): IsoDate[] {
  return daysAround(date, today).filter((utcDate) => {
    const start = Date.parse(utcDate);
    return utcDate === date || dayOf(start) === date || dayOf(start + DAY_MS - 1) === date;
  });
}

/** The UTC days that a day of a person may overlap, in whatever zone, as far as they have begun; itself where none has. */
export function daysAround(date: IsoDate, { utc, begunDate }: UtcToday): IsoDate[] {
  const around = date > begunDate ? [date] : [addDays(date, -1), date, addDays(date, 1)];
  const begun = around.filter((utcDate) => utcDate <= utc);
  return begun.length > 0 ? begun : [date];
}

/**
 * The UTC days that a request must be sent for, to know a day of a person. Without a time zone that the request names, all
 * that the day may overlap where the day of the same date has not begun.
 */
export function requiredUtcDates(date: IsoDate, named: DayOf | null, today: UtcToday): readonly IsoDate[] {
  return named ? utcDatesOf(date, named, today) : ownOf(date, daysAround(date, today));
}

/** Of those, the ones that a request must be sent for: the day of the same date; where that has not begun, what has. */
export function ownOf(date: IsoDate, utcDates: readonly IsoDate[]): readonly IsoDate[] {
  return utcDates.includes(date) ? [date] : utcDates;
}
