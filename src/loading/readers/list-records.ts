// What a reply of a listed resource settles: the list, each record by its id, and the index of what is retained by day.
import { addDays, type IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { retainedAmong } from '../cache/absence.ts';
import type { ListIndex } from '../cache/list-index.ts';
import { idKey, LIST_KEY, type RecordKey } from '../cache/keys.ts';
import type { CachedRecords, RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { ListedResource } from '../plan/resource.ts';
import type { VersionedReply } from './shared-request.ts';

/**
 * What is looked up in a listed resource: the list as AccessLink has it; all that is known, or what is known of some
 * days: the list and what is retained besides it; the record with an id.
 */
export type ListLookup =
  | { readonly kind: 'list' | 'all' }
  | { readonly kind: 'days'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'one'; readonly id: string };

/** A listed resource with its cache and index, for one operation. */
export interface ListedCache<R extends RecordName> {
  readonly resource: ListedResource<R>;
  readonly cache: RecordCache<R>;
  readonly index: ListIndex;
  readonly context: LoadContext;
}

/** Uploads stay in the list for 30 days: a session of these days must be in it, whatever clock its edges count by. */
const SURE_DAYS = 26;

/** Caches the list, and each record also by itself, since records leave AccessLink's list after a month. */
export async function putList<R extends RecordName>(
  listed: ListedCache<R>,
  { records, version }: VersionedReply<R>,
): Promise<CachedRecords<R>> {
  const { resource, cache, index } = listed;
  const dates = records.flatMap((record) => resource.dateOf(record) ?? []).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first && last) await index.load(first, last);
  const ids = new Set<RecordKey>();
  for (const record of records) {
    const id = resource.idOf(record);
    if (id === null) continue;
    ids.add(idKey(id));
    putRecord(listed, { record, id: idKey(id) }, version);
  }
  await doubtMissing(listed, records, { ids, version });
  return cache.put(LIST_KEY, { value: records, date: null, version, isExact: true, isReplaced: true });
}

/** Caches what a request for one record brought. Nothing does not replace a retained record before it is confirmed. */
export async function putOne<R extends RecordName>(
  listed: ListedCache<R>,
  id: RecordKey,
  { records, version, absence }: VersionedReply<R>,
): Promise<CachedRecords<R>> {
  const [record = retainedUnder(listed, id)] = records;
  const date = record ? listed.resource.dateOf(record) : null;
  if (date) await listed.index.load(date, date);
  return records[0]
    ? putRecord(listed, { record: records[0], id }, version)
    : putNothing(listed, id, { version, isDoubtful: absence === 'doubtful' });
}

function putRecord<R extends RecordName>(
  { resource, cache, index }: ListedCache<R>,
  { record, id }: { readonly record: Records[R]; readonly id: RecordKey },
  version: number,
): CachedRecords<R> {
  const date = resource.dateOf(record);
  if (date) index.add(date, id);
  return cache.put(id, { value: [record], date, version, isExact: true });
}

/** The record that is retained under an id, with whatever flags it was read. */
function retainedUnder<R extends RecordName>({ cache }: ListedCache<R>, id: RecordKey): Records[R] | undefined {
  return retainedAmong(cache.entries.all(id), cache.flags)?.value[0];
}

/** Nothing under an id. When that is confirmed, the record leaves the index too. */
function putNothing<R extends RecordName>(
  listed: ListedCache<R>,
  id: RecordKey,
  sent: { readonly version: number; readonly isDoubtful: boolean },
): CachedRecords<R> {
  const { resource, cache, index } = listed;
  const retained = retainedUnder(listed, id);
  const date = retained ? resource.dateOf(retained) : null;
  const cached = cache.put(id, { value: [], date, isExact: true, ...sent });
  if (date && cached.value.length === 0) index.remove(date, id);
  return cached;
}

/** The ids of the records of a list, and the version at which it was requested. */
interface SentIds {
  readonly ids: ReadonlySet<RecordKey>;
  readonly version: number;
}

/**
 * A retained record of the last weeks that is missing in the list was deleted, or the list is wrong: it is in doubt, and gone
 * when the next list confirms it. A list that is empty, or that may be cut before the record, says nothing about it.
 */
async function doubtMissing<R extends RecordName>(
  listed: ListedCache<R>,
  records: readonly Records[R][],
  { ids, version }: SentIds,
): Promise<void> {
  const { resource, cache, index, context } = listed;
  const uploads = records.flatMap((record) => resource.uploadOf(record) ?? []);
  if (uploads.length < 2) return;
  const [first, last] = [Math.min(...uploads), Math.max(...uploads)];
  const isBetween = (record: Records[R] | undefined) => {
    const upload = record ? resource.uploadOf(record) : null;
    return upload !== null && upload > first && upload < last;
  };
  const { today } = context.today;
  const dates = await index.load(addDays(today, -SURE_DAYS), addDays(today, -1));
  const missing = dates.flatMap((date) => index.keysOn(date)).filter((id) => !ids.has(id));
  await cache.load(missing);
  const denied = missing.filter((id) => isBetween(retainedUnder(listed, id)));
  for (const id of denied) putNothing(listed, id, { version, isDoubtful: false });
}

/** The records of a list with an id. */
export function withId<R extends RecordName>(
  resource: Pick<ListedResource<R>, 'idOf'>,
  list: CachedRecords<R>,
  id: RecordKey,
): CachedRecords<R> {
  return { ...list, value: list.value.filter((record) => resource.idOf(record) === id), isDerived: true };
}
