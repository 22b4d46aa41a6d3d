// Remembering records and recalling them: while they may be believed, or as the better of two evils.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { OutOfWindowError } from '../errors.ts';
import type { InvalidationTarget } from './invalidation-clock.ts';
import { ttlMs, isBeyondWindows } from './ttl.ts';
import { keysFor, recordKey, type RecordRequest } from './keys.ts';
import type { CacheEntry } from './memory-tier.ts';
import type { CachedValue, LoadContext } from '../context.ts';

/** Records of one kind as read: those of a day, of an id, of a list. None when there is nothing. */
export type CachedRecords<R extends RecordName> = CachedValue<readonly Records[R][]>;

/** What is to be remembered: the records, the day they belong to if it is one, and their size as sent. */
export interface NewRecords<R extends RecordName> {
  readonly value: readonly Records[R][];
  readonly date: IsoDate | null;
  readonly bytes: number;
  /** Where the order of ends stood when it was asked for. */
  readonly version: number;
}

/** Whose record a wish is about. */
export function invalidationTarget(
  { polarUserId }: LoadContext,
  { resource, key: what }: RecordRequest,
): InvalidationTarget {
  return { polarUserId, resource, key: what };
}

/**
 * Remembers what was just read, for as long as its age allows. "Nothing" is remembered too, but on a day that AccessLink
 * may have stopped to serve it does not replace something. What ended while it was under way is not believed, and does
 * not replace what was asked for later.
 */
export function putRecords<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
  news: NewRecords<R>,
): CachedRecords<R> {
  const key = recordKey(session.partition, wish);
  const { value, fetchedAt } = notLost(session, wish, news);
  const now = session.now();
  const isNothing = value.length === 0;
  const isCurrent = session.invalidations.isCurrent(invalidationTarget(session, wish), news.version);
  const freshUntil = isCurrent ? now + ttlMs({ date: news.date, today: session.today.today, isNothing, key }) : 0;
  if ((session.memory.get(key)?.version ?? 0) <= news.version) {
    session.memory.set(key, { value, fetchedAt, freshUntil, version: news.version }, news.bytes);
    session.storeTier.put({ resource: wish.resource, key: wish.key, flags: wish.flags, value, fetchedAt, freshUntil });
  }
  return { value, fetchedAt, stale: false };
}

function notLost<R extends RecordName>(session: LoadContext, wish: RecordRequest, { value, date }: NewRecords<R>) {
  const isDoubtful = value.length === 0 && isBeyondWindows(date, session.today.today);
  const known = isDoubtful ? getAny<R>(session, wish) : undefined;
  return known && known.value.length > 0 ? known : { value, fetchedAt: session.now() };
}

/** What was recalled, with the key it was found under. */
interface Found<R extends RecordName> extends CacheEntry<readonly Records[R][]> {
  readonly key: string;
}

/** The newest of what is remembered richly enough, fresh or not. */
export function getAny<R extends RecordName>(session: LoadContext, wish: RecordRequest): Found<R> | undefined {
  const found = keysFor(session.partition, wish).flatMap((key) => {
    const remembered = session.memory.get(key);
    return remembered ? [{ ...(remembered as CacheEntry<readonly Records[R][]>), key }] : [];
  });
  return found.toSorted(newestFirst)[0];
}

/** A clock does not tell apart what was read at once; the order of ends, and what is left of their freshness, does. */
function newestFirst(a: CacheEntry, b: CacheEntry): number {
  return b.fetchedAt - a.fetchedAt || (b.version ?? 0) - (a.version ?? 0) || b.freshUntil - a.freshUntil;
}

/** Takes from the store into memory what is not fresh in memory. The newest of both stays. */
export async function loadStored(session: LoadContext, wishes: readonly RecordRequest[]): Promise<void> {
  const missing = wishes.filter((wish) => !isFresh(session, wish, getAny(session, wish)));
  const [first] = missing;
  if (!first) return;
  const version = session.invalidations.version();
  const stored = await session.storeTier.read(
    first.resource,
    missing.map(({ key: what }) => what),
  );
  for (const { key: what, flags, value, fetchedAt, freshUntil } of stored) {
    const key = recordKey(session.partition, { ...first, key: what, flags });
    const known = session.memory.get(key);
    if (known && (known.fetchedAt > fetchedAt || (known.version ?? 0) > version)) continue;
    session.memory.set(key, { value, fetchedAt, freshUntil, version }, JSON.stringify(value).length);
    session.stats.stored.add(key);
  }
}

/** The records remembered, if they may still be believed. */
export function getFresh<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
): CachedRecords<R> | undefined {
  const found = getAny<R>(session, wish);
  return found && isFresh(session, wish, found) ? recalled(session, found) : undefined;
}

/**
 * Old records in the place of a failure; the failure when there are none, or when the user was refused. A day that
 * AccessLink does not serve any more is history and as good as it will ever be: not stale.
 */
export function getStale<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
  failure: unknown,
): CachedRecords<R> | Error {
  const error = failure instanceof Error ? failure : new Error(`Cannot read ${wish.resource}: ${String(failure)}`);
  const found = isBetterOld(error) ? getAny<R>(session, wish) : undefined;
  if (!found) return error;
  const isHistory = error instanceof OutOfWindowError && error.maxAgeDays !== null;
  if (isHistory) return recalled(session, found);
  session.stats.stale += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: true };
}

/** Counts where a record came from: the store when this operation took it from there. */
function recalled<R extends RecordName>(
  { stats: ledger }: LoadContext,
  { key, value, fetchedAt }: Found<R>,
): CachedRecords<R> {
  if (ledger.stored.has(key)) ledger.fromStore += 1;
  else ledger.fromMemory += 1;
  return { value, fetchedAt, stale: false };
}

/** Whether what was recalled may still be believed. */
export function isFresh(session: LoadContext, wish: RecordRequest, found: CacheEntry | undefined): boolean {
  if (found === undefined || found.freshUntil <= session.now()) return false;
  return session.invalidations.isCurrent(invalidationTarget(session, wish), found.version ?? 0);
}

/** Whoever lost the right to a record is not given an old one; an error of ours is not hidden behind one. */
function isBetterOld(error: Error): boolean {
  if (error instanceof OutOfWindowError) return true;
  if (!(error instanceof AccessLinkError)) return false;
  return ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(error.code);
}
