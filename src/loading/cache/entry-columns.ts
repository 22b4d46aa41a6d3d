// Cache entries in columns, a slot for each key: an object for each would take more than the record in it.
import type { CacheEntry } from './entry.ts';
import { shareEqualValues } from './equal-values.ts';

/** The entries of keys, by their slots. Data without methods: there are several for each person. */
export interface EntryColumns {
  /** The record of an entry that has one; else all entries of the key. */
  readonly contents: (object | readonly CacheEntry[])[];
  readonly readings: (Reading | undefined)[];
  readonly freshUntil: number[];
  /** Slots that are free. */
  readonly free: number[];
  /** Of what was added last. */
  latest: Reading | undefined;
}

/** What records that were read together have in common. */
type Reading = Pick<CacheEntry, 'flags' | 'fetchedAt' | 'version'>;

/** Empty columns. */
export function createEntryColumns(): EntryColumns {
  return { contents: [], readings: [], freshUntil: [], free: [], latest: undefined };
}

/** The entries in a slot. An entry is made anew each time that it is got; the records in it are the same. */
export function entriesAt({ contents, readings, freshUntil }: EntryColumns, slot: number): readonly CacheEntry[] {
  const [content, reading] = [contents[slot], readings[slot]];
  if (!reading) return content as readonly CacheEntry[];
  const { flags, fetchedAt, version } = reading;
  return [{ value: [content], flags, fetchedAt, freshUntil: freshUntil[slot] ?? 0, version }];
}

/** Adds the entries of a key. Returns the slot that they got. */
export function addEntries(columns: EntryColumns, key: string, entries: readonly CacheEntry[]): number {
  const { contents, readings, freshUntil, free } = columns;
  const slot = free.pop() ?? contents.length;
  const [entry, ...others] = entries;
  const record = entry && others.length === 0 && hasColumnsOnly(entry) ? soleRecordOf(entry.value) : undefined;
  if (record) shareEqualValues(record, { key, neighbour: readings[slot - 1] && contents[slot - 1] });
  contents[slot] = record ?? entries;
  readings[slot] = record && entry && readingOf(columns, entry);
  freshUntil[slot] = entry?.freshUntil ?? 0;
  return slot;
}

/** Frees a slot. */
export function removeEntries({ contents, readings, free }: EntryColumns, slot: number): void {
  contents[slot] = NOTHING;
  readings[slot] = undefined;
  free.push(slot);
}

const NOTHING: readonly CacheEntry[] = [];

/** That of what was added before, where it is the same. */
function readingOf(columns: EntryColumns, { flags, fetchedAt, version }: CacheEntry): Reading {
  const { latest } = columns;
  const isSame = latest?.flags === flags && latest.fetchedAt === fetchedAt && latest.version === version;
  return isSame && latest ? latest : (columns.latest = { flags, fetchedAt, version });
}

/** Whether an entry has nothing but what there are columns for. */
function hasColumnsOnly({ doubt, isNothing, isUnsettled, isBlind }: CacheEntry): boolean {
  return doubt === undefined && isNothing === undefined && isUnsettled === undefined && isBlind === undefined;
}

/** The record of a list of one. */
function soleRecordOf(value: unknown): object | undefined {
  if (!Array.isArray(value) || value.length !== 1) return undefined;
  const [record] = value as readonly unknown[];
  return typeof record === 'object' && record !== null && !Array.isArray(record) ? record : undefined;
}
