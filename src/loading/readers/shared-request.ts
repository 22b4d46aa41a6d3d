// Single-flight: a request to AccessLink that several operations wait for is sent once.
import { fetchRecords, type RecordsReply, type RecordsRequest } from '../../accesslink/client.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import type { RecordKey } from '../cache/keys.ts';
import type { CachedRecords, RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import { warn } from '../stats.ts';

/** The records that a request brought for a key that it covers. */
export type RequestResult<R extends RecordName> = (key: RecordKey) => CachedRecords<R>;

/** A reply, with the version of the invalidation clock when it was requested. */
export interface VersionedReply<R extends RecordName> extends RecordsReply<R> {
  readonly version: number;
}

/** A request to send, and how its reply is cached. */
export interface NewRequest<R extends RecordName> {
  readonly read: RecordsRequest<R>;
  readonly covers: (key: RecordKey) => boolean;
  readonly complete: (reply: VersionedReply<R>) => RequestResult<R>;
}

/** The requests of one resource in one operation. */
export interface SharedRequests<R extends RecordName> {
  /**
   * A request in flight whose result will answer a key, unless the key was invalidated since it was sent. One of
   * another operation is counted as joined, once.
   */
  join(key: RecordKey): InFlightRequest<RequestResult<R>> | undefined;
  /** Sends a request, which others may join until its reply is cached. */
  start(request: NewRequest<R>): InFlightRequest<RequestResult<R>>;
  /** What a request brings for a key; should it fail, old records or the failure. Never rejects. */
  resultFor(key: RecordKey, inFlight: InFlightRequest<RequestResult<R>>): Promise<CachedRecords<R> | Error>;
}

/** The requests of a resource, bound to an operation. */
export function createSharedRequests<R extends RecordName>(
  resource: string,
  cache: RecordCache<R>,
  context: LoadContext,
): SharedRequests<R> {
  const { inFlight, partition, stats, negativeCache } = context;
  const { flags, entries } = cache;
  return {
    join: (key) => {
      const mayJoin = ({ version }: InFlightRequest) => entries.isCurrent(key, version);
      const found = inFlight.find(partition, { resource, key, flags }, mayJoin);
      if (found && !stats.counted.has(found)) {
        stats.counted.add(found);
        stats.joined += 1;
      }
      return found as InFlightRequest<RequestResult<R>> | undefined;
    },
    start: ({ read, covers, complete }) => {
      const version = context.invalidations.version();
      const reply = fetchRecords(context.send, read, context.token);
      const put = (failure: unknown) => negativeCache.put(partition, resource, failure);
      reply.then(() => put(null), put);
      const result = reply.then((records) => {
        for (const warning of records.warnings) warn(stats, { ...warning, resource });
        return complete({ ...records, version });
      });
      const started = { resource, flags, covers, version, result };
      stats.counted.add(started);
      inFlight.start(partition, started);
      return started;
    },
    resultFor: async (key, { result }) => {
      try {
        return (await result)(key);
      } catch (failure) {
        return cache.getStale(key, failure);
      }
    },
  };
}
