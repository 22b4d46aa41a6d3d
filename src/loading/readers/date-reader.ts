// Reads the requested dates of a resource: cached, in flight, or in the fewest requests.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache, type RecordCache } from '../cache/record-cache.ts';
import { createRangeWidthCache } from '../cache/range-widths.ts';
import { createWindowEdgeCache } from '../cache/window-edges.ts';
import type { LoadContext } from '../context.ts';
import { availabilityOf } from '../plan/limits.ts';
import { planRequests } from '../plan/plan.ts';
import type { Correction, DatedResource } from '../plan/resource.ts';
import { areReady, asPromise } from '../../promise-or-value.ts';
import { countAbsent } from '../stats.ts';
import { type DatedInFlight, type DatedRequests, isWithin, startRequests, type Unserved } from './dated-requests.ts';
import { createSharedRequests, type RequestResult } from './shared-request.ts';

/**
 * Reads dates: the records of each, in order; an Error in the place of what failed. A date that AccessLink does not serve
 * has the records that are retained of it, else none, and is counted as absent. Never rejects.
 */
export type DateReader<R extends RecordName> = (dates: readonly IsoDate[]) => Promise<(CachedRecords<R> | Error)[]>;

/** Where the records of a date come from: the cache, or a request. */
type Source<R extends RecordName> = CachedRecords<R> | DatedInFlight<R>;

/** The reader of a resource, bound to an operation. */
export function createDateReader<R extends RecordName>(
  resource: DatedResource<R>,
  context: LoadContext,
): DateReader<R> {
  const cache = createRecordCache<R>(resource.name, context);
  const edges = createWindowEdgeCache(resource.name, context);
  const widths = createRangeWidthCache(resource.name, context);
  const requests = createSharedRequests<R, Unserved>(resource.name, cache, context);
  const readOther: Correction['read'] = async (other, dates) => {
    const found = await createDateReader(other, context)(dates);
    return found.flatMap((day) => (day instanceof Error ? [] : day.value));
  };
  const dated: DatedRequests<R> = { resource, cache, context, edges, widths, requests, readOther };
  return async (dates) => {
    await Promise.all([cache.load([...new Set(dates)].map(dateKey)), edges.load()]);
    const sources = new Map<IsoDate, Source<R>>();
    const missing = new Set<IsoDate>();
    const wanted = new Set(dates);
    for (const date of wanted) {
      const source = fromCache(cache, date, wanted.size === 1) ?? requests.join(dateKey(date));
      if (source) sources.set(date, source);
      else missing.add(date);
    }
    const plan = planRequests(widths.within(edges.within(resource.limits)), [...missing], context.today);
    const started = startRequests(dated, plan, missing);
    for (const [index, request] of plan.entries()) {
      for (const date of missing) if (isWithin(request, date)) sources.set(date, started[index] as DatedInFlight<R>);
    }
    const requestFor = (date: IsoDate) => started[plan.findIndex((request) => isWithin(request, date))];
    const brought = await resultsOf(dated, sources.values());
    const newest = dates.map((date) => {
      const source = sources.get(date);
      const known = answer(dated, date, { source, brought });
      const request = isNothing(known) ? requestFor(date) : undefined;
      return request && request !== source ? broughtOr(known, date, request) : known;
    });
    return areReady(newest) ? [...newest] : Promise.all(newest.map(asPromise));
  };
}

/** The results of requests, each waited for once, however many dates it is about. */
type Results<R extends RecordName> = ReadonlyMap<DatedInFlight<R>, RequestResult<R, Unserved>>;

async function resultsOf<R extends RecordName>(
  { requests }: DatedRequests<R>,
  sources: Iterable<Source<R>>,
): Promise<Results<R>> {
  const inFlight = new Set<DatedInFlight<R>>();
  for (const source of sources) if (!('value' in source)) inFlight.add(source);
  return new Map(await Promise.all([...inFlight].map(async (one) => [one, await requests.resultOf(one)] as const)));
}

function isNothing(known: CachedRecords<RecordName> | Error): boolean {
  return !(known instanceof Error) && known.value.length === 0;
}

/** The records of a date that are at hand. A day that is read alone is not answered by the end of a list. */
function fromCache<R extends RecordName>(
  cache: RecordCache<R>,
  date: IsoDate,
  isAlone: boolean,
): CachedRecords<R> | undefined {
  const key = dateKey(date);
  return isAlone && cache.getAny(key)?.isUnsettled ? undefined : cache.get(key);
}

/** Where nothing was known of a date, and a request for others is about it too: what that one brings. */
async function broughtOr<R extends RecordName>(
  known: CachedRecords<R> | Error,
  date: IsoDate,
  request: DatedInFlight<R>,
): Promise<CachedRecords<R> | Error> {
  const days = await request.result.catch(() => null);
  const brought = days?.(dateKey(date));
  return typeof brought === 'object' && 'value' in brought && brought.value.length > 0 ? brought : known;
}

function answer<R extends RecordName>(
  dated: DatedRequests<R>,
  date: IsoDate,
  { source, brought }: { source: Source<R> | undefined; brought: Results<R> },
): CachedRecords<R> | Error {
  if (source && 'value' in source) return source;
  const { resource, edges, context } = dated;
  const result = source && brought.get(source)?.(dateKey(date));
  if (result !== undefined) {
    return typeof result === 'string' ? withoutReply(dated, date, result) : result;
  }
  const availability = availabilityOf(edges.within(resource.limits), date, context.today);
  return withoutReply(dated, date, availability === 'not-yet' ? 'not-yet' : 'out-of-window');
}

/** A date that AccessLink does not serve: what is retained of it; else it is absent. */
function withoutReply<R extends RecordName>(
  { resource, cache, context }: DatedRequests<R>,
  date: IsoDate,
  reason: Unserved,
): CachedRecords<R> {
  const retained = cache.getRetained(dateKey(date));
  if (retained) return retained;
  countAbsent(context.stats, { resource: resource.name, date, reason });
  return { value: [], fetchedAt: context.now(), stale: false };
}
