// Records cached in the process, bounded in bytes; the least recently used go first.
import { LRUCache } from 'lru-cache';
import type { CacheEntry } from './entry.ts';
import { heapSize } from './heap-size.ts';
import { isInPartition, type Partition } from './keys.ts';

/** Cache entries by key. They stay when their time to live is over: they serve when AccessLink fails. */
export interface MemoryTier {
  /** The entries of a key, one for each set of flags that no other makes superfluous. */
  get(key: string): readonly CacheEntry[];
  set(key: string, entries: readonly CacheEntry[]): void;
}

/** A memory tier that can forget people. */
export interface ErasableMemoryTier extends MemoryTier {
  /** Drops everything of a partition. */
  forget(partition: Partition): void;
  /** Drops everything. */
  clear(): void;
}

/** Of heap that an entry takes besides its records: its key, its place in the cache, and what is known of it. */
const ENTRY_BYTES = 600;
/** What the heap takes for each byte in use: it grows by a quarter before garbage is collected, and what is pushed out leaves gaps. */
const HEAP_FACTOR = 2;
const NONE: readonly CacheEntry[] = [];

/** A memory tier that takes at most `maxBytes` bytes of the process. */
export function createMemoryTier(maxBytes: number): ErasableMemoryTier {
  const cache = new LRUCache<string, readonly CacheEntry[]>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  return {
    get: (key) => cache.get(key) ?? NONE,
    set: (key, entries) => void cache.set(key, entries),
    forget: (partition) => {
      for (const key of Array.from(cache.keys())) if (isInPartition(key, partition)) cache.delete(key);
    },
    clear: () => cache.clear(),
  };
}

function sizeOf(entries: readonly CacheEntry[]): number {
  const bytes = entries.reduce((sum, { value }) => sum + ENTRY_BYTES + heapSize(value), 0);
  return Math.max(1, Math.ceil(bytes * HEAP_FACTOR));
}

/** The same memory tier for an operation that must leave no trace: what it sets is seen by it alone. */
export function overlay(memory: MemoryTier): MemoryTier {
  const added = new Map<string, readonly CacheEntry[]>();
  return {
    get: (key) => added.get(key) ?? memory.get(key),
    set: (key, entries) => void added.set(key, entries),
  };
}
