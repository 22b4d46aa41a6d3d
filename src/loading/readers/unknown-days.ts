// What a list without dates has of days of which nothing is known: a late upload is found by its day as by the list.
import { isHollow } from '../../accesslink/empty-records.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import { createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { DatedResource } from '../plan/resource.ts';
import { createOperationStats } from '../stats.ts';
import type { VersionedReply } from './shared-request.ts';

interface ReadWith {
  /** The flags of the list, which are those of the days. */
  readonly flags: readonly string[];
  readonly context: LoadContext;
}

/**
 * Retains by day what a list has of days of which no record is retained, as expired: the list may have less of a day than a
 * request for it, which the next question sends. "Nothing" that was read of such a day, with whatever flags, is over.
 */
export async function putUnknownDays<R extends RecordName>(
  byDay: Pick<DatedResource<R>, 'name' | 'dateOf' | 'isNothing'>,
  { records, version }: Pick<VersionedReply<R>, 'records' | 'version'>,
  { flags, context }: ReadWith,
): Promise<void> {
  const { name: resource } = byDay;
  const cache = createRecordCache<R>(resource, { ...context, stats: createOperationStats() });
  const { entries } = cache;
  const withData = records.filter((record) => !byDay.isNothing(record) && !isHollow(record));
  const days = Map.groupBy(withData, (record) => byDay.dateOf(record));
  const dates = [...days.keys()].filter((date): date is IsoDate => date !== null);
  await cache.load(dates.map(dateKey));
  for (const date of dates.filter((one) => !cache.getRetained(dateKey(one)))) {
    const key = dateKey(date);
    const over = entries
      .all(key)
      .map((entry) => ({ ...entry, fetchedAt: Math.max(entry.fetchedAt, context.now() - 1), freshUntil: 0 }));
    entries.set(key, over);
    for (const entry of over) context.storeTier.put({ ...entry, resource, key });
    const value = days.get(date) ?? [];
    const entry = {
      value,
      flags,
      fetchedAt: context.now(),
      freshUntil: 0,
      version,
    };
    entries.set(key, [entry, ...over]);
    context.storeTier.put({ ...entry, resource, key });
  }
}
