// Cursors of days and nights: they are dates.
import { type IsoDate, isIsoDate } from '../../calendar.ts';
import { badUserInput } from '../errors.ts';

/** The date of a cursor given as argument `name`; null when there is none. Throws bad-user-input for anything else. */
export function cursorDate(cursor: string | null | undefined, name: string): IsoDate | null {
  if (!cursor) return null;
  if (isIsoDate(cursor)) return cursor;
  throw badUserInput(`Cannot take a page: ${name} is "${cursor}", not a cursor of this connection`);
}
