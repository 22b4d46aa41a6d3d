// A column as a text, for JSON: whole numbers as the differences between them, in base64.
import { type Column, columnOf, nullableOf, numbersOf } from './column.ts';

type Whole = Int8Array | Int16Array | Int32Array;

/** The column's type, the bytes of a difference, the first number, and the differences of the others: `s1:62:AP8C`. */
const DIFFERENCES = /^([sif])([124]):(-?\d+):([\w+/=]*)$/;
/** In a text of numbers between commas. */
const MISSING = '-';

/**
 * The text of a column, which `columnOfText` reads. Samples are mostly the same time apart, and near to the one before: so
 * differences take one byte or two, and compress well.
 */
export function textOfColumn(column: Column): string {
  const differences = differencesIn(column);
  if (!differences) {
    return nullableOf(numbersOf(column))
      .map((value) => value ?? MISSING)
      .join(',');
  }
  const bytes = Buffer.from(differences.buffer, differences.byteOffset, differences.byteLength).toString('base64');
  return `${letterOf(column)}${differences.BYTES_PER_ELEMENT}:${column[0]}:${bytes}`;
}

/** The column of such a text; undefined for a text that is none, as those of numbers between commas are. */
export function columnOfText(text: string): Column | undefined {
  const [, letter, size, first, base64 = ''] = DIFFERENCES.exec(text) ?? [];
  if (letter === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const differences = wholeIn(bytes, Number(size));
  const column = emptyColumn(letter, differences.length + 1);
  let sum = Number(first);
  column[0] = sum;
  for (let index = 0; index < differences.length; index += 1) {
    sum += differences[index] ?? 0;
    column[index + 1] = sum;
  }
  return column;
}

/** The column of numbers between commas, as `textOfColumn` writes them. */
export function columnOfNumbers(text: string): Column {
  if (text === '') return columnOf([]);
  return columnOf(text.split(',').map((token) => (token === MISSING ? Number.NaN : Number(token))));
}

/** The differences in the narrowest type; undefined where they are none or too large. */
function differencesIn(column: Column): Whole | undefined {
  if (column.length === 0) return undefined;
  let [smallest, largest] = [0, 0];
  for (let index = 0; index < column.length; index += 1) {
    const value = column[index] ?? Number.NaN;
    if (!Number.isSafeInteger(value)) return undefined;
    const difference = index === 0 ? 0 : value - (column[index - 1] ?? 0);
    if (difference < smallest) smallest = difference;
    if (difference > largest) largest = difference;
  }
  const differences = emptyWhole(smallest, largest, column.length - 1);
  if (!differences) return undefined;
  for (let index = 1; index < column.length; index += 1) {
    differences[index - 1] = (column[index] ?? 0) - (column[index - 1] ?? 0);
  }
  return differences;
}

function emptyWhole(smallest: number, largest: number, length: number): Whole | undefined {
  const isWithin = (bits: number) => smallest >= -(2 ** (bits - 1)) && largest < 2 ** (bits - 1);
  if (isWithin(8)) return new Int8Array(length);
  if (isWithin(16)) return new Int16Array(length);
  return isWithin(32) ? new Int32Array(length) : undefined;
}

function wholeIn(bytes: Buffer, size: number): Whole {
  // A copy, since a part of a larger buffer may begin at an odd byte.
  const { buffer } = Uint8Array.from(bytes);
  const length = Math.floor(bytes.length / size);
  if (size === 1) return new Int8Array(buffer, 0, length);
  return size === 2 ? new Int16Array(buffer, 0, length) : new Int32Array(buffer, 0, length);
}

function letterOf(column: Column): 's' | 'i' | 'f' {
  if (column instanceof Int16Array) return 's';
  return column instanceof Int32Array ? 'i' : 'f';
}

function emptyColumn(letter: string, length: number): Column {
  if (letter === 's') return new Int16Array(length);
  return letter === 'i' ? new Int32Array(length) : new Float64Array(length);
}
