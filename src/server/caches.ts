// The caches that all operations of a process share.
import type { Clock } from '../clock.ts';
import type { BackgroundWork } from '../loading/background-work.ts';
import { createInFlightRequests } from '../loading/cache/in-flight.ts';
import { createInvalidationClock } from '../loading/cache/invalidation-clock.ts';
import { createMemoryTier } from '../loading/cache/memory-tier.ts';
import { createNegativeCache } from '../loading/cache/negative-cache.ts';
import { createStoreTier, noStoreTier } from '../loading/cache/store-tier.ts';
import type { RecordOwner } from '../store/contract/records.ts';
import type { Store } from '../store/contract/store.ts';

export interface CachesOptions {
  readonly memoryBytes?: number;
  /** Null: records are cached in memory only. */
  readonly store?: Pick<Store, 'records'> | null;
  readonly clock: Pick<Clock, 'now'>;
}

const MEMORY_BYTES = 256 * 1024 * 1024;

/** Empty caches in memory, over the store tier. `writes` are its pending writes. */
export function createCaches(
  { memoryBytes = MEMORY_BYTES, store = null, clock }: CachesOptions,
  writes: BackgroundWork,
) {
  return {
    memory: createMemoryTier(memoryBytes),
    invalidations: createInvalidationClock(),
    inFlight: createInFlightRequests(),
    negativeCache: createNegativeCache(clock.now),
    storeTierFor: (owner: RecordOwner) => (store ? createStoreTier(store.records, owner, writes) : noStoreTier),
    flushed: () => writes.flushed(),
  };
}
