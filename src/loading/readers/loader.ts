// DataLoaders of one operation: everything requested in one tick is requested at once.
import DataLoader from 'dataloader';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { RecordKey } from '../cache/keys.ts';
import { type CachedRecords, createRecordCache } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';
import type { DatedResource, KeyedResource, ListedResource } from '../plan/resource.ts';
import type { PromiseOrValue } from '../../promise-or-value.ts';
import { createInFlightRequests } from '../cache/in-flight.ts';
import { ReadError, UnsentError } from '../errors.ts';
import { createDateReader } from './date-reader.ts';
import { createFreshDays, type FreshRecords, freshRecords } from './fresh-days.ts';
import { createKeyedReader } from './keyed-reader.ts';
import type { ListedRecords } from './list-answers.ts';
import { createListReader } from './list-reader.ts';
import type { ListLookup } from './list-records.ts';
import { createLocalDayReader } from './local-days.ts';

/**
 * Loads a key: at once where it is fresh in memory. Rejects for that key alone, with a ReadError that knows the resource and the
 * date.
 */
export interface Loader<K, V> {
  load(key: K): PromiseOrValue<V>;
}

/** Records of a resource by day. */
export type DateLoader<R extends RecordName> = Loader<IsoDate, CachedRecords<R>>;

/** Records of a listed resource: the list, all that is known, those of some days, or one by id. */
export type ListLoader<R extends RecordName> = Loader<ListLookup, ListedRecords<R>>;

/** Records of a keyed resource: all under the key. */
export type KeyedLoader<R extends RecordName> = Loader<RecordKey, CachedRecords<R>>;

/** The loader of a dated resource. */
export function createDateLoader<R extends RecordName>(
  resource: DatedResource<R>,
  context: LoadContext,
): DateLoader<R> {
  const { startOf } = resource;
  const readWith = (own: LoadContext) =>
    startOf ? createLocalDayReader({ ...resource, startOf }, own) : createDateReader(resource, own);
  const read = withOwnCalls(readWith, context);
  const watched = watchedBy(context, read, resource);
  const create = () =>
    new DataLoader(named(watched, { resource: resource.name, dateOf: (date) => date, context }), batching(context));
  return freshFirst(startOf ? () => undefined : createFreshDays(resource, context), create, context);
}

/** A loader that takes from memory what is fresh there, and batches the rest. A key that is loaded again has the same value. */
function freshFirst<K, V>(
  fresh: (key: K) => FreshRecords<V> | undefined,
  createBatch: () => Loader<K, V>,
  { reads }: Pick<LoadContext, 'reads'>,
): Loader<K, V> {
  const loaded = new Map<K, FreshRecords<V> | { readonly value: PromiseOrValue<V>; readonly read: null }>();
  let batch: Loader<K, V> | undefined;
  return {
    load: (key) => {
      let found = loaded.get(key);
      if (!found) {
        found = fresh(key) ?? { value: (batch ??= createBatch()).load(key), read: null };
        loaded.set(key, found);
      }
      if (found.read) reads?.add(found.read);
      return found.value;
    },
  };
}

/** The loader of a listed resource. */
export function createListLoader<R extends RecordName>(
  resource: ListedResource<R>,
  context: LoadContext,
): ListLoader<R> {
  const reader = withOwnCalls((own) => createListReader(resource, own), context);
  const read = watchedBy(context, reader, resource);
  const dateOf = (lookup: ListLookup) => (lookup.kind === 'days' && lookup.from === lookup.to ? lookup.from : null);
  return new DataLoader(named(read, { resource: resource.name, dateOf, context }), {
    ...batching(context),
    cacheKeyFn: keyOfLookup,
  });
}

/** No id and no date has a slash. */
function keyOfLookup(lookup: ListLookup): string {
  if (lookup.kind === 'days') return `${lookup.from}/${lookup.to}`;
  return lookup.kind === 'one' ? `one/${lookup.id}` : lookup.kind;
}

/** The loader of a keyed resource. */
export function createKeyedLoader<R extends RecordName>(
  resource: KeyedResource<R>,
  context: LoadContext,
): KeyedLoader<R> {
  const read = withOwnCalls((own) => createKeyedReader(resource, own), context);
  const create = () =>
    new DataLoader(named(read, { resource: resource.name, dateOf: () => null, context }), batching(context));
  const cache = createRecordCache<R>(resource.name, context);
  const fresh = (key: RecordKey) => {
    const entry = cache.getFresh(key);
    return entry && freshRecords(resource.name, { key, entry, cache }, context);
  };
  return freshFirst(fresh, create, context);
}

/** When the batches of a loader run. */
function batching({ scheduleBatch }: Pick<LoadContext, 'scheduleBatch'>) {
  return scheduleBatch ? { batchScheduleFn: scheduleBatch } : {};
}

/** Reads keys: the values in order, an Error in the place of what failed. */
type Read<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/**
 * A reader that reads by itself what it waited for together with another operation, where that one did not send it: it was not
 * allowed to send so much, or was over.
 */
function withOwnCalls<K, V>(readWith: (context: LoadContext) => Read<K, V>, context: LoadContext): Read<K, V> {
  const read = readWith(context);
  const isOfOther = (result: V | Error | undefined) => result instanceof UnsentError && result.gate !== context.gate;
  return async (keys) => {
    context.gate?.lookUp();
    const results = await read(keys);
    const others = keys.filter((_, index) => isOfOther(results[index]));
    if (others.length === 0) return results;
    const own = await readWith({ ...context, inFlight: createInFlightRequests() })(others);
    const ofOthers = own.values();
    return results.map((result) => (isOfOther(result) ? (ofOthers.next().value ?? result) : result));
  };
}

/** A reader whose records show the clock of the operation by which offset the person lived. */
function watchedBy<R extends RecordName, K, V extends CachedRecords<R>>(
  { clock }: Pick<LoadContext, 'clock'>,
  read: Read<K, V>,
  { offsetOf }: Pick<DatedResource<R>, 'offsetOf'>,
): Read<K, V> {
  if (!offsetOf) return read;
  return (keys) => {
    const reading = read(keys);
    const observed = (result: V | Error) =>
      result instanceof Error ? [] : result.value.flatMap((record) => offsetOf(record) ?? []);
    clock.watch(reading.then((results) => results.flatMap(observed)));
    return reading;
  };
}

interface Naming<K> {
  readonly resource: string;
  readonly dateOf: (key: K) => IsoDate | null;
  readonly context: Pick<LoadContext, 'stats'>;
}

/** A reader whose failures say what could not be read. One failure of a request is that of each of its dates. */
function named<K, V>(read: Read<K, V>, { resource, dateOf, context }: Naming<K>): Read<K, V> {
  const nameOf = (key: K, failure: Error) => {
    const error = new ReadError(resource, dateOf(key), failure);
    context.stats.failures.push(error);
    return error;
  };
  return async (keys) => {
    const results = await read(keys).catch((failure: unknown) => keys.map(() => errorOf(failure)));
    return keys.map((key, index) => {
      const result = results[index] as V | Error;
      return result instanceof Error ? nameOf(key, result) : result;
    });
  };
}

function errorOf(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
