// The cache entries of one resource of one person, by date or id, in columns: an object for each would take more than the record.
import { addEntries, createEntryColumns, entriesAt, type EntryColumns, removeEntries } from './entry-columns.ts';
import type { CacheEntry } from './entry.ts';
import { heapSize } from './heap-size.ts';

/** Data without methods: closures of each map were a tenth of what a person takes. Only the functions of this file read it. */
export interface ResourceMap {
  readonly slots: Map<string, number>;
  readonly columns: EntryColumns;
  /** Bytes of heap of all that is in it. */
  bytes: number;
  state: object | undefined;
  /** It is in the memory tier no more, and changes for the last time. */
  hasEnded: boolean;
}

/** Of heap that an entry takes besides its records: its slot in the map, and what is known of it. */
const ENTRY_BYTES = 120;

/** Nothing in it yet. */
export function createResourceMap(): ResourceMap {
  return { slots: new Map(), columns: createEntryColumns(), bytes: 0, state: undefined, hasEnded: false };
}

/** The entries of a key; undefined when there are none. */
export function entriesOf(map: ResourceMap | undefined, key: string): readonly CacheEntry[] | undefined {
  const slot = map?.slots.get(key);
  return map === undefined || slot === undefined ? undefined : entriesAt(map.columns, slot);
}

/** Puts entries in the place of those of a key; none removes it. */
export function setEntries(map: ResourceMap, key: string, entries: readonly CacheEntry[]): void {
  map.state = undefined;
  drop(map, key);
  if (entries.length > 0) map.slots.set(key, addEntries(map.columns, key, entries));
  map.bytes += sizeOf(entries);
}

/** Drops what was set longest ago until no more than so many bytes are left. */
export function shrink(map: ResourceMap, maxBytes: number): void {
  for (const key of map.slots.keys()) {
    if (map.bytes <= maxBytes) break;
    map.state = undefined;
    drop(map, key);
  }
}

/** An object that is another one when something has changed; undefined of no map. */
export function stateOf(map: ResourceMap | undefined): object | undefined {
  return map && (map.state ??= {});
}

/** Says that it is in the memory tier no more. */
export function end(map: ResourceMap): void {
  map.state = undefined;
  map.hasEnded = true;
}

function drop(map: ResourceMap, key: string): void {
  const slot = map.slots.get(key);
  if (slot === undefined) return;
  map.bytes -= sizeOf(entriesAt(map.columns, slot));
  removeEntries(map.columns, slot);
  map.slots.delete(key);
}

function sizeOf(entries: readonly CacheEntry[]): number {
  return entries.reduce((sum, { value }) => sum + ENTRY_BYTES + heapSize(value), 0);
}
