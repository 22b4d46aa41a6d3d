// The cache entries of one resource in memory, and whether they answer without a call.
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { LoadContext } from '../context.ts';
import { type CacheEntry, type EntryMetadata, isFromFuture, newestWith } from './entry.ts';
import type { RecordKey } from './keys.ts';

/** A cache entry with records of one kind. */
export type RecordsEntry<R extends RecordName> = CacheEntry<readonly Records[R][]>;

export interface ResourceEntries<R extends RecordName> {
  /** All entries of a key in memory. */
  all(key: RecordKey): readonly RecordsEntry<R>[];
  set(key: RecordKey, entries: readonly CacheEntry[]): void;
  /** An object that is another one when something in memory has changed; undefined when nothing is there. */
  state(): object | undefined;
  /** Whether records that were requested at a version of the invalidation clock have not been invalidated since. */
  isCurrent(key: RecordKey, version: number): boolean;
  /** Whether an entry's time to live is not over, it was not invalidated, and it was not read in the future. */
  isFresh(key: RecordKey, entry: EntryMetadata): boolean;
  /**
   * Whether a request for a key alone with these flags is answered without a call: the newest entry that has the flags is
   * fresh. `entries` is all that is known of the key; what is in memory when left out.
   */
  isAtHand(key: RecordKey, flags: readonly string[], entries?: readonly EntryMetadata[]): boolean;
}

/** Keys to look up, and the entries of their resource in memory. */
export interface KeyedEntries<R extends RecordName> {
  readonly keys: readonly RecordKey[];
  readonly entries: ResourceEntries<R>;
}

/** The entries of a resource in the partition of an operation. */
export function createResourceEntries<R extends RecordName>(
  resource: string,
  { memory, partition, polarUserId, invalidations, now }: LoadContext,
): ResourceEntries<R> {
  const records = memory.of(partition, resource);
  const all = (key: RecordKey) => records.get(key) as readonly RecordsEntry<R>[];
  const isCurrent = (key: RecordKey, version: number) =>
    invalidations.isCurrent({ polarUserId, resource, key }, version);
  const isFresh = (key: RecordKey, entry: EntryMetadata) =>
    entry.freshUntil > now() && !isFromFuture(entry, now()) && isCurrent(key, entry.version);
  return {
    all,
    set: (key, entries) => records.set(key, entries),
    state: () => records.state(),
    isCurrent,
    isFresh,
    isAtHand: (key, flags, entries = all(key)) => {
      const newest = newestWith(entries, flags);
      return newest !== undefined && newest.isUnsettled !== true && isFresh(key, newest);
    },
  };
}
