// Reads a resource whole, one record or a list without dates: cached, in flight, or requested.
import { isBlank } from '../../accesslink/empty-records.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { type RecordKey, SINGLE_KEY } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { KeyedResource, Resource } from '../plan/resource.ts';
import { createSharedRequests } from './shared-request.ts';
import { putUnknownDays } from './unknown-days.ts';

/** Reads keys: all records under each, in the order in which they were sent; an Error in the place of what failed. */
export type KeyedReader<R extends RecordName> = (keys: readonly RecordKey[]) => Promise<(CachedRecords<R> | Error)[]>;

/** The reader of a keyed resource, bound to an operation. */
export function createKeyedReader<R extends RecordName>(
  resource: KeyedResource<R>,
  context: LoadContext,
): KeyedReader<R> {
  const cache = createRecordCache<R>(resource.name, context);
  const requests = createSharedRequests<R>(resource.name, cache, context);
  const request = (key: RecordKey) => {
    const read = resource.read({ key, flags: cache.flags, polarUserId: context.polarUserId });
    return requests.start({
      covers: (other) => other === key,
      run: async (fetch) => {
        const reply = await fetch(read);
        const isOfBlanks = reply.records.length > 0 && reply.records.every(isBlank);
        const records = isOfBlanks ? [] : reply.records;
        const isDoubtful = reply.absence === 'doubtful' || isOfBlanks;
        if (resource.byDay) await putUnknownDays(resource.byDay, reply, { flags: cache.flags, context });
        const cached = cache.put(key, {
          value: records,
          date: null,
          version: reply.version,
          isExact: true,
          isDoubtful,
        });
        return () => cached;
      },
    });
  };
  const readOne = async (key: RecordKey) =>
    cache.get(key) ?? requests.resultFor(key, requests.join(key) ?? request(key));
  return async (keys) => {
    await cache.load(keys);
    return Promise.all(keys.map((key) => readOne(key).catch((failure: unknown) => failure as Error)));
  };
}

/** The single record of a resource if it is cached, however old: nothing is requested. */
export async function getCachedRecord<R extends RecordName>(
  { name }: Pick<Resource, 'name'>,
  context: LoadContext,
): Promise<Records[R] | null> {
  const cache = createRecordCache<R>(name, context);
  await cache.load([SINGLE_KEY]);
  return cache.getAny(SINGLE_KEY)?.value[0] ?? null;
}
