// Remembering records and recalling them: while they may be believed, or as the better of two evils.
import { AccessLinkError } from '../accesslink/errors.ts';
import type { IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import { OutOfWindowError } from './errors.ts';
import type { Place } from './expiry.ts';
import { freshForMs, isBeyondWindows } from './freshness.ts';
import { keysFor, recordKey, type Wish } from './keys.ts';
import type { Remembered } from './memory.ts';
import type { Held, Session } from './session.ts';

/** Records of one kind as read: those of a day, of an id, of a list. None when there is nothing. */
export type HeldRecords<R extends RecordName> = Held<readonly Records[R][]>;

/** What is to be remembered: the records, the day they belong to if it is one, and their size as sent. */
export interface News<R extends RecordName> {
  readonly value: readonly Records[R][];
  readonly date: IsoDate | null;
  readonly bytes: number;
  /** Where the order of ends stood when it was asked for. */
  readonly mark: number;
}

/** Whose record a wish is about. */
export function placeOf({ polarUserId }: Session, { resource, what }: Wish): Place {
  return { polarUserId, resource, what };
}

/**
 * Remembers what was just read, for as long as its age allows. "Nothing" is remembered too, but on a day that AccessLink
 * may have stopped to serve it does not replace something. What ended while it was under way is not believed, and does
 * not replace what was asked for later.
 */
export function remember<R extends RecordName>(session: Session, wish: Wish, news: News<R>): HeldRecords<R> {
  const key = recordKey(session.scope, wish);
  const { value, fetchedAt } = notLost(session, wish, news);
  const now = session.now();
  const isNothing = value.length === 0;
  const isCurrent = session.expiry.isCurrent(placeOf(session, wish), news.mark);
  const freshUntil = isCurrent ? now + freshForMs({ date: news.date, today: session.today.today, isNothing, key }) : 0;
  if ((session.memory.get(key)?.mark ?? 0) <= news.mark) {
    session.memory.set(key, { value, fetchedAt, freshUntil, mark: news.mark }, news.bytes);
    session.archive.keep({ resource: wish.resource, what: wish.what, flags: wish.flags, value, fetchedAt, freshUntil });
  }
  return { value, fetchedAt, stale: false };
}

function notLost<R extends RecordName>(session: Session, wish: Wish, { value, date }: News<R>) {
  const isDoubtful = value.length === 0 && isBeyondWindows(date, session.today.today);
  const known = isDoubtful ? recallAny<R>(session, wish) : undefined;
  return known && known.value.length > 0 ? known : { value, fetchedAt: session.now() };
}

/** What was recalled, with the key it was found under. */
interface Found<R extends RecordName> extends Remembered<readonly Records[R][]> {
  readonly key: string;
}

/** The newest of what is remembered richly enough, fresh or not. */
export function recallAny<R extends RecordName>(session: Session, wish: Wish): Found<R> | undefined {
  const found = keysFor(session.scope, wish).flatMap((key) => {
    const remembered = session.memory.get(key);
    return remembered ? [{ ...(remembered as Remembered<readonly Records[R][]>), key }] : [];
  });
  return found.toSorted(newestFirst)[0];
}

/** A clock does not tell apart what was read at once; the order of ends, and what is left of their freshness, does. */
function newestFirst(a: Remembered, b: Remembered): number {
  return b.fetchedAt - a.fetchedAt || (b.mark ?? 0) - (a.mark ?? 0) || b.freshUntil - a.freshUntil;
}

/** Takes from the store into memory what is not fresh in memory. The newest of both stays. */
export async function recallStored(session: Session, wishes: readonly Wish[]): Promise<void> {
  const missing = wishes.filter((wish) => !isFresh(session, wish, recallAny(session, wish)));
  const [first] = missing;
  if (!first) return;
  const mark = session.expiry.mark();
  const stored = await session.archive.read(
    first.resource,
    missing.map(({ what }) => what),
  );
  for (const { what, flags, value, fetchedAt, freshUntil } of stored) {
    const key = recordKey(session.scope, { ...first, what, flags });
    const known = session.memory.get(key);
    if (known && (known.fetchedAt > fetchedAt || (known.mark ?? 0) > mark)) continue;
    session.memory.set(key, { value, fetchedAt, freshUntil, mark }, JSON.stringify(value).length);
    session.ledger.stored.add(key);
  }
}

/** The records remembered, if they may still be believed. */
export function recallFresh<R extends RecordName>(session: Session, wish: Wish): HeldRecords<R> | undefined {
  const found = recallAny<R>(session, wish);
  return found && isFresh(session, wish, found) ? recalled(session, found) : undefined;
}

/**
 * Old records in the place of a failure; the failure when there are none, or when the user was refused. A day that
 * AccessLink does not serve any more is history and as good as it will ever be: not stale.
 */
export function recallInstead<R extends RecordName>(
  session: Session,
  wish: Wish,
  failure: unknown,
): HeldRecords<R> | Error {
  const error = failure instanceof Error ? failure : new Error(`Cannot read ${wish.resource}: ${String(failure)}`);
  const found = isBetterOld(error) ? recallAny<R>(session, wish) : undefined;
  if (!found) return error;
  const isHistory = error instanceof OutOfWindowError && error.maxAgeDays !== null;
  if (isHistory) return recalled(session, found);
  session.ledger.stale += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: true };
}

/** Counts where a record came from: the store when this operation took it from there. */
function recalled<R extends RecordName>({ ledger }: Session, { key, value, fetchedAt }: Found<R>): HeldRecords<R> {
  if (ledger.stored.has(key)) ledger.fromStore += 1;
  else ledger.fromMemory += 1;
  return { value, fetchedAt, stale: false };
}

/** Whether what was recalled may still be believed. */
export function isFresh(session: Session, wish: Wish, found: Remembered | undefined): boolean {
  if (found === undefined || found.freshUntil <= session.now()) return false;
  return session.expiry.isCurrent(placeOf(session, wish), found.mark ?? 0);
}

/** Whoever lost the right to a record is not given an old one; an error of ours is not hidden behind one. */
function isBetterOld(error: Error): boolean {
  if (error instanceof OutOfWindowError) return true;
  if (!(error instanceof AccessLinkError)) return false;
  return ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(error.code);
}
