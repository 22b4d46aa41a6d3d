// The cached records of one resource for one operation: got, put, and served stale where AccessLink fails.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { CachedValue, LoadContext } from '../context.ts';
import { OutOfWindowError } from '../errors.ts';
import type { OperationStats } from '../stats.ts';
import { createResourceEntries, type KeyedEntries, type RecordsEntry, type ResourceEntries } from './entries.ts';
import { newestWith, withSent, withStored } from './entry.ts';
import { cacheKey, type RecordKey } from './keys.ts';
import { isBeyondWindows, ttlMs } from './ttl.ts';

/** Records as read: those of a date, of an id, of a list. None when there is nothing. */
export type CachedRecords<R extends RecordName> = CachedValue<readonly Records[R][]>;

/** Records to put: as AccessLink sent them, and the date they belong to if it is one. */
export interface SentRecords<R extends RecordName> {
  readonly value: readonly Records[R][];
  readonly date: IsoDate | null;
  /** Size as sent. */
  readonly bytes: number;
  /** The version of the invalidation clock when they were requested. */
  readonly version: number;
}

export interface RecordCache<R extends RecordName> {
  /** The flags that this operation needs of the resource. */
  readonly flags: readonly string[];
  readonly entries: ResourceEntries<R>;
  /** Reads from the store tier what is not at hand in memory. */
  load(keys: readonly RecordKey[]): Promise<void>;
  /** The records at hand, counted as read from memory or store; undefined when a request is needed. */
  get(key: RecordKey): CachedRecords<R> | undefined;
  /** The newest records that have the flags, fresh or not; not counted. */
  getAny(key: RecordKey): RecordsEntry<R> | undefined;
  /** Old records in the place of a failure; the failure when there are none, or when access was denied. */
  getStale(key: RecordKey, failure: unknown): CachedRecords<R> | Error;
  /** Puts what was sent, with a time to live by its age, and returns the value to serve. */
  put(key: RecordKey, sent: SentRecords<R>): CachedRecords<R>;
}

const NO_FLAGS: readonly string[] = [];

/** The cache of a resource, bound to an operation. */
export function createRecordCache<R extends RecordName>(resource: string, context: LoadContext): RecordCache<R> {
  const flags = context.flags[resource] ?? NO_FLAGS;
  const entries = createResourceEntries<R>(resource, context);
  const getAny = (key: RecordKey) => newestWith(entries.all(key), flags);
  return {
    flags,
    entries,
    getAny,
    load: async (keys) => {
      const missing = keys.filter((key) => !entries.isAtHand(key, flags));
      if (missing.length > 0) await loadStored(resource, { keys: missing, entries }, context);
    },
    get: (key) => {
      const entry = getAny(key);
      return entry && entries.isFresh(key, entry) ? countedRead(entry, context.stats) : undefined;
    },
    getStale: (key, failure) => {
      const error = failure instanceof Error ? failure : new Error(`Cannot read ${resource}: ${String(failure)}`);
      const entry = isServedStale(error) ? getAny(key) : undefined;
      return entry ? staleRead(entry, error, context.stats) : error;
    },
    put: (key, sent) => {
      const entry = entryFrom(sent, getAny(key), {
        ...context,
        flags,
        key: cacheKey(context.partition, resource, key),
      });
      const stored = entries.isCurrent(key, sent.version) ? entry : { ...entry, freshUntil: 0 };
      const merged = withSent(entries.all(key), stored);
      if (merged.includes(stored)) {
        entries.set(key, merged);
        context.storeTier.put({ ...stored, resource, key });
      }
      return { value: entry.value, fetchedAt: entry.fetchedAt, stale: false };
    },
  };
}

/**
 * "Nothing" is cached too, but on a day that AccessLink may have stopped serving it does not replace something:
 * what was read of such a day stays, with its fetch time.
 */
function entryFrom<R extends RecordName>(
  { value, date, bytes, version }: SentRecords<R>,
  known: RecordsEntry<R> | undefined,
  { flags, key, now, today }: Pick<LoadContext, 'now' | 'today'> & { flags: readonly string[]; key: string },
): RecordsEntry<R> {
  const isDoubtful = value.length === 0 && isBeyondWindows(date, today.today);
  const cached = isDoubtful && known !== undefined && known.value.length > 0 ? known : { value, fetchedAt: now() };
  const ttl = ttlMs({ date, today: today.today, isNothing: cached.value.length === 0, key });
  return { value: cached.value, fetchedAt: cached.fetchedAt, freshUntil: now() + ttl, flags, bytes, version };
}

/** Reads records from the store tier into memory. The newer of both stays. */
async function loadStored<R extends RecordName>(
  resource: string,
  { keys, entries }: KeyedEntries<R>,
  { invalidations, storeTier, stats }: LoadContext,
): Promise<void> {
  const version = invalidations.version();
  for (const { key, flags, value, fetchedAt, freshUntil } of await storeTier.read(resource, keys)) {
    const bytes = JSON.stringify(value).length;
    const stored: RecordsEntry<R> = { value: value as Records[R][], flags, fetchedAt, freshUntil, version, bytes };
    const merged = withStored(entries.all(key as RecordKey), stored);
    if (!merged.includes(stored)) continue;
    entries.set(key as RecordKey, merged);
    stats.stored.add(stored);
  }
}

/** Counts where a record came from: the store when this operation took it from there. */
function countedRead<R extends RecordName>(entry: RecordsEntry<R>, stats: OperationStats): CachedRecords<R> {
  if (stats.stored.has(entry)) stats.fromStore += 1;
  else stats.fromMemory += 1;
  return { value: entry.value, fetchedAt: entry.fetchedAt, stale: false };
}

/** A day that AccessLink does not serve any more is history and as good as it will ever be: not stale. */
function staleRead<R extends RecordName>(
  entry: RecordsEntry<R>,
  error: Error,
  stats: OperationStats,
): CachedRecords<R> {
  if (error instanceof OutOfWindowError && error.maxAgeDays !== null) return countedRead(entry, stats);
  stats.stale += 1;
  return { value: entry.value, fetchedAt: entry.fetchedAt, stale: true };
}

/** Old records are not served to a user whose access was denied, nor in the place of an internal error. */
function isServedStale(error: Error): boolean {
  if (error instanceof OutOfWindowError) return true;
  if (!(error instanceof AccessLinkError)) return false;
  return ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(error.code);
}
