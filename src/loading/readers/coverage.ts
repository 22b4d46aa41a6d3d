// What is cached of each day of a resource, from memory and the store alone: nothing is requested.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { createResourceEntries, type KeyedEntries } from '../cache/entries.ts';
import { type EntryMetadata, isFromFuture, newestWith } from '../cache/entry.ts';
import { dateKey, LIST_KEY, type RecordKey } from '../cache/keys.ts';
import { createListIndex } from '../cache/list-index.ts';
import type { Denial } from '../cache/negative-cache.ts';
import { createRecordCache } from '../cache/record-cache.ts';
import { createWindowEdgeCache } from '../cache/window-edges.ts';
import type { LoadContext } from '../context.ts';
import { type Availability, availabilityOf, listedAvailabilityOf } from '../plan/limits.ts';
import type { DatedResource, ListedResource } from '../plan/resource.ts';
import { type CachedDay, createLocalDays } from './local-coverage.ts';

export interface DayFacts {
  readonly date: IsoDate;
  /** Whether AccessLink serves the day. */
  readonly availability: Availability;
  readonly cached: CachedDay | null;
}

export interface ResourceFacts {
  readonly resource: string;
  readonly days: readonly DayFacts[];
  /** Why the last request for the resource was denied. */
  readonly denial: Denial | null;
}

/** An entry without its value, and whether it is an empty one. */
interface KnownEntry extends EntryMetadata {
  readonly isNothing: boolean;
}

/** Coverage is of the records themselves, whatever flags they were read with. */
const ANY_FLAGS: readonly string[] = [];

/** The facts of a dated resource. The days of one with UTC times alone are those of the person. */
export async function factsOfDated<R extends RecordName>(
  { name, limits, startOf }: Pick<DatedResource<R>, 'name' | 'limits' | 'startOf'>,
  dates: readonly IsoDate[],
  context: LoadContext,
): Promise<ResourceFacts> {
  const entries = createResourceEntries<R>(name, context);
  const edges = createWindowEdgeCache(name, context);
  const days = startOf ? await createLocalDays<R>({ name, startOf }, dates, context) : null;
  await edges.load();
  const known = await knownEntries(name, { keys: (days?.utcDates ?? dates).map(dateKey), entries }, context);
  const cachedOn = (date: IsoDate) => {
    const ofDay = known(dateKey(date));
    return cachedDay(ofDay, entries.isAtHand(dateKey(date), ANY_FLAGS, ofDay));
  };
  await days?.load(cachedOn);
  const within = edges.within(limits);
  const availability = (date: IsoDate) => availabilityOf(within, date, context.today);
  return factsOf({ name, availability, dates }, context, days?.cachedOn(cachedOn) ?? cachedOn);
}

/**
 * The facts of a listed resource. A day is answered from the list, and from what is retained besides it: it is fresh when the
 * list is, which also knows on which days there is nothing. A day whose records cannot be in the list any more has only
 * what is retained.
 */
export async function factsOfListed<R extends RecordName>(
  resource: ListedResource<R>,
  dates: readonly IsoDate[],
  context: LoadContext,
): Promise<ResourceFacts> {
  const { name, maxAgeDays, latestUploadDays } = resource;
  const cache = createRecordCache<R>(name, context);
  const index = createListIndex(name, context);
  const [first, last] = [dates[0], dates.at(-1)];
  await Promise.all([cache.load([LIST_KEY]), first && last ? index.load(first, last) : null]);
  const list = newestWith(cache.entries.all(LIST_KEY), ANY_FLAGS);
  const listed = new Set(list?.value.map((record) => resource.dateOf(record)));
  const isListFresh = cache.entries.isAtHand(LIST_KEY, ANY_FLAGS);
  await cache.load(dates.flatMap((date) => index.keysOn(date)));
  const retainedAt = (date: IsoDate) =>
    Math.max(
      ...index.keysOn(date).map((id) => cache.getAny(id)?.fetchedAt ?? 0),
      listed.has(date) ? (list?.fetchedAt ?? 0) : 0,
    );
  const availability = (date: IsoDate) => listedAvailabilityOf(maxAgeDays, date, context.today);
  return factsOf({ name, availability, dates }, context, (date) => {
    const isAsked = availabilityOf({ maxAgeDays: latestUploadDays, aheadDays: 0 }, date, context.today) === 'available';
    const fetchedAt = retainedAt(date);
    if (fetchedAt > 0) return { fetchedAt, isFresh: isAsked && isListFresh, isNothing: false };
    const isListed = availability(date) === 'available';
    return list && isListed ? { fetchedAt: list.fetchedAt, isFresh: isListFresh, isNothing: true } : null;
  });
}

interface RequestedFacts {
  readonly name: string;
  readonly availability: (date: IsoDate) => Availability;
  readonly dates: readonly IsoDate[];
}

function factsOf(
  { name, availability, dates }: RequestedFacts,
  { negativeCache, partition }: LoadContext,
  cachedOn: (date: IsoDate) => CachedDay | null,
): ResourceFacts {
  return {
    resource: name,
    denial: negativeCache.find(partition, name),
    days: dates.map((date) => ({
      date,
      availability: availability(date),
      cached: cachedOn(date),
    })),
  };
}

/** The newest cached entry of a day. */
function cachedDay(known: readonly KnownEntry[], isFresh: boolean): CachedDay | null {
  const newest = newestWith(known, ANY_FLAGS);
  return newest ? { fetchedAt: newest.fetchedAt, isFresh, isNothing: newest.isNothing } : null;
}

/** What memory and the store tier know of each of these keys, which ascend, without the stored values. */
async function knownEntries<R extends RecordName>(
  resource: string,
  { keys, entries }: KeyedEntries<R>,
  { storeTier, invalidations, now }: LoadContext,
): Promise<(key: RecordKey) => KnownEntry[]> {
  const [first, last] = [keys[0], keys.at(-1)];
  const version = invalidations.version();
  const stored = first === undefined || last === undefined ? [] : await storeTier.metadata(resource, first, last);
  // What claims to have been read in the future is older than everything else, as for the readers.
  const times = stored.map((one) => (isFromFuture(one, now()) ? { ...one, fetchedAt: 0, freshUntil: 0 } : one));
  const byKey = Map.groupBy(times, ({ key }) => key);
  return (key) => [
    ...entries.all(key).map((entry) => ({ ...entry, isNothing: entry.value.length === 0 })),
    ...(byKey.get(key) ?? []).map((record) => ({ ...record, version })),
  ];
}
