// How many days of a person fit in one body of a resource, as bodies that were too large have shown: a day long, in memory.
import type { LoadContext } from '../context.ts';
import type { ResourceLimits } from '../plan/limits.ts';
import { rangeWidthKey } from './keys.ts';

/** The width of the ranges of one resource, with the flags of one operation. */
export interface RangeWidthCache {
  /** The limits with the width that is known. */
  within(limits: ResourceLimits): ResourceLimits;
  /** Ranges of more days than this were too large. */
  learn(days: number): void;
}

/** Who wears another device has bodies of another size. */
const DAY_MS = 24 * 60 * 60_000;

/** The width for a resource in the partition of an operation. Without the samples that flags ask for, bodies are smaller. */
export function createRangeWidthCache(
  resource: string,
  { partition, memory, invalidations, flags, now }: LoadContext,
): RangeWidthCache {
  const key = rangeWidthKey(flags[resource] ?? []);
  const cached = memory.of(partition, resource);
  const find = (): number | null => {
    const [entry] = cached.get(key);
    return entry && entry.freshUntil > now() && typeof entry.value === 'number' ? entry.value : null;
  };
  return {
    within: (limits) => {
      const days = find();
      if (days === null || limits.maxRangeDays === null) return limits;
      return { ...limits, maxRangeDays: Math.min(days, limits.maxRangeDays) };
    },
    learn: (days) => {
      const value = Math.min(days, find() ?? days);
      const version = invalidations.version();
      cached.set(key, [{ value, fetchedAt: now(), freshUntil: now() + DAY_MS, flags: [], version }]);
    },
  };
}
