// What answers a lookup in a listed resource: AccessLink's list, and what is retained besides it.
import { addDays, earlierDate, type IsoDate, isoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { type CachedRecords, isServedStale } from '../cache/record-cache.ts';
import { type Availability, listedAvailabilityOf } from '../plan/limits.ts';
import { countAbsent } from '../stats.ts';
import type { ListedCache, ListLookup } from './list-records.ts';

/** Records of a list, and those that are retained besides it, which have an age of their own. */
export interface ListedRecords<R extends RecordName> extends CachedRecords<R> {
  readonly unlisted?: readonly CachedRecords<R>[];
  /** Nothing is known of the days that were looked up: AccessLink does not list them any more, and nothing is retained. */
  readonly isAbsent?: boolean;
}

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const FIRST_DAY = isoDate('1970-01-01');

/** What was found for a lookup. */
export interface FoundForLookup<R extends RecordName> {
  /** Under its key; undefined when nothing was requested. */
  readonly found: CachedRecords<R> | Error | undefined;
  /** The days of which records are retained, as far as lookups are about them. */
  readonly retainedDates: readonly IsoDate[];
}

/** The days of which records are retained, of those that any of these lookups is about. Their keys are then known. */
export async function loadRetainedDates<R extends RecordName>(
  { index, context }: ListedCache<R>,
  lookups: readonly ListLookup[],
): Promise<IsoDate[]> {
  const days = lookups.flatMap((lookup): Days[] => {
    if (lookup.kind === 'days') return [lookup];
    return lookup.kind === 'all' ? [{ from: FIRST_DAY, to: context.today.begunDate }] : [];
  });
  const [first] = days.map(({ from }) => from).toSorted();
  const last = days
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  return first && last ? index.load(first, last) : [];
}

/**
 * The answer to a lookup, from what was found under its key; undefined when nothing was requested. A list that cannot be
 * read hides nothing that is retained; it is a failure when nothing is.
 */
export async function answerFrom<R extends RecordName>(
  listed: ListedCache<R>,
  lookup: ListLookup,
  { found, retainedDates }: FoundForLookup<R>,
): Promise<ListedRecords<R> | Error> {
  if (lookup.kind === 'list' || lookup.kind === 'one') return found ?? none(listed);
  const { resource } = listed;
  const days = lookup.kind === 'days' ? lookup : null;
  const isWithin = (date: IsoDate | null) => days === null || (date !== null && date >= days.from && date <= days.to);
  const list = found instanceof Error || found === undefined ? none(listed) : found;
  const value = list.value.filter((record) => isWithin(resource.dateOf(record)));
  const dates = retainedDates.filter(isWithin);
  const unlisted = await unlistedRecords(listed, dates, new Set(list.value.map((record) => resource.idOf(record))));
  if (found instanceof Error && !(isServedStale(found) && unlisted.length > 0 && isBefore(listed, days))) return found;
  if (days) countUnlisted(listed, days);
  const isAbsent = days !== null && value.length + unlisted.length === 0 && isBefore(listed, days);
  return { ...list, value, unlisted, ...(isAbsent ? { isAbsent } : {}) };
}

function none<R extends RecordName>({ context }: ListedCache<R>): CachedRecords<R> {
  return { value: [], fetchedAt: context.now(), stale: false };
}

/** What is retained of some days and not listed. */
async function unlistedRecords<R extends RecordName>(
  listed: ListedCache<R>,
  dates: readonly IsoDate[],
  listedIds: ReadonlySet<string | null>,
): Promise<CachedRecords<R>[]> {
  const { resource, cache, index } = listed;
  const idsOn = (date: IsoDate) => index.keysOn(date).filter((id) => !listedIds.has(id));
  await cache.load(dates.flatMap(idsOn));
  return dates.flatMap((date) =>
    idsOn(date).flatMap((id) => {
      const retained = cache.getRetained(id);
      const isOfDay = retained?.value.some((record) => resource.dateOf(record) === date);
      // The list should have a record of a day in its window: this one is old. That of an older day is history.
      const stale = availabilityIn(listed, date) === 'available';
      return retained && isOfDay ? [{ ...retained, stale }] : [];
    }),
  );
}

/** Where a day lies in the window of which the list is sure to have every upload. */
function availabilityIn<R extends RecordName>({ resource, context }: ListedCache<R>, date: IsoDate): Availability {
  return listedAvailabilityOf(resource.maxAgeDays, date, context.today);
}

/** Whether all days are older than those that the list is sure to have. */
function isBefore<R extends RecordName>(listed: ListedCache<R>, days: Days | null): boolean {
  return days !== null && availabilityIn(listed, days.to) === 'out-of-window';
}

/** Counts the days that the list is not sure to have as absent. Of a list that could not be read the failure says why. */
function countUnlisted<R extends RecordName>({ resource, context }: ListedCache<R>, { from, to }: Days): void {
  const { name, maxAgeDays } = resource;
  const lastUnlisted = addDays(context.today.latestDate, -maxAgeDays - 1);
  if (from > lastUnlisted) return;
  for (const date of [from, earlierDate(to, lastUnlisted)]) {
    countAbsent(context.stats, { resource: name, date, reason: 'out-of-window' });
  }
}
