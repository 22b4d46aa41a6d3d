// Putting what AccessLink sent into the cache: records, or "nothing", which replaces retained records only when confirmed.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { CachedValue, LoadContext } from '../context.ts';
import { DOUBT_MS, doubtAfter, isConfirmed, type NothingSent, retainedAmong } from './absence.ts';
import type { RecordsEntry, ResourceEntries } from './entries.ts';
import { hasFlags, newestWith, withSent } from './entry.ts';
import { cacheKey, type RecordKey } from './keys.ts';
import { isBeyondWindows, spread, ttlMs } from './ttl.ts';

/** Records to put: as AccessLink sent them, and the date they belong to if it is one. */
export interface SentRecords<R extends RecordName> {
  readonly value: readonly Records[R][];
  readonly date: IsoDate | null;
  /** The version of the invalidation clock when they were requested. */
  readonly version: number;
  /** Whether the request was about this key alone. An answer about several days settles a retained one less surely. */
  readonly isExact: boolean;
  /** Whether "nothing" is doubtful: AccessLink did not state it. */
  readonly isDoubtful?: boolean;
  /** Whether "nothing" is that of a day at the end of a list, which may not reach it: it says nothing about the day. */
  readonly isUnsettled?: boolean;
  /** Whether "nothing" replaces what is retained at once: of a list whose records are retained by themselves. */
  readonly isReplaced?: boolean;
}

/** Where records are put. */
export interface PutTarget<R extends RecordName> {
  readonly resource: string;
  /** The flags they were requested with. */
  readonly flags: readonly string[];
  readonly entries: ResourceEntries<R>;
  readonly context: Pick<LoadContext, 'now' | 'today' | 'partition' | 'storeTier'>;
}

/**
 * Puts what was sent, with a time to live by its age, and returns the value to serve. Nothing that was once read is lost
 * to an answer of "nothing": the retained record stays, and is served, until AccessLink says twice about this very key that
 * there is nothing. On a day that AccessLink may have stopped serving it stays for good. While the store cannot be read,
 * nobody knows what is retained: "nothing" is then cached for minutes, and not stored.
 */
export function putSent<R extends RecordName>(
  target: PutTarget<R>,
  key: RecordKey,
  sent: SentRecords<R>,
): CachedValue<readonly Records[R][]> {
  const mayRetain = sent.value.length === 0 && !sent.isReplaced;
  const retained = mayRetain ? retainedAmong(target.entries.all(key), target.flags) : undefined;
  const absence: NothingSent = { isExact: sent.isExact && !sent.isDoubtful, now: target.context.now() };
  if (retained && sent.isUnsettled) return { value: retained.value, fetchedAt: retained.fetchedAt, stale: true };
  if (!retained)
    return putUnretained(target, key, { ...sent, isBlind: mayRetain && target.context.storeTier.isBlind() });
  const isHistory = isBeyondWindows(sent.date, target.context.today.today);
  // A record that was invalidated since may be there again.
  const isCurrent = target.entries.isCurrent(key, sent.version);
  if (!isHistory && isCurrent && isConfirmed(retained.doubt, absence))
    return replaceAll(target, key, newEntry(target, key, sent));
  const known = { retained, sent, absence };
  const entry = isHistory ? historyEntry(target, key, known) : doubtfulEntry(target, key, known);
  // A record that stands in for a richer one is not stored as if it were that.
  if (retained.flags === entry.flags) put(target, key, entry);
  else putInMemory(target, key, entry);
  return { value: retained.value, fetchedAt: retained.fetchedAt, stale: !isHistory };
}

/** Puts what was sent where no record is retained. The end of a list does not replace "nothing" that settled the day. */
function putUnretained<R extends RecordName>(
  target: PutTarget<R>,
  key: RecordKey,
  { isBlind, ...sent }: SentRecords<R> & { readonly isBlind: boolean },
): CachedValue<readonly Records[R][]> {
  const { entries, flags } = target;
  const isSettled = sent.isUnsettled === true && entries.isAtHand(key, flags);
  const settled = isSettled ? newestWith(entries.all(key), flags) : undefined;
  if (settled) return { value: settled.value, fetchedAt: settled.fetchedAt, stale: false };
  const isUnsettled = isBlind || (sent.isUnsettled ?? false);
  const entry = newEntry(target, key, { ...sent, isUnsettled });
  if (isUnsettled) putInMemory(target, key, { ...entry, isUnsettled, ...(isBlind && { isBlind }) });
  else put(target, key, entry);
  return { value: entry.value, fetchedAt: entry.fetchedAt, stale: false };
}

interface RetainedAndSent<R extends RecordName> {
  readonly retained: RecordsEntry<R>;
  readonly sent: SentRecords<R>;
  readonly absence: NothingSent;
}

function newEntry<R extends RecordName>(
  { resource, flags, context: { now, today, partition } }: PutTarget<R>,
  key: RecordKey,
  { value, date, version, isDoubtful = false, isUnsettled = false }: SentRecords<R>,
): RecordsEntry<R> {
  const isNothing = value.length === 0;
  const entryKey = cacheKey(partition, resource, key);
  const full = ttlMs({ date, today: today.today, isNothing, key: entryKey });
  const ttl = isDoubtful || isUnsettled ? Math.min(full, spread(DOUBT_MS, entryKey)) : full;
  return { value, flags, fetchedAt: now(), freshUntil: now() + ttl, version };
}

/** A retained record of a day that AccessLink may have stopped serving: it answers as long as if it had been read again. */
function historyEntry<R extends RecordName>(
  target: PutTarget<R>,
  key: RecordKey,
  { retained, sent }: RetainedAndSent<R>,
): RecordsEntry<R> {
  const { freshUntil, version } = newEntry(target, key, { ...sent, value: retained.value });
  const { doubt: _, ...undoubted } = retained;
  return { ...undoubted, flags: flagsFor(retained, target.flags), freshUntil, version };
}

/** The first "nothing" is trusted for minutes; another one about several days for as long as any "nothing". */
function doubtfulEntry<R extends RecordName>(
  target: PutTarget<R>,
  key: RecordKey,
  { retained, sent, absence }: RetainedAndSent<R>,
): RecordsEntry<R> {
  const { now, partition } = target.context;
  const fresh = newEntry(target, key, sent);
  const isFirst = retained.doubt === undefined || absence.isExact;
  const trusted = now() + spread(DOUBT_MS, cacheKey(partition, target.resource, key));
  return {
    ...retained,
    flags: flagsFor(retained, target.flags),
    freshUntil: isFirst ? Math.min(trusted, fresh.freshUntil) : fresh.freshUntil,
    version: fresh.version,
    doubt: doubtAfter(retained.doubt, absence),
  };
}

/** A retained record that was read with fewer flags answers a request with more until there is a better one. */
function flagsFor<R extends RecordName>(retained: RecordsEntry<R>, flags: readonly string[]): readonly string[] {
  return hasFlags(retained, flags) ? retained.flags : flags;
}

function put<R extends RecordName>(target: PutTarget<R>, key: RecordKey, entry: RecordsEntry<R>): void {
  const cached = putInMemory(target, key, entry);
  if (cached) target.context.storeTier.put({ ...cached, resource: target.resource, key });
}

/** The entry as cached; null when a later one stays. Records invalidated since they were requested are not fresh. */
function putInMemory<R extends RecordName>(
  { entries }: PutTarget<R>,
  key: RecordKey,
  entry: RecordsEntry<R>,
): RecordsEntry<R> | null {
  const cached = entries.isCurrent(key, entry.version) ? entry : { ...entry, freshUntil: 0 };
  const merged = withSent(entries.all(key), cached);
  if (!merged.includes(cached)) return null;
  entries.set(key, merged);
  return cached;
}

/** Replaces every entry of a key by a confirmed "nothing", whatever flags they were read with. */
function replaceAll<R extends RecordName>(
  target: PutTarget<R>,
  key: RecordKey,
  nothing: RecordsEntry<R>,
): CachedValue<readonly Records[R][]> {
  const { resource, entries, context } = target;
  const known = entries.all(key).map(({ flags }) => flags);
  entries.set(key, [nothing]);
  for (const flags of [target.flags, ...known]) context.storeTier.put({ ...nothing, flags, resource, key });
  return { value: nothing.value, fetchedAt: nothing.fetchedAt, stale: false };
}
