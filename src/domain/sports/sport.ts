// Sports by Polar's code.
import type { FitSport, Sport } from '../../generated/graphql.ts';

/** In FIT files, a sport that Polar documents no other for. */
const GENERIC: FitSport = { sport: 'GENERIC', subSport: null };

/**
 * The sport of a code, or of its name, looked up in `table` whatever its letter case and separators; one with a name made
 * from the code when it is new, null for null.
 */
export function sportFromCode(code: string | null, table: readonly Sport[]): Sport | null {
  if (code === null) return null;
  const spelling = spellingOf(code);
  const known =
    table.find((sport) => sport.code === code || spellingOf(sport.code) === spelling) ??
    table.find((sport) => spellingOf(sport.name) === spelling);
  return known ?? { code, name: nameFromCode(code), fit: GENERIC };
}

/** `Cross-country skiing` → `CROSS_COUNTRY_SKIING`. */
function spellingOf(code: string): string {
  return code.toUpperCase().replaceAll(/[\s_-]+/g, '_');
}

/** `WATERSPORTS_WATERSKI` → `Watersports waterski`. */
function nameFromCode(code: string): string {
  const words = code.replaceAll(/[\s_-]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
