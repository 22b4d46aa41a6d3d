// A logical clock of invalidations: which cached records of this process are not valid any more before their time.
import { LRUCache } from 'lru-cache';
import { entryLimit } from './entry-limit.ts';
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
  /** Whether nothing of a user has been invalidated since a version. */
  isUserCurrent(polarUserId: string | null, version: number): boolean;
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
  const createVersions = () =>
    new LRUCache<string, number>({
      ...entryLimit(maxInvalidations),
      dispose: (version, _, reason) => {
        if (reason === 'evict') ofEverything = Math.max(ofEverything, version);
      },
    });
  const [versions, ofUsers] = [createVersions(), createVersions()];
  const versionOf = (key: string) => versions.peek(key) ?? 0;
  const isUserCurrent = (polarUserId: string | null, version: number) =>
    version >= ofEverything && (polarUserId === null || version >= (ofUsers.peek(polarUserId) ?? 0));
  return {
    version: () => last,
    isUserCurrent,
    isCurrent: ({ polarUserId, resource, key }, version) => {
      if (isUserCurrent(polarUserId, version)) return true;
      if (polarUserId === null || version < ofEverything) return false;
      const ofResource = resourceOf(polarUserId, resource);
      return version >= versionOf(ofResource) && version >= versionOf(recordOf(ofResource, key));
    },
    invalidate: (polarUserId, records) => {
      last += 1;
      ofUsers.set(polarUserId, last);
      for (const { resource, keys } of records) {
        const ofResource = resourceOf(polarUserId, resource);
        if (keys === null) versions.set(ofResource, last);
        for (const key of keys ?? []) versions.set(recordOf(ofResource, key), last);
      }
    },
    invalidateAll: () => {
      last += 1;
      ofEverything = last;
    },
  };
}

/** Neither ids of users nor names of resources have a line break. */
function resourceOf(polarUserId: string, resource: string): string {
  return `${polarUserId}\n${resource}`;
}

function recordOf(ofResource: string, key: string): string {
  return `${ofResource}\n${key}`;
}
