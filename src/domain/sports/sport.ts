// Sports by Polar's code.
import type { Sport } from '../../generated/graphql.ts';

/** The sport of a code, looked up in `table`; one with a name made from the code when it is new, null for null. */
export function sportFromCode(code: string | null, table: readonly Sport[]): Sport | null {
  if (code === null) return null;
  return table.find((sport) => sport.code === code) ?? { code, name: nameFromCode(code), fit: null };
}

/** `WATERSPORTS_WATERSKI` → `Watersports waterski`. */
function nameFromCode(code: string): string {
  const words = code.replaceAll(/[_-]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
