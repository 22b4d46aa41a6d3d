// DataLoaders of one operation: everything wanted in one tick is wanted at once.
import DataLoader from 'dataloader';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { type DayRecords, readDates } from './date-reader.ts';
import { type ListLookup, type ListRecords, readFromList } from './list-reader.ts';
import type { DatedResource, ListedResource } from '../plan/resource.ts';
import type { CachedValue, LoadContext } from '../context.ts';

/** Loads a key; rejects for that key alone. */
export interface Loader<K, V> {
  load(key: K): Promise<V>;
}

/** Records of a resource by day. */
export function createDateLoader<R extends RecordName>(
  resource: DatedResource<R>,
  session: LoadContext,
): Loader<IsoDate, CachedValue<DayRecords<R>>> {
  return new DataLoader((dates: readonly IsoDate[]) => readDates(resource, dates, session));
}

/** Records of a listed resource: the list, or one by id. */
export function createListedLoader<R extends RecordName>(
  resource: ListedResource<R>,
  session: LoadContext,
): Loader<ListLookup, ListRecords<R>> {
  return new DataLoader((keys: readonly ListLookup[]) => readFromList(resource, keys, session), {
    cacheKeyFn: (key) => JSON.stringify(key),
  });
}
