// Records remembered in the process, bounded in bytes; the least recently used go first.
import { LRUCache } from 'lru-cache';
import { isInPartition, type Partition } from './keys.ts';

/** Something remembered: when it was read, and until when it may be believed (milliseconds since the epoch). */
export interface CacheEntry<T = unknown> {
  readonly value: T;
  readonly fetchedAt: number;
  readonly freshUntil: number;
  /** Where the order of ends stood (`Expiry.mark`) when it was asked for; the beginning when left out. */
  readonly version?: number;
}

/** A memory by key. Entries past `freshUntil` stay until they are pushed out: they serve when AccessLink fails. */
export interface MemoryTier {
  get(key: string): CacheEntry | undefined;
  /** `bytes` is the size of the record as it was sent. */
  set(key: string, entry: CacheEntry, bytes: number): void;
}

/** A memory that can be told to forget. */
export interface ErasableMemoryTier extends MemoryTier {
  /** Drops everything of a scope. */
  forget(scope: Partition): void;
  /** Drops everything. */
  clear(): void;
}

/** Parsed JSON takes about this many times its text. */
const HEAP_PER_BYTE = 3;
const ENTRY_BYTES = 400;

/** A memory of at most `maxBytes` bytes of heap, by estimate. */
export function createMemoryTier(maxBytes: number): ErasableMemoryTier {
  const cache = new LRUCache<string, CacheEntry>({ maxSize: maxBytes });
  return {
    get: (key) => cache.get(key),
    set: (key, entry, bytes) => void cache.set(key, entry, { size: Math.ceil(bytes * HEAP_PER_BYTE) + ENTRY_BYTES }),
    forget: (scope) => {
      for (const key of Array.from(cache.keys())) if (isInPartition(key, scope)) cache.delete(key);
    },
    clear: () => cache.clear(),
  };
}

/** The same memory, with what is told to it kept beside it: for an operation that must leave no trace. */
export function overlay(memory: MemoryTier): MemoryTier {
  const added = new Map<string, CacheEntry>();
  return {
    get: (key) => added.get(key) ?? memory.get(key),
    set: (key, entry) => void added.set(key, entry),
  };
}
