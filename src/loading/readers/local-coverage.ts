// What is cached of the days of a person, of a resource that is cached by UTC days.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { UtcDatedResource } from '../plan/resource.ts';
import { localDateOf, oldestOf, ownOf, utcDatesOf } from './local-days.ts';

/** What is cached of a day. */
export interface CachedDay {
  readonly fetchedAt: number;
  /** Whether a request for the day is answered without a call. */
  readonly isFresh: boolean;
  /** AccessLink has no data. */
  readonly isNothing: boolean;
}

/** What is cached of a day; null when nothing is. */
type CachedOn = (date: IsoDate) => CachedDay | null;

/** The days of a person in UTC. */
export interface LocalDays {
  /** All UTC days that they overlap, oldest first. */
  readonly utcDates: readonly IsoDate[];
  /** Reads the records that may lie on either of two days. */
  load(ofUtc: CachedOn): Promise<void>;
  /** Of what is cached of UTC days, what is cached of a day of the person. */
  cachedOn(ofUtc: CachedOn): CachedOn;
}

/** The days of the person of an operation, of a resource with UTC times alone. */
export async function createLocalDays<R extends RecordName>(
  { name, startOf }: Pick<UtcDatedResource<R>, 'name' | 'startOf'>,
  dates: readonly IsoDate[],
  context: LoadContext,
): Promise<LocalDays> {
  const { dayOf, isNamed } = await context.clock.calendar();
  const cache = createRecordCache<R>(name, context);
  const partsOf = (date: IsoDate) => utcDatesOf(date, dayOf, context.today);
  const isOn = (date: IsoDate) => (utcDate: IsoDate) => {
    const records = cache.getAny(dateKey(utcDate))?.value ?? [];
    return records.some((record) => localDateOf(startOf(record), utcDate, dayOf) === date);
  };
  return {
    utcDates: [...new Set(dates.flatMap(partsOf))].toSorted(),
    load: async (ofUtc) => {
      const shared = dates.map(partsOf).filter((parts) => parts.length > 1);
      const withRecords = new Set(shared.flat().filter((utcDate) => ofUtc(utcDate)?.isNothing === false));
      await cache.load([...withRecords].map(dateKey));
    },
    cachedOn: (ofUtc) => (date) => {
      const parts = partsOf(date);
      const needed = (isNamed ? parts : ownOf(date, parts)).map(ofUtc);
      const cached = parts.flatMap((utcDate) => ofUtc(utcDate) ?? []);
      if (needed.includes(null)) return null;
      const isNothing = parts.length > 1 ? !parts.some(isOn(date)) : cached.every((part) => part.isNothing);
      return {
        fetchedAt: oldestOf(cached) ?? context.now(),
        isFresh: needed.every((part) => part?.isFresh),
        isNothing,
      };
    },
  };
}
