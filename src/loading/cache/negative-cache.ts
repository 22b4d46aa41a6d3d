// Denials of AccessLink (403, 429), cached briefly by user and resource, so that coverage can name them without a
// request.
import { LRUCache } from 'lru-cache';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Partition } from './keys.ts';

/** A failure that the next request would most likely have too. */
export type Denial = 'forbidden' | 'rate-limited';

export interface NegativeCache {
  /** Records the outcome of a request (null: a reply). A reply, or any other failure, deletes the cached denial. */
  put(partition: Partition, resource: string, failure: unknown): void;
  /** Why the last request was denied, if that is still cached. */
  find(partition: Partition, resource: string): Denial | null;
}

const MAX_ENTRIES = 10_000;
const FORBIDDEN_MS = 900_000;
/** When AccessLink does not say how long. */
const RATE_LIMITED_MS = 60_000;

interface CachedDenial {
  readonly denial: Denial;
  readonly until: number;
}

/** Nothing cached yet. `now` is in milliseconds since the epoch. */
export function createNegativeCache(now: () => number, maxEntries = MAX_ENTRIES): NegativeCache {
  const denials = new LRUCache<string, CachedDenial>({ max: maxEntries });
  const keyOf = (partition: Partition, resource: string) => `${partition}\n${resource}`;
  return {
    put: (partition, resource, failure) => {
      const denied = denialIn(failure);
      if (denied) denials.set(keyOf(partition, resource), { denial: denied.denial, until: now() + denied.ttlMs });
      else denials.delete(keyOf(partition, resource));
    },
    find: (partition, resource) => {
      const cached = denials.get(keyOf(partition, resource));
      return cached && cached.until > now() ? cached.denial : null;
    },
  };
}

function denialIn(failure: unknown): { readonly denial: Denial; readonly ttlMs: number } | null {
  if (!(failure instanceof AccessLinkError)) return null;
  if (failure.code === 'forbidden') return { denial: 'forbidden', ttlMs: FORBIDDEN_MS };
  if (failure.code !== 'rate-limited') return null;
  const { retryAfterSeconds } = failure;
  return { denial: 'rate-limited', ttlMs: retryAfterSeconds === null ? RATE_LIMITED_MS : retryAfterSeconds * 1000 };
}
