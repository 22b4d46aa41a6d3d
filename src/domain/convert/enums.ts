// AccessLink's enumerations as enums of the graph. They are open: an unknown value is UNKNOWN, not an error.

/** The value without its prefix, in any letter case and with any separators; `UNKNOWN` when that is none of `allowed`, null for null and blanks. */
export function enumFromWire<T extends string>(
  value: string | null,
  prefix: string,
  allowed: readonly T[],
): T | 'UNKNOWN' | null {
  const given =
    value
      ?.trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '_') ?? '';
  if (given === '') return null;
  const name = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  return allowed.find((known) => known === name) ?? 'UNKNOWN';
}

/** The value for a number that counts from 1; `UNKNOWN` beyond the values, null for null. */
export function enumFromNumber<T extends string>(value: number | null, words: readonly T[]): T | 'UNKNOWN' | null {
  return value === null ? null : (words[value - 1] ?? 'UNKNOWN');
}
