// DataLoaders of one operation: everything requested in one tick is requested at once.
import DataLoader from 'dataloader';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { RecordKey } from '../cache/keys.ts';
import type { CachedRecords } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { DatedResource, KeyedResource, ListedResource } from '../plan/resource.ts';
import { createDateReader } from './date-reader.ts';
import { createKeyedReader } from './keyed-reader.ts';
import type { ListedRecords } from './list-answers.ts';
import { createListReader } from './list-reader.ts';
import type { ListLookup } from './list-records.ts';

/** Loads a key; rejects for that key alone. */
export interface Loader<K, V> {
  load(key: K): Promise<V>;
}

/** Records of a resource by day. */
export type DateLoader<R extends RecordName> = Loader<IsoDate, CachedRecords<R>>;

/** Records of a listed resource: the list, all that is known, those of some days, or one by id. */
export type ListLoader<R extends RecordName> = Loader<ListLookup, ListedRecords<R>>;

/** Records of a keyed resource: all under the key. */
export type KeyedLoader<R extends RecordName> = Loader<RecordKey, CachedRecords<R>>;

/** The loader of a dated resource. */
export function createDateLoader<R extends RecordName>(
  resource: DatedResource<R>,
  context: LoadContext,
): DateLoader<R> {
  return new DataLoader(createDateReader(resource, context));
}

/** The loader of a listed resource. */
export function createListLoader<R extends RecordName>(
  resource: ListedResource<R>,
  context: LoadContext,
): ListLoader<R> {
  return new DataLoader(createListReader(resource, context), { cacheKeyFn: (lookup) => JSON.stringify(lookup) });
}

/** The loader of a keyed resource. */
export function createKeyedLoader<R extends RecordName>(
  resource: KeyedResource<R>,
  context: LoadContext,
): KeyedLoader<R> {
  return new DataLoader(createKeyedReader(resource, context));
}
