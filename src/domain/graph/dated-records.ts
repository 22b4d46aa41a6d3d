// Records of days: those of one day, of many, of a list without dates, and the one with the key of a global id.
import { addDays, dateOfInstant, type IsoDate } from '../../calendar.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { DateRange } from '../../generated/graphql.ts';
import type { Loader } from '../../loading/readers/loader.ts';
import type { Context } from '../context.ts';
import { type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import { type Aged, type Counted, oldestFirst, recordsOfDates } from '../convert/records.ts';
import { datesOf } from './date-range.ts';
import { dateOfKey } from './global-id.ts';
import { findByKey, type Keyed, keyedRecords, timeOfKey, type RecordKind } from './node-keys.ts';

type Cached<W> = CachedValue<readonly W[]> & Counted;
type Loading = Pick<Context, 'loaders' | 'calendar' | 'today' | 'models' | 'expectDates'>;
type Maybe<T> = T | null | undefined;

/** A kind of records, and how they are loaded. */
export interface DatedKind<W, M> extends RecordKind<W, M> {
  readonly loaderOf: (context: Loading) => Loader<IsoDate, Cached<W>>;
  /** By what the records of a day, and of a list without dates, are sorted, oldest first. */
  readonly timeOf: (model: M) => string | null;
  /** Whether a record counts before others of its day: its id is that of the day. */
  readonly isFirst?: (wire: W) => boolean;
  /** AccessLink's list without dates, for the kinds that have one. */
  readonly recent?: RecentList<W>;
}

/** A list without dates. */
export interface RecentList<W> {
  readonly load: (loaders: Context['loaders']) => PromiseOrValue<Cached<W>>;
  /** The day that a record of it belongs to; null when unknown. */
  readonly dayOf: (wire: W) => IsoDate | null;
}

/** The ways to the records of a kind. Each rejects when a day or a list that it needs cannot be read. */
export interface DatedRecords<M> {
  readonly ofDay: (date: IsoDate, context: Loading) => PromiseOrValue<readonly Keyed<Aged<M>>[]>;
  /** The first record of a day; null when there is none. */
  readonly firstOf: (date: IsoDate, context: Loading) => PromiseOrValue<Keyed<Aged<M>> | null>;
  readonly ofDates: (dates: readonly IsoDate[], context: Loading) => PromiseOrValue<Keyed<Aged<M>>[]>;
  /** Those of a range; without one, those of AccessLink's list without dates, or of the last 28 days where it has none. */
  readonly ofRange: (range: Maybe<DateRange>, context: Loading) => PromiseOrValue<Keyed<Aged<M>>[]>;
  /** The record with the key of a global id; null when there is none. */
  readonly refetch: (key: string, context: Loading) => Promise<Keyed<Aged<M>> | null>;
}

/** The ways to the records of a kind. Its models are remembered by it. */
export function datedRecords<W, M extends object>(kind: DatedKind<W, M>): DatedRecords<M> {
  const { loaderOf, recent } = kind;
  const modelsOf = (cached: Cached<W>, date: IsoDate, { models }: Loading) =>
    models.of(cached, kind, { convert: (value) => sortedRecords(value, kind, () => date) });
  const ofDay = (date: IsoDate, context: Loading) =>
    whenReady(loaderOf(context).load(date), (cached) => modelsOf(cached, date, context));
  const ofDates = (dates: readonly IsoDate[], context: Loading) => {
    context.expectDates(dates);
    return recordsOfDates(loaderOf(context), dates, (cached, date) => modelsOf(cached, date, context));
  };
  const ofList = ({ load, dayOf }: RecentList<W>, { loaders }: Loading) =>
    whenReady(load(loaders), (cached) => sortedRecords(cached, kind, dayOf));
  return {
    ofDay,
    firstOf: (date, context) => whenReady(ofDay(date, context), ([first = null]) => first),
    ofDates,
    ofRange: (range, context) =>
      recent && !range ? ofList(recent, context) : ofDates(datesOf(range, context.today), context),
    refetch: async (key, context) => {
      const ofDays = (await daysOfKey(key, context)).map((dates) => () => ofDates(dates, context));
      return findByKey(key, recent ? [...ofDays, () => ofList(recent, context)] : ofDays);
    },
  };
}

/** The records of any list, oldest first. */
export function sortedRecords<W, M extends object>(
  cached: Cached<W>,
  kind: Pick<DatedKind<W, M>, 'convert' | 'keyOf' | 'timeOf' | 'isFirst'>,
  dayOf: (wire: W) => IsoDate | null,
): Keyed<Aged<M>>[] {
  const { isFirst } = kind;
  const value = isFirst ? cached.value.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))) : cached.value;
  return oldestFirst(keyedRecords({ ...cached, value }, kind, dayOf), kind.timeOf);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * The days on which the record with a key may lie, the likeliest first: the day in the key; around an instant, since the zone
 * decides on which day it lies. None when the key has neither.
 */
async function daysOfKey(key: string, { calendar }: Loading): Promise<IsoDate[][]> {
  const time = timeOfKey(key);
  const date = dateOfKey(time);
  if (date) return [[date]];
  const instant = INSTANT.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(instant)) return [];
  const { dayOf } = await calendar();
  const [day, utcDay] = [dayOf(instant), dateOfInstant(instant)];
  const others = [addDays(utcDay, -1), utcDay, addDays(utcDay, 1)].filter((other) => other !== day);
  return [[day], others];
}
