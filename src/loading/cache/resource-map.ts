// The cache entries of one resource of one person, by date or id, in columns: an object for each would take more than the record.
import { createEntryColumns } from './entry-columns.ts';
import type { CacheEntry } from './entry.ts';
import { heapSize } from './heap-size.ts';

export interface ResourceMap {
  get(key: string): readonly CacheEntry[] | undefined;
  set(key: string, entries: readonly CacheEntry[]): void;
  /** Bytes of heap of all that is in it. */
  bytes(): number;
  /** Drops what was set longest ago until no more than so many bytes are left. */
  shrink(maxBytes: number): void;
  /** An object that is another one when something has changed. */
  state(): object;
  /** It is in the memory tier no more, and changes for the last time. */
  end(): void;
  hasEnded(): boolean;
}

/** Of heap that an entry takes besides its records: its slot in the map, and what is known of it. */
const ENTRY_BYTES = 120;

/** Nothing in it yet. */
export function createResourceMap(): ResourceMap {
  const slots = new Map<string, number>();
  const columns = createEntryColumns();
  let [bytes, isOver] = [0, false];
  let state: object | undefined;
  const drop = (key: string) => {
    const slot = slots.get(key);
    if (slot === undefined) return;
    bytes -= sizeOf(columns.get(slot));
    columns.remove(slot);
    slots.delete(key);
  };
  return {
    get: (key) => {
      const slot = slots.get(key);
      return slot === undefined ? undefined : columns.get(slot);
    },
    set: (key, entries) => {
      state = undefined;
      drop(key);
      if (entries.length > 0) slots.set(key, columns.add(entries));
      bytes += sizeOf(entries);
    },
    bytes: () => bytes,
    shrink: (maxBytes) => {
      for (const key of slots.keys()) {
        if (bytes <= maxBytes) break;
        state = undefined;
        drop(key);
      }
    },
    state: () => (state ??= {}),
    end: () => {
      state = undefined;
      isOver = true;
    },
    hasEnded: () => isOver,
  };
}

function sizeOf(entries: readonly CacheEntry[]): number {
  return entries.reduce((sum, { value }) => sum + ENTRY_BYTES + heapSize(value), 0);
}
