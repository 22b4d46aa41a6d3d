// The cached records of one resource for one operation: got, put, and served stale where AccessLink fails.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { CachedValue, LoadContext } from '../context.ts';
import type { OperationStats } from '../stats.ts';
import { retainedAmong } from './absence.ts';
import { createResourceEntries, type KeyedEntries, type RecordsEntry, type ResourceEntries } from './entries.ts';
import { isFromFuture, newestWith, withStored } from './entry.ts';
import type { RecordKey } from './keys.ts';
import { putSent, type SentRecords } from './put.ts';

/** Records as read: those of a date, of an id, of a list. None when there is nothing. */
export type CachedRecords<R extends RecordName> = CachedValue<readonly Records[R][]>;

export interface RecordCache<R extends RecordName> {
  /** The flags that this operation needs of the resource. */
  readonly flags: readonly string[];
  readonly entries: ResourceEntries<R>;
  /** Reads from the store tier what is not at hand in memory. */
  load(keys: readonly RecordKey[]): Promise<void>;
  /** The records at hand, counted as read from memory or store; undefined when a request is needed. */
  get(key: RecordKey): CachedRecords<R> | undefined;
  /** The entry of records that are at hand; not counted. */
  getFresh(key: RecordKey): RecordsEntry<R> | undefined;
  /** The records of an entry, counted. */
  read(key: RecordKey, entry: RecordsEntry<R>): CachedRecords<R>;
  /** The newest records that have the flags, fresh or not; not counted. */
  getAny(key: RecordKey): RecordsEntry<R> | undefined;
  /**
   * Records that are retained of a key for which no request is sent, counted: history, as good as it will ever be. With
   * fewer flags than the operation needs when there are no others.
   */
  getRetained(key: RecordKey): CachedRecords<R> | undefined;
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
  const getFresh = (key: RecordKey) => {
    const entry = getAny(key);
    return entry && entries.isFresh(key, entry) ? entry : undefined;
  };
  const count = createCounting(resource, entries, context);
  const read = (key: RecordKey, entry: RecordsEntry<R>) => {
    context.stats.freshness.include(entry.freshUntil);
    return count(key, entry);
  };
  return {
    flags,
    entries,
    getAny,
    load: async (keys) => {
      const missing = keys.filter((key) => !entries.isAtHand(key, flags));
      if (missing.length > 0) await loadStored(resource, { keys: missing, entries }, context);
    },
    getFresh,
    read,
    get: (key) => {
      const entry = getFresh(key);
      return entry && read(key, entry);
    },
    getRetained: (key) => {
      const entry = retainedAmong(entries.all(key), flags);
      return entry && count(key, entry);
    },
    getStale: (key, failure) => {
      const error = failure instanceof Error ? failure : new Error(`Cannot read ${resource}: ${String(failure)}`);
      const entry = isServedStale(error) ? getAny(key) : undefined;
      return entry ? staleRead(entry, context.stats) : error;
    },
    put: (key, sent) => putSent({ resource, flags, entries, context }, key, sent),
  };
}

/** Counts the entries of a resource that are read. From the first one on they are watched for the freshness of the answer. */
function createCounting<R extends RecordName>(
  resource: string,
  entries: ResourceEntries<R>,
  { stats, invalidations, polarUserId }: LoadContext,
): (key: RecordKey, entry: RecordsEntry<R>) => CachedRecords<R> {
  let isWatched = false;
  const watch = () => {
    isWatched = true;
    const [state, version] = [entries.state(), invalidations.version()];
    const isUnchanged = () => state !== undefined && entries.state() === state;
    stats.freshness.watch(() => isUnchanged() && invalidations.isUserCurrent(polarUserId, version));
  };
  return (key, entry) => {
    if (!isWatched) watch();
    return countedRead(entry, stats.stored.has(`${resource}\n${key}`), stats);
  };
}

/**
 * Reads records from the store tier into memory. The newer of both stays; what claims to have been read in the future
 * counts as expired, and as older than what memory has.
 */
async function loadStored<R extends RecordName>(
  resource: string,
  { keys, entries }: KeyedEntries<R>,
  { invalidations, storeTier, stats, now }: LoadContext,
): Promise<void> {
  const version = invalidations.version();
  for (const { key, flags, value, ...times } of await storeTier.read(resource, keys)) {
    const isWrong = isFromFuture(times, now());
    const known = newestWith(entries.all(key as RecordKey), flags);
    // A doubt is retained in memory alone.
    if (known && (isWrong || (known.doubt && known.fetchedAt >= times.fetchedAt))) continue;
    const { fetchedAt, freshUntil } = isWrong ? { fetchedAt: now(), freshUntil: 0 } : times;
    const stored: RecordsEntry<R> = { value: value as Records[R][], flags, fetchedAt, freshUntil, version };
    const merged = withStored(entries.all(key as RecordKey), stored);
    if (!merged.includes(stored)) continue;
    entries.set(key as RecordKey, merged);
    stats.stored.add(`${resource}\n${key}`);
  }
}

/** Counts where a record came from: the store when this operation took it from there; a doubtful one is stale. */
function countedRead<R extends RecordName>(
  entry: RecordsEntry<R>,
  isStored: boolean,
  stats: OperationStats,
): CachedRecords<R> {
  if (entry.doubt) return staleRead(entry, stats);
  if (isStored) stats.fromStore += 1;
  else stats.fromMemory += 1;
  return { value: entry.value, fetchedAt: entry.fetchedAt, stale: false };
}

function staleRead<R extends RecordName>(entry: RecordsEntry<R>, stats: OperationStats): CachedRecords<R> {
  stats.stale += 1;
  return { value: entry.value, fetchedAt: entry.fetchedAt, stale: true };
}

/**
 * Whether old records stand in for a failure: not for a user whose access was denied, nor in the place of an internal
 * error.
 */
export function isServedStale(error: Error): boolean {
  if (!(error instanceof AccessLinkError)) return false;
  return ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(error.code);
}
