// Caches the days that a reply settles.
import { isHollow } from '../../accesslink/empty-records.ts';
import { datesBetween, type IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { dateKey } from '../cache/keys.ts';
import type { CachedRecords, RecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { PlannedRequest } from '../plan/plan.ts';
import type { DatedResource } from '../plan/resource.ts';
import { warn } from '../stats.ts';
import { recordsOfDay } from './day-records.ts';
import type { VersionedReply } from './shared-request.ts';

/** A dated resource with its cache, for one operation. */
export interface DatedCache<R extends RecordName> {
  readonly resource: DatedResource<R>;
  readonly cache: RecordCache<R>;
  readonly context: LoadContext;
}

/** The days of a request with what is served for each. */
export type SettledDays<R extends RecordName> = ReadonlyMap<IsoDate, CachedRecords<R>>;

/**
 * Caches every day that a reply settles, empty days too. Days around the requested ones may be incomplete in it: they are
 * dropped, and counted. The first and last day of a list of the last days are settled only when they have records: whose
 * clock its days count by is not known.
 */
export function putDays<R extends RecordName>(
  { resource, cache, context }: DatedCache<R>,
  request: PlannedRequest,
  { records, version, absence }: VersionedReply<R>,
): SettledDays<R> {
  const { from, to } = request;
  const settled = new Map<IsoDate, CachedRecords<R>>();
  const hollow = records.filter(isHollow);
  const isDoubtful = absence === 'doubtful' || hollow.length > 0;
  const withData = records.filter((record) => !resource.isNothing(record) && !hollow.includes(record));
  const days = Map.groupBy(withData, (record) => dateOf(resource, request, record));
  const stray = { resource: resource.name, date: null, property: null, reason: 'stray' } as const;
  warn(context.stats, { ...stray, count: strayCount(days, request) });
  for (const date of datesIn(request, days)) {
    const value = recordsOfDay(resource, days.get(date) ?? [], date);
    if (resource.limits.hasDate) warn(context.stats, { ...stray, date, reason: 'repeated', count: value.length - 1 });
    const isUnsettled = value.length === 0 && isDoubtfulEnd(request, date);
    const sent = {
      value,
      date,
      version,
      isExact: from === to,
      isDoubtful,
      isUnsettled,
    };
    settled.set(date, cache.put(dateKey(date), sent));
  }
  return settled;
}

/** The days of a request; a list of the last days may have one more at either end. */
function datesIn(request: PlannedRequest, days: ReadonlyMap<IsoDate | null, unknown>): Iterable<IsoDate> {
  const dates = datesBetween(request.from, request.to);
  if (request.form !== 'recent' && request.form !== 'period') return dates;
  return new Set([...dates, ...[...days.keys()].filter((date) => date !== null)]);
}

/** Whether a list of the last days may not reach a day that it should, by a clock that differs from ours. */
export function isDoubtfulEnd({ form, from, to }: PlannedRequest, date: string): boolean {
  return (form === 'recent' || form === 'period') && (date === from || date === to);
}

/** Records without a day, or of days that were not requested. A list of the last days may have one day more. */
function strayCount(days: ReadonlyMap<string | null, readonly unknown[]>, { form, from, to }: PlannedRequest): number {
  const isStray = (date: string | null) => date === null || (form === 'range' && (date < from || date > to));
  return [...days].reduce((count, [date, records]) => count + (isStray(date) ? records.length : 0), 0);
}

/** The date of a record: the one that was requested alone, otherwise the record's own; null when it has none. */
function dateOf<R extends RecordName>(
  resource: DatedResource<R>,
  { form, from, to }: PlannedRequest,
  record: Records[R],
): IsoDate | null {
  return form === 'date' ? from : (resource.dateOf(record) ?? (from === to ? from : null));
}
