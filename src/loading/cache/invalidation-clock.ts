// What ended before its time in this process: records of users of which a webhook has told that there are newer ones.
import { LRUCache } from 'lru-cache';

/** A record of somebody, by its resource and its date, id or list. */
export interface InvalidationTarget {
  /** Null when nobody knows whose it is: only time ends such records. */
  readonly polarUserId: string | null;
  readonly resource: string;
  readonly key: string;
}

/** Ends of freshness, in the order in which they came. Clocks stand still and step back; an order does not. */
export interface InvalidationClock {
  /** How far the order has come: to be noted when something is asked for, and kept with what comes. */
  version(): number;
  /** Whether a record that was asked for at a mark may still be believed. */
  isCurrent(place: InvalidationTarget, mark: number): boolean;
  /** Ends what was asked for until now: the records named, or all of the resource when `whats` is null. */
  invalidate(polarUserId: string, resource: string, whats: readonly string[] | null): void;
  /** Ends everything of everybody. */
  invalidateAll(): void;
}

const MAX_ENDS = 50_000;

/** Nothing has ended yet. When there are too many ends to tell apart, the oldest becomes one of everybody. */
export function createInvalidationClock(maxEnds = MAX_ENDS): InvalidationClock {
  let last = 0;
  let endOfAll = 0;
  const ends = new LRUCache<string, number>({
    max: maxEnds,
    dispose: (mark, _, reason) => {
      if (reason === 'evict') endOfAll = Math.max(endOfAll, mark);
    },
  });
  const endOf = (...key: readonly (string | null)[]) => ends.peek(JSON.stringify(key)) ?? 0;
  return {
    version: () => last,
    isCurrent: ({ polarUserId, resource, key: what }, mark) => {
      if (mark < endOfAll) return false;
      if (polarUserId === null) return true;
      return mark >= endOf(polarUserId, resource) && mark >= endOf(polarUserId, resource, what);
    },
    invalidate: (polarUserId, resource, whats) => {
      last += 1;
      const keys = whats === null ? [[polarUserId, resource]] : whats.map((what) => [polarUserId, resource, what]);
      for (const key of keys) ends.set(JSON.stringify(key), last);
    },
    invalidateAll: () => {
      last += 1;
      endOfAll = last;
    },
  };
}
