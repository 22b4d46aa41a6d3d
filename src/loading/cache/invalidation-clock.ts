// A logical clock of invalidations: which cached records of this process are not valid any more before their time.
import { LRUCache } from 'lru-cache';
import type { InvalidatedRecords } from '../../store/contract/signals.ts';

/** A record of a user, by its resource and key. */
export interface InvalidationTarget {
  /** Null when the user is not known: such records only expire. */
  readonly polarUserId: string | null;
  readonly resource: string;
  readonly key: string;
}

/** Orders requests and invalidations. Wall clocks stand still and step back; a version only grows. */
export interface InvalidationClock {
  /** The current version: to be read when records are requested, and cached with them. */
  version(): number;
  /** Whether a record that was requested at a version has not been invalidated since. */
  isCurrent(target: InvalidationTarget, version: number): boolean;
  /** Invalidates what was requested until now. */
  invalidate(polarUserId: string, records: readonly InvalidatedRecords[]): void;
  /** Invalidates all records of all users. */
  invalidateAll(): void;
}

const MAX_INVALIDATIONS = 50_000;

/** Nothing is invalidated yet. With more invalidations than fit, the oldest one counts for all records. */
export function createInvalidationClock(maxInvalidations = MAX_INVALIDATIONS): InvalidationClock {
  let last = 0;
  let ofEverything = 0;
  const versions = new LRUCache<string, number>({
    max: maxInvalidations,
    dispose: (version, _, reason) => {
      if (reason === 'evict') ofEverything = Math.max(ofEverything, version);
    },
  });
  const versionOf = (...target: readonly (string | null)[]) => versions.peek(JSON.stringify(target)) ?? 0;
  return {
    version: () => last,
    isCurrent: ({ polarUserId, resource, key }, version) => {
      if (version < ofEverything) return false;
      if (polarUserId === null || last === 0) return true;
      return version >= versionOf(polarUserId, resource) && version >= versionOf(polarUserId, resource, key);
    },
    invalidate: (polarUserId, records) => {
      last += 1;
      for (const { resource, keys } of records) {
        const targets = keys === null ? [[polarUserId, resource]] : keys.map((key) => [polarUserId, resource, key]);
        for (const target of targets) versions.set(JSON.stringify(target), last);
      }
    },
    invalidateAll: () => {
      last += 1;
      ofEverything = last;
    },
  };
}
