// DataLoaders of one operation: everything wanted in one tick is wanted at once.
import DataLoader from 'dataloader';
import type { IsoDate } from '../calendar.ts';
import type { RecordName } from '../generated/accesslink.ts';
import { type DayRecords, readDates } from './by-date.ts';
import { type ListedKey, type ListedRecords, readListed } from './listed.ts';
import type { DatedResource, ListedResource } from './resource.ts';
import type { Held, Session } from './session.ts';

/** Loads a key; rejects for that key alone. */
export interface Loader<K, V> {
  load(key: K): Promise<V>;
}

/** Records of a resource by day. */
export function createDateLoader<R extends RecordName>(
  resource: DatedResource<R>,
  session: Session,
): Loader<IsoDate, Held<DayRecords<R>>> {
  return new DataLoader((dates: readonly IsoDate[]) => readDates(resource, dates, session));
}

/** Records of a listed resource: the list, or one by id. */
export function createListedLoader<R extends RecordName>(
  resource: ListedResource<R>,
  session: Session,
): Loader<ListedKey, ListedRecords<R>> {
  return new DataLoader((keys: readonly ListedKey[]) => readListed(resource, keys, session), {
    cacheKeyFn: (key) => JSON.stringify(key),
  });
}
