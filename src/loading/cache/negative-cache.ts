// Denials of AccessLink (403, 429), cached briefly by user and resource, so that coverage can name them without a
// request; and whether a user who was denied is registered, so that it is not looked up again for each denial.
import { LRUCache } from 'lru-cache';
import { entryLimit } from './entry-limit.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Partition } from './keys.ts';

/** A failure that the next request would most likely have too. */
export type Denial = 'forbidden' | 'unregistered' | 'rate-limited';

export interface NegativeCache {
  /** Records the outcome of a request (null: a reply). A reply, or any other failure, deletes the cached denial. */
  put(partition: Partition, resource: string, failure: unknown): void;
  /** Why the last request was denied, if that is still cached. */
  find(partition: Partition, resource: string): Denial | null;
  /** Records whether AccessLink knows the user. */
  putRegistration(partition: Partition, isRegistered: boolean): void;
  /** Whether AccessLink knows the user, if that is still cached. */
  findRegistration(partition: Partition): boolean | null;
}

const MAX_ENTRIES = 10_000;
const FORBIDDEN_MS = 900_000;
/** Whoever registers, or accepts a consent, does not read the wrong remedy for long. */
const REGISTRATION_MS = 300_000;

interface TimedItem {
  /** When it was put, and how long it is cached. */
  readonly at: number;
  readonly ttlMs: number;
}

interface CachedDenial extends TimedItem {
  readonly denial: Denial;
}

interface CachedRegistration extends TimedItem {
  readonly isRegistered: boolean;
}

/** A clock that was set back makes nothing last longer. */
function isCurrent({ at, ttlMs }: TimedItem, now: number): boolean {
  return now >= at && now < at + ttlMs;
}

/** Nothing cached yet. `now` is in milliseconds since the epoch. */
export function createNegativeCache(now: () => number, maxEntries = MAX_ENTRIES): NegativeCache {
  const denials = new LRUCache<string, CachedDenial>(entryLimit(maxEntries));
  const registrations = new LRUCache<Partition, CachedRegistration>(entryLimit(maxEntries));
  const keyOf = (partition: Partition, resource: string) => `${partition}\n${resource}`;
  return {
    put: (partition, resource, failure) => {
      const denied = denialIn(failure);
      if (denied) denials.set(keyOf(partition, resource), { ...denied, at: now() });
      else denials.delete(keyOf(partition, resource));
    },
    find: (partition, resource) => {
      const cached = denials.get(keyOf(partition, resource));
      return cached && isCurrent(cached, now()) ? cached.denial : null;
    },
    putRegistration: (partition, isRegistered) =>
      void registrations.set(partition, { isRegistered, at: now(), ttlMs: REGISTRATION_MS }),
    findRegistration: (partition) => {
      const cached = registrations.get(partition);
      return cached && isCurrent(cached, now()) ? cached.isRegistered : null;
    },
  };
}

function denialIn(failure: unknown): Omit<CachedDenial, 'at'> | null {
  if (!(failure instanceof AccessLinkError)) return null;
  const { code, retryAfterSeconds } = failure;
  if (code === 'forbidden' || code === 'unregistered') return { denial: code, ttlMs: FORBIDDEN_MS };
  return code === 'rate-limited' ? { denial: code, ttlMs: (retryAfterSeconds ?? 0) * 1000 } : null;
}
