// Reads a resource of one list: all of it, single records by id, or those of a day, in the fewest requests.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { idKey, LIST_KEY, listDateKey, type RecordKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache, type RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import { OutOfWindowError } from '../errors.ts';
import { type Availability, availabilityOf } from '../plan/limits.ts';
import type { ListedResource } from '../plan/resource.ts';
import { putList, recordsIn } from './list-records.ts';
import { createSharedRequests, type SharedRequests } from './shared-request.ts';

/** What is looked up in a listed resource: all of it, the record with an id, or those of a day. */
export type ListLookup =
  | { readonly kind: 'list' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'day'; readonly date: IsoDate };

/**
 * Reads lookups: the records for each, in order; an Error in the place of what failed. One request by id when a single
 * record is looked up, the list when the list, a day or more than one record is. A day older than the list reaches is
 * answered from the list when that is at hand (records uploaded late are in it), and is out of the window otherwise.
 * Never rejects.
 */
export type ListReader<R extends RecordName> = (
  lookups: readonly ListLookup[],
) => Promise<(CachedRecords<R> | Error)[]>;

type Found<R extends RecordName> = CachedRecords<R> | Promise<CachedRecords<R> | Error>;

interface Reader<R extends RecordName> {
  readonly resource: ListedResource<R>;
  readonly cache: RecordCache<R>;
  readonly requests: SharedRequests<R>;
  readonly context: LoadContext;
}

/** The reader of a listed resource, bound to an operation. */
export function createListReader<R extends RecordName>(
  resource: ListedResource<R>,
  context: LoadContext,
): ListReader<R> {
  const cache = createRecordCache<R>(resource.name, context);
  const requests = createSharedRequests<R>(resource.name, cache, context);
  const reader: Reader<R> = { resource, cache, requests, context };
  return async (lookups) => {
    await cache.load([...new Set(lookups.flatMap(cachedUnder))]);
    const found = new Map<RecordKey, Found<R>>();
    for (const key of new Set(lookups.map(keyOf))) {
      const records = atHand(reader, key);
      if (records) found.set(key, records);
    }
    const isAvailable = (lookup: ListLookup) => availabilityOfLookup(reader, lookup) === 'available';
    const missing = [...new Set(lookups.filter(isAvailable).map(keyOf))].filter((key) => !found.has(key));
    for (const [key, records] of request(reader, missing)) found.set(key, records);
    return Promise.all(lookups.map(async (lookup) => answer(reader, lookup, await found.get(keyOf(lookup)))));
  };
}

/** The key that answers a lookup: days are answered from the list. */
function keyOf(lookup: ListLookup): RecordKey {
  return lookup.kind === 'one' ? idKey(lookup.id) : LIST_KEY;
}

/** Under which keys records for a lookup may be cached: by id and by day next to the list. */
function cachedUnder(lookup: ListLookup): RecordKey[] {
  if (lookup.kind === 'day') return [LIST_KEY, listDateKey(lookup.date)];
  return lookup.kind === 'one' ? [LIST_KEY, idKey(lookup.id)] : [LIST_KEY];
}

/** An id or the list may always be requested. */
function availabilityOfLookup<R extends RecordName>(
  { resource, context }: Reader<R>,
  lookup: ListLookup,
): Availability {
  const limits = { maxAgeDays: resource.maxAgeDays, aheadDays: 0 };
  return lookup.kind === 'day' ? availabilityOf(limits, lookup.date, context.today) : 'available';
}

/** What is cached, or will be when a request in flight has its reply. */
function atHand<R extends RecordName>({ resource, cache, requests }: Reader<R>, key: RecordKey): Found<R> | undefined {
  const own = cache.get(key);
  if (own) return own;
  // A fresh list also shows which ids do not exist.
  const list = key === LIST_KEY ? undefined : cache.get(LIST_KEY);
  if (list) return recordsIn(resource, list, key);
  const inFlight = requests.join(key);
  return inFlight && requests.resultFor(key, inFlight);
}

/** Requests what is missing: a single id by itself, everything else with the list. */
function request<R extends RecordName>(reader: Reader<R>, missing: readonly RecordKey[]): [RecordKey, Found<R>][] {
  if (missing.length === 0) return [];
  const [key = LIST_KEY] = missing.length === 1 ? missing : [];
  const inFlight = key === LIST_KEY ? requestList(reader) : requestOne(reader, key);
  return missing.map((one) => [one, reader.requests.resultFor(one, inFlight)]);
}

/** Requests the list, which settles every id. */
function requestList<R extends RecordName>({ resource, cache, requests }: Reader<R>) {
  return requests.start({
    read: { ...resource.list(cache.flags), dateOf: (record) => resource.dateOf(record) },
    covers: () => true,
    complete: (reply) => {
      const list = putList(resource, cache, reply);
      return (key) => recordsIn(resource, list, key);
    },
  });
}

/** Requests one record. */
function requestOne<R extends RecordName>({ resource, cache, requests }: Reader<R>, id: RecordKey) {
  return requests.start({
    read: { ...resource.one(id, cache.flags), dateOf: (record) => resource.dateOf(record) },
    covers: (key) => key === id,
    complete: ({ records, bytes, version }) => {
      const record = records[0] ?? cache.getAny(id)?.value[0];
      const date = record ? resource.dateOf(record) : null;
      const cached = cache.put(id, { value: records, date, bytes, version });
      return () => cached;
    },
  });
}

/**
 * The part of what was found that a lookup is about. Nothing is found when all lookups are of days out of the window.
 */
function answer<R extends RecordName>(
  reader: Reader<R>,
  lookup: ListLookup,
  found: CachedRecords<R> | Error = { value: [], fetchedAt: reader.context.now(), stale: false },
): CachedRecords<R> | Error {
  if (lookup.kind !== 'day' || found instanceof Error) return found;
  const { resource, cache } = reader;
  const value = found.value.filter((record) => resource.dateOf(record) === lookup.date);
  const isTooOld = value.length === 0 && availabilityOfLookup(reader, lookup) === 'out-of-window';
  if (!isTooOld) return { ...found, value };
  const failure = new OutOfWindowError(resource.name, lookup.date, resource.maxAgeDays);
  return cache.getStale(listDateKey(lookup.date), failure);
}
