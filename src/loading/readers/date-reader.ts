// Reads the requested dates of a resource: cached, in flight, or in the fewest requests.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { datesBetween, type IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import { dateKey, type RecordKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache, type RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import { OutOfWindowError } from '../errors.ts';
import { availabilityOf } from '../plan/limits.ts';
import { type PlannedRequest, planRequests } from '../plan/plan.ts';
import { type DatedResource, readOf } from '../plan/resource.ts';
import { warn } from '../stats.ts';
import { createSharedRequests, type RequestResult, type VersionedReply } from './shared-request.ts';

/**
 * Reads dates: the records of each, in order. A date out of the window, and every date of a failed request, gives an
 * Error in its place unless it is cached; a date in the future gives no records. Never rejects.
 */
export type DateReader<R extends RecordName> = (dates: readonly IsoDate[]) => Promise<(CachedRecords<R> | Error)[]>;

/** Where the records of a date come from: the cache, or a request. */
type Source<R extends RecordName> = CachedRecords<R> | InFlightRequest<RequestResult<R>>;

/** The reader of a resource, bound to an operation. */
export function createDateReader<R extends RecordName>(
  resource: DatedResource<R>,
  context: LoadContext,
): DateReader<R> {
  const cache = createRecordCache<R>(resource.name, context);
  const requests = createSharedRequests<R>(resource.name, cache, context);
  const send = (request: PlannedRequest) =>
    requests.start({
      read: readOf(resource, request, cache.flags),
      covers: (key) => isWithin(request, key),
      complete: (reply) => putDays({ resource, cache, context }, request, reply),
    });
  const answer = async (date: IsoDate, source: Source<R> | undefined): Promise<CachedRecords<R> | Error> => {
    const key = dateKey(date);
    if (source && 'value' in source) return source;
    if (!source) return withoutRequest({ resource, cache, context }, date);
    const result = await requests.resultFor(key, source);
    return isRejected(result) ? cache.getStale(key, new OutOfWindowError(resource.name, date, null)) : result;
  };
  return async (dates) => {
    await cache.load([...new Set(dates)].map(dateKey));
    const sources = new Map<IsoDate, Source<R>>();
    const missing: IsoDate[] = [];
    for (const date of new Set(dates)) {
      const source = cache.get(dateKey(date)) ?? requests.join(dateKey(date));
      if (source) sources.set(date, source);
      else missing.push(date);
    }
    for (const request of planRequests(resource.limits, missing, context.today)) {
      const inFlight = send(request);
      for (const date of missing) if (isWithin(request, date)) sources.set(date, inFlight);
    }
    return Promise.all(dates.map((date) => answer(date, sources.get(date))));
  };
}

function isWithin({ from, to }: PlannedRequest, date: string): boolean {
  return date >= from && date <= to;
}

/** A 400 to a dated read is about its dates: everything else in the request is made here. */
function isRejected(result: unknown): boolean {
  return result instanceof AccessLinkError && result.code === 'refused';
}

interface Lookup<R extends RecordName> {
  readonly resource: DatedResource<R>;
  readonly cache: RecordCache<R>;
  readonly context: LoadContext;
}

/** A date for which no request may be sent. */
function withoutRequest<R extends RecordName>(
  { resource: { name, limits }, cache, context }: Lookup<R>,
  date: IsoDate,
): CachedRecords<R> | Error {
  if (availabilityOf(limits, date, context.today) === 'not-yet') return noRecords(context);
  return cache.getStale(dateKey(date), new OutOfWindowError(name, date, limits.maxAgeDays));
}

function noRecords<R extends RecordName>({ now }: LoadContext): CachedRecords<R> {
  return { value: [], fetchedAt: now(), stale: false };
}

/** Caches every day that the request settles, empty days too. Days around them may be incomplete: they are dropped. */
function putDays<R extends RecordName>(
  { resource, cache, context }: Lookup<R>,
  request: PlannedRequest,
  { records, bytes, version }: VersionedReply<R>,
): RequestResult<R> {
  const settled = new Map<RecordKey, CachedRecords<R>>();
  const bytesPerRecord = bytes / Math.max(1, records.length);
  const withData = records.filter((record) => !resource.isNothing(record));
  const days = Map.groupBy(withData, (record) => dateOf(resource, request, record));
  const stray = { resource: resource.name, date: null, property: null, reason: 'stray' } as const;
  warn(context.stats, { ...stray, count: days.get(null)?.length ?? 0 });
  for (const date of datesBetween(request.from, request.to)) {
    const value = days.get(date) ?? [];
    const key = dateKey(date);
    settled.set(key, cache.put(key, { value, date, bytes: bytesPerRecord * value.length, version }));
  }
  return (key) => settled.get(key) ?? noRecords(context);
}

/** The date of a record: the one that was requested alone, otherwise the record's own; null when it has none. */
function dateOf<R extends RecordName>(
  resource: DatedResource<R>,
  { form, from, to }: PlannedRequest,
  record: Records[R],
): string | null {
  return form === 'date' ? from : (resource.dateOf(record) ?? (from === to ? from : null));
}
