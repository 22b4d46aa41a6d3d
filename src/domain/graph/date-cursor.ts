// Cursors of days and nights: they are dates.
import { dateOfKey } from './global-id.ts';

/** Whether a text is a cursor of days or nights: a date with which arithmetic is possible. */
export function isDateCursor(text: string): boolean {
  return dateOfKey(text) !== null;
}
