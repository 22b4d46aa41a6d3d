// What ended before its time in this process: records of users of which a webhook has told that there are newer ones.
import { LRUCache } from 'lru-cache';

/** A record of somebody, by its resource and its date, id or list. */
export interface Place {
  /** Null when nobody knows whose it is: only time ends such records. */
  readonly polarUserId: string | null;
  readonly resource: string;
  readonly what: string;
}

/** Ends of freshness, in the order in which they came. Clocks stand still and step back; an order does not. */
export interface Expiry {
  /** How far the order has come: to be noted when something is asked for, and kept with what comes. */
  mark(): number;
  /** Whether a record that was asked for at a mark may still be believed. */
  isCurrent(place: Place, mark: number): boolean;
  /** Ends what was asked for until now: the records named, or all of the resource when `whats` is null. */
  expire(polarUserId: string, resource: string, whats: readonly string[] | null): void;
  /** Ends everything of everybody. */
  expireAll(): void;
}

const MAX_ENDS = 50_000;

/** Nothing has ended yet. When there are too many ends to tell apart, the oldest becomes one of everybody. */
export function createExpiry(maxEnds = MAX_ENDS): Expiry {
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
    mark: () => last,
    isCurrent: ({ polarUserId, resource, what }, mark) => {
      if (mark < endOfAll) return false;
      if (polarUserId === null) return true;
      return mark >= endOf(polarUserId, resource) && mark >= endOf(polarUserId, resource, what);
    },
    expire: (polarUserId, resource, whats) => {
      last += 1;
      const keys = whats === null ? [[polarUserId, resource]] : whats.map((what) => [polarUserId, resource, what]);
      for (const key of keys) ends.set(JSON.stringify(key), last);
    },
    expireAll: () => {
      last += 1;
      endOfAll = last;
    },
  };
}
