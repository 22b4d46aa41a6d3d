// Keys of records in global ids: a date where a day has one, and otherwise what distinguishes a record from its neighbours.
import { createHash } from 'node:crypto';
import type { IsoDate } from '../../calendar.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { PromiseOrValue } from '../../promise-or-value.ts';
import { type Aged, allRecords, type Counted } from '../convert/records.ts';

/** An object of the graph that knows the key of its global id. */
export type Keyed<T> = T & { readonly nodeKey: string };

/** Stands for the day in the key of a record whose day is unknown. */
const NO_DAY = 'undated';
/** Between the parts of a key. No date and no digest has one. */
const SEPARATOR = '~';

/** How the records of a kind are converted, and what is the key of each. */
export interface RecordKind<W, M> {
  readonly convert: (wire: W) => M;
  /** The key of a model on a day; null: its day is unknown. Two records may have the same: they are numbered. */
  readonly keyOf: (model: M, day: IsoDate | null) => string;
}

/** The records of a loader with their age and their keys, in their order. `dayOf` gives the day that each belongs to. */
export function keyedRecords<W, M extends object>(
  cached: CachedValue<readonly W[]> & Counted,
  { convert, keyOf }: RecordKind<W, M>,
  dayOf: (wire: W) => IsoDate | null,
): Keyed<Aged<M>>[] {
  const seen = new Map<string, number>();
  const withKey = (wire: W): Keyed<M> => {
    const model = convert(wire);
    const key = keyOf(model, dayOf(wire));
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { ...model, nodeKey: ordinal === 1 ? key : `${key}${SEPARATOR}${ordinal}` };
  };
  return allRecords(cached, withKey);
}

/** The key of a record of which a day has one: the day. */
export function keyOfDay(model: object, day: IsoDate | null): string {
  return day ?? keyOfSeveral(null, [JSON.stringify(model)]);
}

/** The key of one of several records: its day or instant, and a digest of facts that distinguish it and do not change. */
export function keyOfSeveral(time: string | null, facts: readonly (string | number | null)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
  return `${time ?? NO_DAY}${SEPARATOR}${digest}`;
}

/** The first part of a key: a day, an instant, or neither. */
export function timeOfKey(key: string): string {
  return key.split(SEPARATOR, 1)[0] ?? '';
}

/** The object with a key, from the first of several sources that has it; later ones are not read then. */
export async function findByKey<T extends Keyed<object>>(
  key: string,
  sources: readonly (() => PromiseOrValue<readonly T[]>)[],
): Promise<T | null> {
  for (const source of sources) {
    const found = (await source()).find(({ nodeKey }) => nodeKey === key);
    if (found) return found;
  }
  return null;
}
