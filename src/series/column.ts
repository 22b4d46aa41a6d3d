// A column: the numbers of a long series in a typed array, as narrow as they allow; some of them may be missing.

/**
 * Numbers in order. In `Float64Array` a missing one is NaN, in the others it is the smallest number of the type. Columns are
 * read by `numbersOf` alone, which knows.
 */
export type Column = Int16Array | Int32Array | Float64Array;

const MISSING_16 = -(2 ** 15);
const MISSING_32 = -(2 ** 31);

/** The narrowest column of numbers, of which NaN are missing. The list may be longer than `length`. */
export function columnOf(numbers: ArrayLike<number>, length = numbers.length): Column {
  const column = emptyColumn(numbers, length);
  const missing = missingIn(column);
  for (let index = 0; index < length; index += 1) {
    const value = numbers[index] ?? Number.NaN;
    // JSON has no negative zero: a column that is stored has none either.
    column[index] = Number.isNaN(value) ? missing : value + 0;
  }
  return column;
}

/** The narrowest column of values, of which null are missing. */
export function columnOfValues(values: readonly (number | null)[]): Column {
  return columnOf(values.map((value) => value ?? Number.NaN));
}

/** The numbers of a column, of which NaN are missing. A new list, which the caller may change. */
export function numbersOf(column: Column): Float64Array {
  const numbers = new Float64Array(column);
  if (column instanceof Float64Array) return numbers;
  const missing = missingIn(column);
  for (let index = 0; index < numbers.length; index += 1) if (numbers[index] === missing) numbers[index] = Number.NaN;
  return numbers;
}

/** The numbers with null in the place of those that are missing, as JSON and GraphQL have them. */
export function nullableOf(numbers: Float64Array): (number | null)[] {
  const values: (number | null)[] = [];
  for (const value of numbers) values.push(Number.isNaN(value) ? null : value);
  return values;
}

/** The numbers at these indices. */
export function pickNumbers(numbers: Float64Array, indices: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at += 1) picked[at] = numbers[indices[at] ?? 0] ?? Number.NaN;
  return picked;
}

function emptyColumn(numbers: ArrayLike<number>, length: number): Column {
  let [smallest, largest] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    const value = numbers[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return new Float64Array(length);
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  if (smallest > MISSING_16 && largest < -MISSING_16) return new Int16Array(length);
  return smallest > MISSING_32 && largest < -MISSING_32 ? new Int32Array(length) : new Float64Array(length);
}

function missingIn(column: Column): number {
  if (column instanceof Int16Array) return MISSING_16;
  return column instanceof Int32Array ? MISSING_32 : Number.NaN;
}
