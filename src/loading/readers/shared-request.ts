// Single-flight: a request to AccessLink that several operations wait for is sent once.
import { fetchRecords, type RecordsReply, type RecordsRequest } from '../../accesslink/client.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import type { RecordKey } from '../cache/keys.ts';
import type { CachedRecords, RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import { UnsentError } from '../errors.ts';
import { warn } from '../stats.ts';

/** What a request brought for a key that it covers: records, a failure, or another outcome `O` of the resource. */
export type RequestResult<R extends RecordName, O = never> = (key: RecordKey) => CachedRecords<R> | Error | O;

/** A reply, with the version of the invalidation clock when it was requested. */
export interface VersionedReply<R extends RecordName> extends RecordsReply<R> {
  readonly version: number;
}

/** A request to share: others may join it until it has a result. */
export interface NewRequest<R extends RecordName, O = never> {
  readonly covers: (key: RecordKey) => boolean;
  /** Sends what is needed, and caches the replies. */
  readonly run: (fetch: FetchReply<R>) => Promise<RequestResult<R, O>>;
}

/** Sends one read. Rejects with AccessLinkError. */
export type FetchReply<R extends RecordName> = (read: RecordsRequest<R>) => Promise<VersionedReply<R>>;

/** The requests of one resource in one operation. */
export interface SharedRequests<R extends RecordName, O = never> {
  /**
   * A request in flight whose result will answer a key, unless the key was invalidated since it was sent. One of
   * another operation is counted as joined, once.
   */
  join(key: RecordKey): InFlightRequest<RequestResult<R, O>> | undefined;
  /** Sends a request, which others may join until its reply is cached. */
  start(request: NewRequest<R, O>): InFlightRequest<RequestResult<R, O>>;
  /** What a request brings for each key; should it fail, old records or the failure. Never rejects. */
  resultOf(inFlight: InFlightRequest<RequestResult<R, O>>): Promise<RequestResult<R, O>>;
  /** What a request brings for one key. Never rejects. */
  resultFor(key: RecordKey, inFlight: InFlightRequest<RequestResult<R, O>>): Promise<CachedRecords<R> | Error | O>;
}

/** The requests of a resource, bound to an operation. */
export function createSharedRequests<R extends RecordName, O extends string = never>(
  resource: string,
  cache: RecordCache<R>,
  context: LoadContext,
): SharedRequests<R, O> {
  const { inFlight, partition, stats } = context;
  const { flags, entries } = cache;
  const resultOf = async ({ result }: InFlightRequest<RequestResult<R, O>>): Promise<RequestResult<R, O>> => {
    try {
      const brought = await result;
      return (key) => {
        const found = brought(key);
        return found instanceof Error ? cache.getStale(key, found) : found;
      };
    } catch (failure) {
      return (key) => cache.getStale(key, failure);
    }
  };
  return {
    join: (key) => {
      const mayJoin = ({ version }: InFlightRequest) => entries.isCurrent(key, version);
      const found = inFlight.find(partition, { resource, key, flags }, mayJoin);
      if (found && !stats.counted.has(found)) {
        stats.counted.add(found);
        stats.joined += 1;
      }
      return found as InFlightRequest<RequestResult<R, O>> | undefined;
    },
    start: ({ covers, run }) => {
      const version = context.invalidations.version();
      const fetch: FetchReply<R> = async (read) => ({ ...(await fetchOne(resource, read, context)), version });
      const started = { resource, flags, covers, version, result: run(fetch) };
      stats.counted.add(started);
      inFlight.start(partition, started);
      return started;
    },
    resultOf,
    resultFor: async (key, inFlight) => (await resultOf(inFlight))(key),
  };
}

/** Sends one read; a denial is cached, and what could not be read of the reply is counted. */
async function fetchOne<R extends RecordName>(
  resource: string,
  read: RecordsRequest<R>,
  { negativeCache, partition, send, stats, token }: LoadContext,
): Promise<RecordsReply<R>> {
  try {
    const reply = await fetchRecords(send, read, token);
    negativeCache.put(partition, resource, null);
    for (const warning of reply.warnings) warn(stats, { ...warning, resource });
    return reply;
  } catch (failure) {
    if (!(failure instanceof UnsentError)) negativeCache.put(partition, resource, failure);
    throw failure;
  }
}
