// Records cached in the process, bounded in bytes: a map for each resource of a person; the least recently used go first.
import { LRUCache } from 'lru-cache';
import type { CacheEntry } from './entry.ts';
import { type Partition, resourceKey } from './keys.ts';
import { createResourceMap, end, entriesOf, type ResourceMap, setEntries, shrink, stateOf } from './resource-map.ts';

/** Cache entries by person and resource. They stay when their time to live is over: they serve when AccessLink fails. */
export interface MemoryTier {
  /** The entries of a resource in a partition, which are then the most recently used. */
  of(partition: Partition, resource: string): ResourceMemory;
}

/** The cached entries of one resource in one partition. */
export interface ResourceMemory {
  /** The entries of a key, one for each set of flags that no other makes superfluous. */
  get(key: string): readonly CacheEntry[];
  set(key: string, entries: readonly CacheEntry[]): void;
  /** An object that is another one when something was set, dropped or erased; undefined when nothing is there. */
  state(): object | undefined;
}

/** A memory tier that can forget people. */
export interface ErasableMemoryTier extends MemoryTier {
  /** Drops everything of a partition. */
  readonly forget: (partition: Partition) => void;
  /** Drops everything. */
  clear(): void;
  /** What it takes of its bytes. */
  readonly bytes: () => number;
}

/** What the heap takes for each byte in use: it grows by a quarter before garbage is collected, and what is pushed out leaves gaps. */
export const HEAP_FACTOR = 2;
/** One resource of one person has no more of the memory than this part: a year of heart rates does not push out everybody. */
const LARGEST_PART = 0.5;
const NONE: readonly CacheEntry[] = [];

/** A map in the cache: a new holder for each change of its size. */
interface Sized {
  readonly map: ResourceMap;
}

/** Maps by partition and resource, each a holder that is new when its size has changed. */
function createSizedCache(maxBytes: number): LRUCache<string, Sized> {
  return new LRUCache<string, Sized>({
    maxSize: maxBytes,
    sizeCalculation: ({ map }) => Math.max(1, Math.ceil(map.bytes * HEAP_FACTOR)),
    dispose: ({ map }, _, reason) => {
      if (reason !== 'set') end(map);
    },
  });
}

/** A memory tier that takes at most `maxBytes` bytes of the process. */
export function createMemoryTier(maxBytes: number): ErasableMemoryTier {
  const cache = createSizedCache(maxBytes);
  const mapUnder = (key: string) => {
    const known = cache.get(key)?.map;
    return known?.hasEnded === false ? known : undefined;
  };
  const intern = createInterning();
  /** All that there are: a few dozen. */
  const resources = new Set<string>();
  const set = (key: string, map: ResourceMap) => {
    shrink(map, (maxBytes * LARGEST_PART) / HEAP_FACTOR);
    cache.set(key, { map });
  };
  return {
    of: (partition, resource) => {
      const key = resourceKey(partition, resource);
      resources.add(resource);
      let map = mapUnder(key);
      const current = () => (map?.hasEnded === false ? map : (map = mapUnder(key)));
      return {
        get: (recordKey) => entriesOf(current(), recordKey) ?? NONE,
        set: (recordKey, entries) => {
          map = current() ?? createResourceMap();
          setEntries(map, intern(recordKey), entries);
          set(key, map);
        },
        state: () => stateOf(current()),
      };
    },
    forget: (partition) => {
      for (const resource of resources) cache.delete(resourceKey(partition, resource));
    },
    clear: () => cache.clear(),
    bytes: () => cache.calculatedSize,
  };
}

/** As long as a date. */
const MAX_INTERNED_LENGTH = 10;
/** More than a century of days. */
const MAX_INTERNED = 50_000;

/** Keys that many maps have, dates mostly, as one text for all of them. */
function createInterning(): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    if (key.length > MAX_INTERNED_LENGTH) return key;
    const interned = known.get(key);
    if (interned !== undefined) return interned;
    if (known.size >= MAX_INTERNED) known.clear();
    known.set(key, key);
    return key;
  };
}

/** The same memory tier for an operation that must leave no trace: what it sets is seen by it alone. */
export function overlay(memory: MemoryTier): MemoryTier {
  const added = new Map<string, readonly CacheEntry[]>();
  return {
    of: (partition, resource) => {
      const below = memory.of(partition, resource);
      const keyOf = (key: string) => `${resourceKey(partition, resource)}\n${key}`;
      return {
        get: (key) => added.get(keyOf(key)) ?? below.get(key),
        set: (key, entries) => void added.set(keyOf(key), entries),
        state: () => undefined,
      };
    },
  };
}
