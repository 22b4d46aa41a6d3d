// How far a person's clock was last ahead of UTC, as their records show: in memory and in the store.
import type { ObservedOffset } from '../../accesslink/record-offsets.ts';
import type { InvalidationClock } from './invalidation-clock.ts';
import { type Partition, SINGLE_KEY } from './keys.ts';
import type { MemoryTier } from './memory-tier.ts';
import type { StoreTier } from './store-tier.ts';

/** The last known offset of the person of an operation. */
export interface LastOffset {
  /** Minutes; null when no record has shown any. Reads the store when memory does not have it. */
  find(): Promise<number | null>;
  /** Takes the newest of what records show. */
  learn(observed: readonly ObservedOffset[]): Promise<void>;
}

/** Whose offset, and where it is cached. */
export interface OffsetCaches {
  readonly partition: Partition;
  readonly memory: MemoryTier;
  readonly storeTier: StoreTier;
  readonly invalidations: InvalidationClock;
  readonly now: () => number;
}

/** What it is stored as, next to the records of the resources. */
const NAME = 'UTC offset';
/** A device whose clock is further ahead than this shows nothing. */
const AHEAD_MS = 86_400_000;

/** The last offset in the partition of an operation. */
export function createLastOffset({ partition, memory, storeTier, invalidations, now }: OffsetCaches): LastOffset {
  const cached = memory.of(partition, NAME);
  const put = (value: readonly ObservedOffset[]) => {
    const times = { fetchedAt: now(), freshUntil: now() };
    const entry = { value, ...times, flags: [], version: invalidations.version() };
    cached.set(SINGLE_KEY, [entry]);
    return entry;
  };
  const find = async (): Promise<ObservedOffset | undefined> => {
    const [entry] = cached.get(SINGLE_KEY);
    if (entry) return offsetFrom(entry.value);
    const [stored] = await storeTier.read(NAME, [SINGLE_KEY]);
    const offset = offsetFrom(stored?.value);
    if (offset) put([offset]);
    return offset;
  };
  return {
    find: async () => (await find())?.minutes ?? null,
    learn: async (observed) => {
      const known = await find();
      const newest = observed.reduce(
        (last, one) => (one.at > (last?.at ?? -Infinity) && one.at < now() + AHEAD_MS ? one : last),
        known,
      );
      if (newest && newest !== known) storeTier.put({ ...put([newest]), resource: NAME, key: SINGLE_KEY });
    },
  };
}

/** The offset in a cached or stored value. */
function offsetFrom(value: unknown): ObservedOffset | undefined {
  const [offset] = Array.isArray(value) ? (value as (Partial<ObservedOffset> | null)[]) : [];
  const { minutes, at } = offset ?? {};
  return Number.isInteger(minutes) && Number.isFinite(at) ? { minutes: Number(minutes), at: Number(at) } : undefined;
}
