// From the records of a loader to the value of a field: converted, with its age. A record that cannot be converted is left
// out and counted: it never takes its neighbours with it.
import type { IsoDate } from '../../calendar.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Loader } from '../../loading/readers/loader.ts';
import type { DataWarning } from '../../loading/stats.ts';
import { allSettled, areReady, type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import { DomainError } from '../errors.ts';
import { isPure, markPure } from './immutable.ts';
import { withFailures } from './partial-list.ts';

/** The age of a value; every record read from AccessLink has it. */
export interface RecordAge {
  readonly fetchedAt: string;
  readonly stale: boolean;
}

/** A model with its age. */
export type Aged<T> = T & RecordAge;

/** What a loader adds to its values. */
export interface Counted {
  /** Where they come from. */
  readonly origin?: Origin;
  /** Counts a record whose conversion failed. */
  readonly countUnconverted?: () => void;
}

/** A resource, and the day of its records; null where they are of no day, or of several. */
export interface Origin {
  readonly resource: string;
  readonly date: IsoDate | null;
}

/** The warning of a record, or a series of one, that cannot be converted. */
export function unconverted(origin: Origin): DataWarning {
  return { ...origin, property: null, reason: 'unconverted', count: 1 };
}

/** When a cached value was read, and whether it is older than it should be. */
export function ageOf({ fetchedAt, stale }: CachedValue<unknown>): RecordAge {
  return { fetchedAt: new Date(fetchedAt).toISOString(), stale };
}

/** The first of several records, or null when there is none. */
export function firstOf<W>(cached: CachedValue<readonly W[]>): CachedValue<W> | null {
  const [value] = cached.value;
  return value === undefined ? null : { ...cached, value };
}

/** The first record converted, or null when there is none, or it cannot be converted. */
export function firstRecord<W, M extends object>(
  cached: CachedValue<readonly W[]> & Counted,
  convert: (wire: W) => M,
): Aged<M> | null {
  return allRecords({ ...cached, value: cached.value.slice(0, 1) }, convert)[0] ?? null;
}

/** All records converted, in their order, without those that cannot be. */
export function allRecords<W, M extends object>(
  cached: CachedValue<readonly W[]> & Counted,
  convert: (wire: W) => M,
): Aged<M>[] {
  const age = ageOf(cached);
  const models: Aged<M>[] = [];
  for (const wire of cached.value) {
    try {
      models.push(withGuards({ ...convert(wire), ...age }, cached));
    } catch {
      cached.countUnconverted?.();
    }
  }
  return models;
}

/**
 * The records of many dates, in the order of the dates, those of each converted by `convertDay`. Dates that cannot be read
 * are left out, and their failures go with the list; rejects when none can be read.
 */
export function recordsOfDates<W, M extends object>(
  loader: Loader<IsoDate, CachedValue<readonly W[]> & Counted>,
  dates: readonly IsoDate[],
  convertDay: (cached: CachedValue<readonly W[]> & Counted, date: IsoDate) => readonly M[],
): PromiseOrValue<M[]> {
  const days = dates.map((date) => whenReady(loader.load(date), (cached) => convertDay(cached, date)));
  return areReady(days) ? days.flat() : readableAmong(days);
}

async function readableAmong<M>(days: readonly PromiseOrValue<readonly M[]>[]): Promise<M[]> {
  const settled = await allSettled(days);
  const failures = settled.flatMap((day): unknown[] => (day.status === 'rejected' ? [day.reason] : []));
  if (failures.length > 0 && failures.length === settled.length) throw failures[0];
  const records = settled.flatMap((day) => (day.status === 'fulfilled' ? day.value : []));
  return withFailures(records, failures);
}

/** By a time or date of each, earliest first; one without stays behind the one it was sent after. */
export function oldestFirst<M>(models: readonly M[], timeOf: (model: M) => string | null): M[] {
  let latest = Number.NEGATIVE_INFINITY;
  const timed = models.map((model) => {
    const time = timeOf(model);
    latest = time === null ? latest : Date.parse(time);
    return { model, time: latest };
  });
  return timed.toSorted((a, b) => (a.time === b.time ? 0 : a.time - b.time)).map(({ model }) => model);
}

/** What resolvers of a model's fields get besides their arguments: where they may count what they cannot use. */
interface Warned {
  readonly warn?: (warning: DataWarning) => void;
}

/**
 * The model itself, whose fields that are computed when they are selected are from now on null when that fails, which the
 * operation that selects them counts; a bad argument is rejected.
 */
function withGuards<M extends object>(model: M, { origin }: Counted): M {
  const fields = model as Record<string, unknown>;
  for (const field of Object.keys(fields)) {
    const compute = fields[field];
    if (typeof compute === 'function') fields[field] = guarded(compute as Compute, origin);
  }
  return model;
}

type Compute = (args: unknown) => unknown;

/** A failure is counted each time, and what warns is not remembered. */
function guarded(compute: Compute, origin: Origin | undefined): unknown {
  const guard = (args: unknown, context?: Warned): unknown => {
    try {
      return compute(args);
    } catch (failure) {
      if (failure instanceof DomainError) throw failure;
      if (origin) context?.warn?.(unconverted(origin));
      return null;
    }
  };
  return isPure(compute) ? markPure(guard) : guard;
}
