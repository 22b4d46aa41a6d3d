// Cache entries with the flags they were read with, and which of several entries of a key answers a request.

/** What is known of cached records without their values. */
export interface EntryMetadata {
  /** The flags the records were read with. */
  readonly flags: readonly string[];
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  /** The end of the time to live, in milliseconds since the epoch; 0 when it was ended early. */
  readonly freshUntil: number;
  /** The version of the invalidation clock when the records were requested. */
  readonly version: number;
  /** Whether there is no record, where the value is not at hand. */
  readonly isNothing?: boolean;
  /** "Nothing" at the end of a list: it answers for minutes together with other days, not when the day is read alone. */
  readonly isUnsettled?: boolean;
  /** "Nothing" that was put while the store could not be read: what is stored replaces it. In memory only. */
  readonly isBlind?: boolean;
}

/** AccessLink's last answer about a retained record was "nothing". */
export interface Doubt {
  /**
   * When it first said so to a request for this key alone, in milliseconds since the epoch; null when only answers about
   * several days said so.
   */
  readonly statedAt: number | null;
}

/** Cached records of one key. */
export interface CacheEntry<T = unknown> extends EntryMetadata {
  readonly value: T;
  /** AccessLink's last answer was "nothing", and is not confirmed. */
  readonly doubt?: Doubt;
}

/** Fetch times of other processes may be this far ahead; what is further ahead was written by a clock that was wrong. */
const SKEW_MS = 60_000;

/** Whether records claim to have been read in the future. */
export function isFromFuture({ fetchedAt }: Pick<EntryMetadata, 'fetchedAt'>, now: number): boolean {
  return fetchedAt > now + SKEW_MS;
}

/** Whether an entry was read with all of some flags. */
export function hasFlags(entry: Pick<EntryMetadata, 'flags'>, flags: readonly string[]): boolean {
  return flags.every((flag) => entry.flags.includes(flag));
}

/**
 * The newest entry that was read with all of the flags: a richer record serves a poorer request, never the reverse. "Nothing"
 * that was read with more flags is over when a record of the key was read since, with whatever flags.
 */
export function newestWith<E extends EntryMetadata>(entries: readonly E[], flags: readonly string[]): E | undefined {
  let newest: E | undefined;
  for (const entry of entries) {
    const isNewer = hasFlags(entry, flags) && (newest === undefined || newestFirst(entry, newest) < 0);
    if (isNewer && !isContradicted(entry, entries)) newest = entry;
  }
  return newest;
}

function isContradicted(entry: EntryMetadata, entries: readonly EntryMetadata[]): boolean {
  if (entries.length === 1 || !isNothing(entry)) return false;
  return entries.some((other) => !isNothing(other) && newestFirst(other, entry) < 0);
}

/** Whether there is no record in an entry; one without its value says so itself. */
function isNothing(entry: EntryMetadata & { readonly value?: unknown }): boolean {
  return entry.isNothing ?? (Array.isArray(entry.value) && entry.value.length === 0);
}

/**
 * The entries of a key with one that AccessLink just sent: those that it makes superfluous are removed. An entry with
 * the same flags that was requested later stays, and the new one is dropped.
 */
export function withSent(entries: readonly CacheEntry[], sent: CacheEntry): CacheEntry[] {
  const later = entries.filter(({ version }) => version > sent.version);
  if (later.some((entry) => hasFlags(entry, sent.flags))) return [...entries];
  const others = entries.filter((entry) => later.includes(entry) || !hasFlags(sent, entry.flags));
  return [sent, ...others.map((entry) => notAfter(entry, sent))];
}

/** A record that claims to have been read after one that was just sent: the clock was set back since. */
function notAfter(entry: CacheEntry, { fetchedAt }: CacheEntry): CacheEntry {
  return entry.fetchedAt > fetchedAt ? { ...entry, fetchedAt: fetchedAt - 1, freshUntil: 0 } : entry;
}

/** The entries of a key with one from the store tier; the newer one of two that serve the same requests stays. */
export function withStored(entries: readonly CacheEntry[], stored: CacheEntry): CacheEntry[] {
  const isNewer = (entry: CacheEntry) =>
    !entry.isBlind && (entry.fetchedAt > stored.fetchedAt || entry.version > stored.version);
  if (entries.some((entry) => isNewer(entry) && hasFlags(entry, stored.flags))) return [...entries];
  return [stored, ...entries.filter((entry) => isNewer(entry) || !hasFlags(stored, entry.flags))];
}

/** Entries read in the same millisecond are ordered by their version and the end of their time to live. */
function newestFirst(a: EntryMetadata, b: EntryMetadata): number {
  return b.fetchedAt - a.fetchedAt || b.version - a.version || b.freshUntil - a.freshUntil;
}
