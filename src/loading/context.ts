// What the readers of one operation share: the user, the transport, and the caches.
import type { Transport } from '../accesslink/upstream.ts';
import type { IsoDate } from '../calendar.ts';
import type { Secret } from '../secret.ts';
import type { CallGate } from './call-gate.ts';
import type { InFlightRequests } from './cache/in-flight.ts';
import type { InvalidationClock } from './cache/invalidation-clock.ts';
import type { Partition } from './cache/keys.ts';
import type { MemoryTier } from './cache/memory-tier.ts';
import type { NegativeCache } from './cache/negative-cache.ts';
import type { StoreTier, StoreTierOwner } from './cache/store-tier.ts';
import type { DayClock } from './day-clock.ts';
import type { Today } from './plan/limits.ts';
import type { Reads } from './reads.ts';
import type { OperationStats } from './stats.ts';

/** The flags to ask for, by the name of a resource; none of a resource that is not there. */
export type ResourceFlags = Readonly<Record<string, readonly string[]>>;

/** Everything the readers of one operation need. */
export interface LoadContext {
  readonly partition: Partition;
  /** The user of the records; null when the request did not name one. */
  readonly polarUserId: string | null;
  readonly token: Secret;
  readonly send: Transport;
  readonly memory: MemoryTier;
  readonly storeTier: StoreTier;
  readonly invalidations: InvalidationClock;
  readonly inFlight: InFlightRequests;
  readonly negativeCache: NegativeCache;
  readonly stats: OperationStats;
  readonly now: () => number;
  readonly today: Today;
  /** By which clock records with UTC times alone lie on days. */
  readonly clock: DayClock;
  readonly flags: ResourceFlags;
  /** The days that the operation reads together, as far as they are known; left out where nothing is. */
  readonly expectedDates?: ReadonlySet<IsoDate>;
  /**
   * Runs the batch of a loader when the operation has asked for everything that it can ask for now; right after the current
   * promises when left out.
   */
  readonly scheduleBatch?: (run: () => void) => void;
  /** Resolves when it is the turn of a value that was loaded: each is worked on before the next one is there. */
  readonly inTurn?: () => Promise<void>;
  /** Notes what is found fresh in memory; left out where nobody asks. */
  readonly reads?: Reads;
  /** Counts what an operation sends; left out by jobs, which the budget alone bounds. */
  readonly gate?: CallGate;
}

/** What the loaders of all operations and jobs of a process share. */
export interface SharedLoading
  extends Pick<LoadContext, 'send' | 'memory' | 'invalidations' | 'inFlight' | 'negativeCache' | 'now'> {
  /** The store tier of a user's records; `noStoreTier` without a store. */
  readonly storeTierFor: (owner: StoreTierOwner) => StoreTier;
}

/** A value with its fetch time, and whether it is expired and served because AccessLink failed. */
export interface CachedValue<T> {
  readonly value: T;
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly stale: boolean;
  /** The value was made of what is cached, for this operation alone. */
  readonly isDerived?: boolean;
}
