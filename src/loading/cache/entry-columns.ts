// Cache entries in columns, a slot for each key: an object for each would take more than the record in it.
import type { CacheEntry } from './entry.ts';

/** The entries of keys, by their slots. An entry is made anew each time that it is got; the records in it are the same. */
export interface EntryColumns {
  get(slot: number): readonly CacheEntry[];
  /** Adds the entries of a key. Returns the slot that they got. */
  add(entries: readonly CacheEntry[]): number;
  /** Frees a slot. */
  remove(slot: number): void;
}

/** What records that were read together have in common. */
type Reading = Pick<CacheEntry, 'flags' | 'fetchedAt' | 'version'>;

/** Empty columns. */
export function createEntryColumns(): EntryColumns {
  /** The record of an entry that has one; else all entries of the key. */
  const contents: (object | readonly CacheEntry[])[] = [];
  const readings: (Reading | undefined)[] = [];
  const freshUntil: number[] = [];
  const free: number[] = [];
  let latest: Reading | undefined;
  const readingOf = ({ flags, fetchedAt, version }: CacheEntry): Reading => {
    const isSame = latest?.flags === flags && latest.fetchedAt === fetchedAt && latest.version === version;
    return isSame && latest ? latest : (latest = { flags, fetchedAt, version });
  };
  return {
    get: (slot) => {
      const [content, reading] = [contents[slot], readings[slot]];
      if (!reading) return content as readonly CacheEntry[];
      const { flags, fetchedAt, version } = reading;
      return [{ value: [content], flags, fetchedAt, freshUntil: freshUntil[slot] ?? 0, version }];
    },
    add: (entries) => {
      const slot = free.pop() ?? contents.length;
      const [entry, ...others] = entries;
      const record = entry && others.length === 0 && hasColumnsOnly(entry) ? soleRecordOf(entry.value) : undefined;
      contents[slot] = record ?? entries;
      readings[slot] = record && entry && readingOf(entry);
      freshUntil[slot] = entry?.freshUntil ?? 0;
      return slot;
    },
    remove: (slot) => {
      contents[slot] = NOTHING;
      free.push(slot);
    },
  };
}

const NOTHING: readonly CacheEntry[] = [];

/** Whether an entry has nothing but what there are columns for. */
function hasColumnsOnly({ doubt, isNothing, isUnsettled, isBlind }: CacheEntry): boolean {
  return [doubt, isNothing, isUnsettled, isBlind].every((one) => one === undefined);
}

/** The record of a list of one. */
function soleRecordOf(value: unknown): object | undefined {
  if (!Array.isArray(value) || value.length !== 1) return undefined;
  const [record] = value as readonly unknown[];
  return typeof record === 'object' && record !== null && !Array.isArray(record) ? record : undefined;
}
