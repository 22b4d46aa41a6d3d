// Days of a resource that are fresh in memory, without a promise.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { DatedResource } from '../plan/resource.ts';

/** The records of a day that are fresh in memory; undefined: the day has to be read with others. */
export type FreshDays<R extends RecordName> = (date: IsoDate) => CachedRecords<R> | undefined;

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
    return cache.read(dateKey(date), entry);
  };
}

const NONE: ReadonlySet<IsoDate> = new Set();
