// Reads the requested dates of a resource: cached, in flight, or in the fewest requests.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import { createWindowEdgeCache } from '../cache/window-edges.ts';
import type { LoadContext } from '../context.ts';
import { availabilityOf } from '../plan/limits.ts';
import { planRequests } from '../plan/plan.ts';
import type { Correction, DatedResource } from '../plan/resource.ts';
import { countAbsent } from '../stats.ts';
import { type DatedInFlight, type DatedRequests, isWithin, startRequests, type Unserved } from './dated-requests.ts';
import { createSharedRequests } from './shared-request.ts';

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
  const requests = createSharedRequests<R, Unserved>(resource.name, cache, context);
  const readOther: Correction['read'] = async (other, dates) => {
    const found = await createDateReader(other, context)(dates);
    return found.flatMap((day) => (day instanceof Error ? [] : day.value));
  };
  const dated: DatedRequests<R> = { resource, cache, context, edges, requests, readOther };
  return async (dates) => {
    await Promise.all([cache.load([...new Set(dates)].map(dateKey)), edges.load()]);
    const sources = new Map<IsoDate, Source<R>>();
    const missing = new Set<IsoDate>();
    for (const date of new Set(dates)) {
      const source = cache.get(dateKey(date)) ?? requests.join(dateKey(date));
      if (source) sources.set(date, source);
      else missing.add(date);
    }
    const plan = planRequests(edges.within(resource.limits), [...missing], context.today);
    const started = startRequests(dated, plan, missing);
    for (const [index, request] of plan.entries()) {
      for (const date of missing) if (isWithin(request, date)) sources.set(date, started[index] as DatedInFlight<R>);
    }
    return Promise.all(dates.map((date) => answer(dated, date, sources.get(date))));
  };
}

async function answer<R extends RecordName>(
  dated: DatedRequests<R>,
  date: IsoDate,
  source: Source<R> | undefined,
): Promise<CachedRecords<R> | Error> {
  if (source && 'value' in source) return source;
  const { resource, requests, edges, context } = dated;
  if (source) {
    const result = await requests.resultFor(dateKey(date), source);
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
