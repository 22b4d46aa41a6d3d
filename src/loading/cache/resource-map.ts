// The cache entries of one resource of one person, by date or id, and how many bytes of heap they take.
import type { CacheEntry } from './entry.ts';
import { heapSize } from './heap-size.ts';

export interface ResourceMap {
  get(key: string): readonly CacheEntry[] | undefined;
  set(key: string, entries: readonly CacheEntry[]): void;
  /** Bytes of heap of all that is in it. */
  bytes(): number;
  /** Drops what was set longest ago until no more than so many bytes are left. */
  shrink(maxBytes: number): void;
  /** Whether nothing has changed since. */
  watch(): () => boolean;
  /** It is in the memory tier no more, and changes for the last time. */
  end(): void;
  hasEnded(): boolean;
}

/** Of heap that an entry takes besides its records: its key, its place in the map, and what is known of it. */
export const ENTRY_BYTES = 250;

/** A key mostly has one entry: a list of one would take as much as the entry. */
type Slot = CacheEntry | readonly CacheEntry[];

/** Nothing in it yet. */
export function createResourceMap(): ResourceMap {
  const slots = new Map<string, Slot>();
  let [bytes, changes, isOver] = [0, 0, false];
  const drop = (key: string) => {
    const slot = slots.get(key);
    if (slot === undefined) return;
    bytes -= sizeOf(entriesIn(slot));
    slots.delete(key);
  };
  return {
    get: (key) => {
      const slot = slots.get(key);
      return slot && entriesIn(slot);
    },
    set: (key, entries) => {
      changes += 1;
      drop(key);
      const [entry, ...others] = entries;
      if (!entry) return;
      slots.set(key, others.length === 0 ? entry : entries);
      bytes += sizeOf(entries);
    },
    bytes: () => bytes,
    shrink: (maxBytes) => {
      for (const key of slots.keys()) {
        if (bytes <= maxBytes) break;
        changes += 1;
        drop(key);
      }
    },
    watch: () => {
      const seen = changes;
      return () => changes === seen && !isOver;
    },
    end: () => {
      isOver = true;
    },
    hasEnded: () => isOver,
  };
}

function entriesIn(slot: Slot): readonly CacheEntry[] {
  return Array.isArray(slot) ? (slot as readonly CacheEntry[]) : [slot as CacheEntry];
}

function sizeOf(entries: readonly CacheEntry[]): number {
  return entries.reduce((sum, { value }) => sum + ENTRY_BYTES + heapSize(value), 0);
}
