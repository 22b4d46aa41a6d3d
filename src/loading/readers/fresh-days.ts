// Days of a resource that are fresh in memory, without a promise.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey, type RecordKey } from '../cache/keys.ts';
import type { RecordsEntry } from '../cache/entries.ts';
import { type CachedRecords, createRecordCache, type RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { DatedResource } from '../plan/resource.ts';
import type { FreshRead } from '../reads.ts';

/** Records that are fresh in memory, and what is noted of them. */
export interface FreshRecords<V> {
  readonly value: V;
  readonly read: FreshRead;
}

/** The records of a day that are fresh in memory; undefined: the day has to be read with others. */
export type FreshDays<R extends RecordName> = (date: IsoDate) => FreshRecords<CachedRecords<R>> | undefined;

/**
 * The fresh days of a resource, for one operation. A day of which AccessLink has nothing is known to have nothing only when
 * no request is sent for the days around it: it is there when all the days that the operation is expected to read are at hand.
 */
export function createFreshDays<R extends RecordName>(
  { name }: Pick<DatedResource<R>, 'name'>,
  context: LoadContext,
): FreshDays<R> {
  const { expectedDates = NONE } = context;
  const cache = createRecordCache<R>(name, context);
  let checked = { size: 0, areAtHand: false };
  const areAllAtHand = () => {
    const { size } = expectedDates;
    if (checked.size !== size) {
      const areAtHand = [...expectedDates].every((date) => cache.entries.isAtHand(dateKey(date), cache.flags));
      checked = { size, areAtHand };
    }
    return checked.areAtHand;
  };
  return (date) => {
    const entry = cache.getFresh(dateKey(date));
    if (!entry || entry.isUnsettled || entry.doubt) return undefined;
    if (entry.value.length === 0 && !(expectedDates.has(date) && areAllAtHand())) return undefined;
    return freshRecords(name, { key: dateKey(date), entry, cache }, context);
  };
}

/** An entry that was found fresh. */
interface FreshEntry<R extends RecordName> {
  readonly key: RecordKey;
  readonly entry: RecordsEntry<R>;
  readonly cache: RecordCache<R>;
}

/** The records of an entry, counted once an operation. */
export function freshRecords<R extends RecordName>(
  resource: string,
  { key, entry, cache }: FreshEntry<R>,
  { reads }: Pick<LoadContext, 'reads'>,
): FreshRecords<CachedRecords<R>> {
  const { value, fetchedAt, freshUntil, doubt } = entry;
  const isCounted = !doubt && (reads?.hasRead(resource, key) ?? false);
  // Whether "nothing" is there at once depends on the other days of the operation, too.
  const state = doubt || value.length === 0 ? undefined : cache.entries.state();
  return {
    value: isCounted ? { value, fetchedAt, stale: false } : cache.read(key, entry),
    read: { resource, key, fetchedAt, freshUntil, state },
  };
}

const NONE: ReadonlySet<IsoDate> = new Set();
