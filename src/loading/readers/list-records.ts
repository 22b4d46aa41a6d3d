// The records of a list: cached by id and by day next to the list, and found in it by key.
import type { RecordName } from '../../generated/accesslink.ts';
import { idKey, LIST_KEY, listDateKey, type RecordKey } from '../cache/keys.ts';
import type { CachedRecords, RecordCache } from '../cache/record-cache.ts';
import type { ListedResource } from '../plan/resource.ts';
import type { VersionedReply } from './shared-request.ts';

/**
 * Caches each record also by itself and with the others of its day, since records leave AccessLink's list after a
 * month. All three are counted in full: each of them holds a record when the entries of the others are gone.
 */
export function putList<R extends RecordName>(
  resource: ListedResource<R>,
  cache: RecordCache<R>,
  { records, bytes, version }: VersionedReply<R>,
): CachedRecords<R> {
  const bytesPerRecord = bytes / records.length;
  for (const record of records) {
    const id = resource.idOf(record);
    if (id) cache.put(idKey(id), { value: [record], date: resource.dateOf(record), bytes: bytesPerRecord, version });
  }
  for (const [date, value] of Map.groupBy(records, (record) => resource.dateOf(record))) {
    if (date) cache.put(listDateKey(date), { value, date, bytes: bytesPerRecord * value.length, version });
  }
  return cache.put(LIST_KEY, { value: records, date: null, bytes, version });
}

/** The records of a list under a key: all of them, or the one with the id. */
export function recordsIn<R extends RecordName>(
  resource: Pick<ListedResource<R>, 'idOf'>,
  list: CachedRecords<R>,
  key: RecordKey,
): CachedRecords<R> {
  return key === LIST_KEY ? list : { ...list, value: list.value.filter((record) => resource.idOf(record) === key) };
}
