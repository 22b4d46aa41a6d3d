// Which records of a listed resource are retained, by day: records leave AccessLink's list after a month, and stay here.
import { addDays, datesBetween, type IsoDate, laterDate } from '../../calendar.ts';
import type { LoadContext } from '../context.ts';
import { isFromFuture } from './entry.ts';
import { idKey, INDEX_KEY, listDateKey, type RecordKey } from './keys.ts';

/** The ids of the records that were read of each day. Once there, an id stays until its record is gone. */
export interface ListIndex {
  /** The days from one to another of which records are retained, in order; their keys are then known. */
  load(from: IsoDate, to: IsoDate): Promise<IsoDate[]>;
  /** The keys of the records of a day, as far as they were loaded. */
  keysOn(date: IsoDate): readonly RecordKey[];
  /** Adds a record to a day that was loaded. */
  add(date: IsoDate, id: RecordKey): void;
  remove(date: IsoDate, id: RecordKey): void;
}

/** Another process may store records of further days: the store is looked at again after this. */
const INDEX_MS = 5 * 60_000;

/** Of which days from one to another the store has records. */
interface StoredDates {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dates: readonly IsoDate[];
}

/** Memory is looked through for this many days: what is stored is found however old it is. */
const DAYS_IN_MEMORY = 400;

/** The index of a resource in the partition of an operation. */
export function createListIndex(resource: string, context: LoadContext): ListIndex {
  const { partition, memory, storeTier, invalidations, now } = context;
  const cached = memory.of(partition, resource);
  const keysOn = (date: IsoDate) => keysIn(cached.get(listDateKey(date))[0]?.value);
  const cache = (date: IsoDate, value: readonly RecordKey[]) => {
    const entry = { value, flags: [], fetchedAt: now(), freshUntil: 0, version: invalidations.version() };
    cached.set(listDateKey(date), [entry]);
    return entry;
  };
  // An index of which the stored part is not known would replace it: the next list is indexed again.
  const { isBlind } = storeTier;
  const put = (date: IsoDate, value: readonly RecordKey[]) => {
    cached.set(INDEX_KEY, []);
    storeTier.put({ ...cache(date, value), resource, key: listDateKey(date) });
  };
  const storedDates = createStoredDates(resource, context);
  return {
    keysOn,
    load: async (from, to) => {
      const stored = await storedDates(from, to);
      const missing = stored.map(listDateKey).filter((key) => cached.get(key).length === 0);
      for (const { key, value } of missing.length > 0 ? await storeTier.read(resource, missing) : []) {
        cache(dateOf(key), [...new Set([...keysOn(dateOf(key)), ...keysIn(value)])]);
      }
      const recent = datesBetween(laterDate(from, addDays(to, -DAYS_IN_MEMORY)), to);
      const dates = new Set([...stored, ...recent]);
      return [...dates].filter((date) => keysOn(date).length > 0).toSorted();
    },
    add: (date, id) => {
      if (!isBlind() && !keysOn(date).includes(id)) put(date, [...keysOn(date), id]);
    },
    remove: (date, id) => {
      if (!isBlind() && keysOn(date).includes(id))
        put(
          date,
          keysOn(date).filter((known) => known !== id),
        );
    },
  };
}

/** Finds the days from one to another of which the store has records, as it had them within the last minutes. */
function createStoredDates(resource: string, context: LoadContext) {
  const { partition, memory, storeTier, invalidations, now } = context;
  const cached = memory.of(partition, resource);
  const find = (): StoredDates | null => {
    const [entry] = cached.get(INDEX_KEY);
    const isFresh = entry !== undefined && entry.freshUntil > now() && !isFromFuture(entry, now());
    return isFresh ? (entry.value as StoredDates) : null;
  };
  return async (from: IsoDate, to: IsoDate): Promise<readonly IsoDate[]> => {
    const known = find();
    if (known && known.from <= from && known.to >= to) return known.dates.filter((date) => date >= from && date <= to);
    const stored = await storeTier.metadata(resource, listDateKey(from), listDateKey(to));
    const dates = stored.flatMap(({ key, isNothing }) => (isNothing ? [] : [dateOf(key)]));
    const entry = { value: { from, to, dates } satisfies StoredDates, fetchedAt: now(), freshUntil: now() + INDEX_MS };
    if (!storeTier.isBlind()) cached.set(INDEX_KEY, [{ ...entry, flags: [], version: invalidations.version() }]);
    return dates;
  };
}

function dateOf(key: string): IsoDate {
  return key.slice(-'YYYY-MM-DD'.length) as IsoDate;
}

/** The ids in a stored value; one that holds the records themselves was stored by an earlier version. */
function keysIn(value: unknown): readonly RecordKey[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : item;
    return typeof id === 'string' ? [idKey(id)] : [];
  });
}
