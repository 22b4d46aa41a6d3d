// Reads a resource of one list: all that is known, those of some days, or single records by id, in the fewest requests.
import type { RecordsRequest } from '../../accesslink/client.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { createListIndex } from '../cache/list-index.ts';
import { idKey, LIST_KEY, type RecordKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import { availabilityOf } from '../plan/limits.ts';
import type { ListedResource } from '../plan/resource.ts';
import { answerFrom, type ListedRecords, loadRetainedDates } from './list-answers.ts';
import { type ListedCache, type ListLookup, putList, putOne, withId } from './list-records.ts';
import { createSharedRequests, type SharedRequests } from './shared-request.ts';

/**
 * Reads lookups: the records for each, in order; an Error in the place of what failed. One request by id when a single
 * record is looked up, the list otherwise. Records that were read once are found by every lookup, whatever the list says
 * later. Never rejects.
 */
export type ListReader<R extends RecordName> = (
  lookups: readonly ListLookup[],
) => Promise<(ListedRecords<R> | Error)[]>;

type Found<R extends RecordName> = CachedRecords<R> | Promise<CachedRecords<R> | Error>;

interface Reader<R extends RecordName> extends ListedCache<R> {
  readonly requests: SharedRequests<R>;
}

/** The reader of a listed resource, bound to an operation. */
export function createListReader<R extends RecordName>(
  resource: ListedResource<R>,
  context: LoadContext,
): ListReader<R> {
  const cache = createRecordCache<R>(resource.name, context);
  const requests = createSharedRequests<R>(resource.name, cache, context);
  const index = createListIndex(resource.name, context);
  const reader: Reader<R> = { resource, cache, index, requests, context };
  return async (lookups) => {
    await cache.load([...new Set([LIST_KEY, ...lookups.map(keyOf)])]);
    const retainedDates = await loadRetainedDates(reader, lookups);
    const found = new Map<RecordKey, Found<R>>();
    const keys = new Set(lookups.filter((lookup) => isListed(reader, lookup)).map(keyOf));
    for (const key of keys) {
      const records = atHand(reader, key);
      if (records) found.set(key, records);
    }
    const missing = [...keys].filter((key) => !found.has(key));
    for (const [key, records] of request(reader, missing)) found.set(key, records);
    const answer = async (lookup: ListLookup) =>
      answerFrom(reader, lookup, { found: await found.get(keyOf(lookup)), retainedDates });
    return Promise.all(lookups.map(answer));
  };
}

/** The key that answers a lookup: days are answered from the list. */
function keyOf(lookup: ListLookup): RecordKey {
  return lookup.kind === 'one' ? idKey(lookup.id) : LIST_KEY;
}

/** Whether AccessLink may have what is looked up: no session is uploaded later than some day. */
function isListed<R extends RecordName>({ resource, context }: Reader<R>, lookup: ListLookup): boolean {
  if (lookup.kind !== 'days') return true;
  const limits = { maxAgeDays: resource.latestUploadDays, aheadDays: 0 };
  const newest = availabilityOf(limits, lookup.to, context.today);
  const oldest = availabilityOf(limits, lookup.from, context.today);
  return newest !== 'out-of-window' && oldest !== 'not-yet';
}

/** What is cached, or will be when a request in flight has its reply. */
function atHand<R extends RecordName>({ resource, cache, requests }: Reader<R>, key: RecordKey): Found<R> | undefined {
  const own = cache.get(key);
  if (own) return own;
  const list = key === LIST_KEY ? undefined : cache.get(LIST_KEY);
  if (list) return inList({ resource, cache }, list, key);
  const inFlight = requests.join(key);
  return inFlight && requests.resultFor(key, inFlight);
}

/** A fresh list also shows which ids do not exist: only what is retained besides it does. */
function inList<R extends RecordName>(
  { resource, cache }: Pick<Reader<R>, 'resource' | 'cache'>,
  list: CachedRecords<R>,
  id: RecordKey,
): CachedRecords<R> {
  const listed = withId(resource, list, id);
  return listed.value.length > 0 ? listed : (cache.getRetained(id) ?? listed);
}

/** Requests what is missing: a single id by itself, everything else with the list. */
function request<R extends RecordName>(reader: Reader<R>, missing: readonly RecordKey[]): [RecordKey, Found<R>][] {
  if (missing.length === 0) return [];
  const [key = LIST_KEY] = missing.length === 1 ? missing : [];
  const inFlight = key === LIST_KEY ? requestList(reader) : requestOne(reader, key);
  return missing.map((one) => [one, reader.requests.resultFor(one, inFlight)]);
}

/** Requests the list, which settles every id. */
function requestList<R extends RecordName>(reader: Reader<R>) {
  const { resource, cache, requests } = reader;
  return requests.start({
    covers: () => true,
    run: async (fetch) => {
      const list = await putList(reader, await fetch(withDates(reader, resource.list(cache.flags))));
      return (key) => (key === LIST_KEY ? list : inList(reader, list, key));
    },
  });
}

/** Requests one record. */
function requestOne<R extends RecordName>(reader: Reader<R>, id: RecordKey) {
  const { resource, cache, requests } = reader;
  return requests.start({
    covers: (key) => key === id,
    run: async (fetch) => {
      const cached = await putOne(reader, id, await fetch(withDates(reader, resource.one(id, cache.flags))));
      return () => cached;
    },
  });
}

/** A read that knows the day of each record. */
function withDates<R extends RecordName>({ resource }: Reader<R>, read: RecordsRequest<R>): RecordsRequest<R> {
  return { ...read, dateOf: (record) => resource.dateOf(record) };
}
