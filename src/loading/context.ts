// What the loaders of one operation work with: whose records, through which transport, remembered where.
import type { Secret } from '../secret.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { StoreTier } from './cache/store-tier.ts';
import type { InvalidationClock } from './cache/invalidation-clock.ts';
import type { InFlightRequests } from './cache/in-flight.ts';
import type { Partition, RecordRequest } from './cache/keys.ts';
import type { OperationStats } from './stats.ts';
import type { MemoryTier } from './cache/memory-tier.ts';
import type { NegativeCache } from './cache/negative-cache.ts';
import type { Today } from './plan/limits.ts';
import { type FlagTable, flagsFor } from './plan/resource.ts';

/** Everything the loaders of one operation need. */
export interface LoadContext {
  readonly partition: Partition;
  /** Whom the records are about; null when the request did not say. */
  readonly polarUserId: string | null;
  readonly token: Secret;
  readonly send: Transport;
  readonly memory: MemoryTier;
  readonly invalidations: InvalidationClock;
  /** What is kept beyond the process. */
  readonly storeTier: StoreTier;
  readonly inFlight: InFlightRequests;
  /** What AccessLink refused last. */
  readonly negativeCache: NegativeCache;
  readonly stats: OperationStats;
  readonly now: () => number;
  readonly today: Today;
  /** Schema coordinates (`Type.field`) that the operation selects. */
  readonly selected: ReadonlySet<string>;
}

/** A value as read: when, and whether it is older than it should be because AccessLink did not give a newer one. */
export interface CachedValue<T> {
  readonly value: T;
  readonly fetchedAt: number;
  readonly stale: boolean;
}

/** The wish for a part of a resource, with the flags that the operation needs. */
export function wishFor(
  session: LoadContext,
  resource: { name: string; flags: FlagTable },
  what: string,
): RecordRequest {
  const flags = flagsFor(resource.flags, session.selected);
  return { resource: resource.name, key: what, flags, allFlags: Object.keys(resource.flags) };
}
