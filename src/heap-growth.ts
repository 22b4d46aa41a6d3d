// How much the heap may grow before garbage is collected: what cached records do not take yet is spent on collecting less often.
import type { Cancel, Clock } from './clock.ts';
import { HEAP_FACTOR } from './loading/cache/memory-tier.ts';

/** What the program takes of the heap before anything is cached. */
const BASE_BYTES = 48 * 1024 * 1024;
/** When memory is full (docs/decisions/memory.md). */
const LEAST_PERCENT = 25;
/** Beyond, there is little to gain. */
const MOST_PERCENT = 200;

/** Bytes that cached records may take, and take now, both as the memory tier counts them: with their garbage. */
export interface CachedMemory {
  readonly memoryBytes: number;
  readonly cachedBytes: number;
}

/** By how many percent of what is in use the heap may grow. A quarter when memory is full. */
export function heapGrowthPercent({ memoryBytes, cachedBytes }: CachedMemory): number {
  const inUse = BASE_BYTES + cachedBytes / HEAP_FACTOR;
  const unused = Math.max(0, memoryBytes - cachedBytes);
  return Math.min(MOST_PERCENT, LEAST_PERCENT + Math.floor((unused / inUse) * 100));
}

export interface HeapGrowthOptions {
  readonly clock: Pick<Clock, 'every'>;
  readonly memoryBytes: number;
  readonly cachedBytes: () => number;
  /** Receives the percentage when it changes. */
  readonly limitTo: (percent: number) => void;
}

const SECOND_MS = 1_000;

/** Sets the limit now, and again each second as the cache fills, until it is cancelled. */
export function limitHeapGrowth({ clock, memoryBytes, cachedBytes, limitTo }: HeapGrowthOptions): Cancel {
  let last: number | null = null;
  const limit = () => {
    const percent = heapGrowthPercent({ memoryBytes, cachedBytes: cachedBytes() });
    if (percent === last) return;
    last = percent;
    limitTo(percent);
  };
  limit();
  return clock.every(SECOND_MS, limit);
}
