// The caches that all operations of a process share.
import type { Clock } from '../clock.ts';
import { createModelCache } from '../domain/convert/model-cache.ts';
import { createInFlightRequests } from '../loading/cache/in-flight.ts';
import { createInvalidationClock } from '../loading/cache/invalidation-clock.ts';
import { createMemoryTier, type ErasableMemoryTier } from '../loading/cache/memory-tier.ts';
import { createNegativeCache } from '../loading/cache/negative-cache.ts';
import { createPartitionUse } from '../loading/cache/partition-use.ts';
import { createRecordWrites } from '../loading/cache/record-writes.ts';
import { createStoreTier, noStoreTier, type StoreTierOwner } from '../loading/cache/store-tier.ts';
import { createTokenOwners } from '../loading/cache/token-owners.ts';
import type { Store } from '../store/contract/store.ts';
import { type AnswerCache, createAnswerCache } from './graphql/answers/answer-cache.ts';

export interface CachesOptions {
  readonly memoryBytes?: number;
  /** Null: records are cached in memory only. */
  readonly store?: Pick<Store, 'records'> | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Receives failures of the store, which cost requests and no response. */
  readonly report?: ((failure: unknown) => void) | undefined;
}

const MEMORY_BYTES = 256 * 1024 * 1024;
/** Of the memory for records, what answers take that are repeated. */
const ANSWERS_PART = 0.04;

/** Empty caches in memory, over the store tier. */
export function createCaches({ memoryBytes = MEMORY_BYTES, store = null, clock, report = () => {} }: CachesOptions) {
  const records = store && store.records;
  const writes = createRecordWrites(records, report);
  const isFirstUse = createPartitionUse(clock.now);
  const answerBytes = Math.floor(memoryBytes * ANSWERS_PART);
  const answers = createAnswerCache(answerBytes, clock.now);
  const memory = createMemoryTier(memoryBytes - answerBytes);
  return {
    // Answers end with the records in them.
    tokenOwners: createTokenOwners(memory.forget),
    memory: forgettingBoth(memory, answers),
    models: createModelCache(),
    answers,
    invalidations: createInvalidationClock(),
    inFlight: createInFlightRequests(),
    negativeCache: createNegativeCache(clock.now),
    storeTierFor: (owner: StoreTierOwner) =>
      records ? createStoreTier(owner, { records, writes, isFirstUse, report }) : noStoreTier,
    flushed: () => writes.flushed(),
    settled: () => writes.settled(),
  };
}

/** Whoever is forgotten in memory is forgotten in what was answered. */
function forgettingBoth(
  memory: ErasableMemoryTier,
  answers: Pick<AnswerCache, 'forget' | 'clear'>,
): ErasableMemoryTier {
  return {
    ...memory,
    forget: (partition) => {
      memory.forget(partition);
      answers.forget(partition);
    },
    clear: () => {
      memory.clear();
      answers.clear();
    },
  };
}
