// Remembering records and recalling them: while they may be believed, or as the better of two evils.
import { AccessLinkError } from '../accesslink/errors.ts';
import type { IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import { OutOfWindowError } from './errors.ts';
import { freshForMs } from './freshness.ts';
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
}

/** Remembers what was just read, for as long as its age allows. "Nothing" is remembered too. */
export function remember<R extends RecordName>(
  session: Session,
  wish: Wish,
  { value, date, bytes }: News<R>,
): HeldRecords<R> {
  const key = recordKey(session.scope, wish);
  const fetchedAt = session.now();
  const freshFor = freshForMs({ date, today: session.today.today, isNothing: value.length === 0, key });
  session.memory.set(key, { value, fetchedAt, freshUntil: fetchedAt + freshFor }, bytes);
  return { value, fetchedAt, stale: false };
}

/** The records remembered, if they may still be believed. */
export function recallFresh<R extends RecordName>(session: Session, wish: Wish): HeldRecords<R> | undefined {
  const found = newest<R>(session, wish);
  if (!found || found.freshUntil <= session.now()) return undefined;
  session.ledger.fromMemory += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: false };
}

/** Old records in the place of a failure; the failure when there are none, or when the user was refused. */
export function recallInstead<R extends RecordName>(
  session: Session,
  wish: Wish,
  failure: unknown,
): HeldRecords<R> | Error {
  const error = failure instanceof Error ? failure : new Error(`Cannot read ${wish.resource}: ${String(failure)}`);
  const found = isBetterOld(error) ? newest<R>(session, wish) : undefined;
  if (!found) return error;
  session.ledger.stale += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: true };
}

/** Whoever lost the right to a record is not given an old one; an error of ours is not hidden behind one. */
function isBetterOld(error: Error): boolean {
  if (error instanceof OutOfWindowError) return true;
  if (!(error instanceof AccessLinkError)) return false;
  return ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(error.code);
}

/** The newest of what is remembered richly enough, fresh or not. */
function newest<R extends RecordName>(session: Session, wish: Wish): Remembered<readonly Records[R][]> | undefined {
  const found = keysFor(session.scope, wish).flatMap((key) => session.memory.get(key) ?? []);
  return found.toSorted((a, b) => b.fetchedAt - a.fetchedAt)[0] as Remembered<readonly Records[R][]> | undefined;
}
