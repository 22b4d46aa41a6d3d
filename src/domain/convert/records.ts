// From the records of a loader to the value of a field: converted, with its age.
import type { IsoDate } from '../../calendar.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Loader } from '../../loading/readers/loader.ts';

/** The age of a value; every record read from AccessLink has it. */
export interface RecordAge {
  readonly fetchedAt: string;
  readonly stale: boolean;
}

/** A model with its age. */
export type Aged<T> = T & RecordAge;

/** When a cached value was read, and whether it is older than it should be. */
export function ageOf({ fetchedAt, stale }: CachedValue<unknown>): RecordAge {
  return { fetchedAt: new Date(fetchedAt).toISOString(), stale };
}

/** The first of several records, or null when there is none. */
export function firstOf<W>(cached: CachedValue<readonly W[]>): CachedValue<W> | null {
  const [value] = cached.value;
  return value === undefined ? null : { ...cached, value };
}

/** The first record converted, or null when there is none. */
export function firstRecord<W, M extends object>(
  cached: CachedValue<readonly W[]>,
  convert: (wire: W) => M,
): Aged<M> | null {
  const [wire] = cached.value;
  return wire === undefined ? null : { ...convert(wire), ...ageOf(cached) };
}

/** All records converted, in their order. */
export function allRecords<W, M extends object>(cached: CachedValue<readonly W[]>, convert: (wire: W) => M): Aged<M>[] {
  return cached.value.map((wire) => ({ ...convert(wire), ...ageOf(cached) }));
}

/** The records of many dates, in the order of the dates, converted. Rejects when any of them cannot be read. */
export async function recordsOfDates<W, M extends object>(
  loader: Loader<IsoDate, CachedValue<readonly W[]>>,
  dates: readonly IsoDate[],
  convert: (wire: W) => M,
): Promise<Aged<M>[]> {
  const days = await Promise.all(dates.map((date) => loader.load(date)));
  return days.flatMap((cached) => allRecords(cached, convert));
}

/** Oldest day first; AccessLink documents no order. */
export function byDate<M extends { readonly date: string | null }>(models: readonly M[]): M[] {
  return models.toSorted((a, b) => compare(a.date, b.date));
}

/** Earliest start first. */
export function byStart<M extends { readonly startTime: string | null }>(models: readonly M[]): M[] {
  return models.toSorted((a, b) => compare(a.startTime, b.startTime));
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
