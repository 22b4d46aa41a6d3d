// How packed values begin: one byte says what follows. Stored with every value, so none of these numbers is ever changed.

export const TAGS = {
  null: 0,
  false: 1,
  true: 2,
  double: 3,
  /** A whole number. Behind this one, as many decimals as the tag is greater. */
  decimal: 4,
  text: 9,
  /** A text that UTF-8 cannot express: it has half a surrogate pair. */
  brokenText: 10,
  /** A date, and the text behind it. */
  dated: 11,
  minutes: 12,
  seconds: 13,
  prefixed: 14,
  list: 15,
  columns: 16,
  object: 17,
  shape: 18,
  /** The part of a time behind its date. */
  time: 19,
  /** From here on a word of the dictionary each. */
  word: 32,
  /** From here on a whole number from 0 on. */
  small: 128,
} as const;

export const MAX_DECIMALS = 4;
export const POWERS: readonly number[] = [1, 10, 100, 1_000, 10_000];

/** What the rows of a table are, before its columns. */
export const ROWS = { values: 0, lists: 1, objects: 2 } as const;

/** How a column is stored: values one by one, or differences of numbers: with up to four decimals, or of clock times. */
export const COLUMNS = { values: 0, decimal: 1, minutes: 6, seconds: 7 } as const;
