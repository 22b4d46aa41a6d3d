// Which of the records of one day represents it, and which day a record is of that names none.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { DatedResource } from '../plan/resource.ts';

/**
 * The records of a day. Those that name it come before those that are taken to be of it since they name none, and those
 * have its date then. Of a resource that has one record a day, the fullest comes first, the last of equal ones.
 */
export function recordsOfDay<R extends RecordName>(
  { dateOf, limits }: Pick<DatedResource<R>, 'dateOf' | 'limits'>,
  records: readonly Records[R][],
  date: IsoDate,
): readonly Records[R][] {
  const ranked = records.map((record, index) => {
    const weight = limits.hasDate && records.length > 1 ? [leavesOf(record), index] : [0, -index];
    return { record, ranks: [dateOf(record) === null ? 0 : 1, ...weight] };
  });
  const sorted = ranked.toSorted((a, b) => differenceOf(b.ranks, a.ranks));
  return sorted.map(({ record }) => dated(record, date));
}

/** The first difference of two lists; 0 when there is none. */
function differenceOf(a: readonly number[], b: readonly number[]): number {
  return a.map((rank, index) => rank - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** How many values a record has, with those of its parts. */
function leavesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return value === null ? 0 : 1;
  return Object.values(value).reduce<number>((sum, part) => sum + leavesOf(part), 0);
}

function dated<T extends object>(record: T, date: IsoDate): T {
  return Reflect.get(record, 'date') === null ? { ...record, date } : record;
}
