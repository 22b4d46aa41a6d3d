// A list of numbers whose length is not known at first, without an object for each.

/** Numbers that are added one after another. */
export interface GrowingNumbers {
  readonly push: (value: number) => void;
  /** All that were added, and zeros after them; until the next one is added. */
  readonly all: () => Float64Array;
  readonly length: () => number;
}

const FIRST_LENGTH = 64;

/** An empty list. */
export function createGrowingNumbers(): GrowingNumbers {
  let numbers = new Float64Array(FIRST_LENGTH);
  let length = 0;
  return {
    push: (value) => {
      if (length === numbers.length) {
        const longer = new Float64Array(length * 2);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[length] = value;
      length += 1;
    },
    all: () => numbers,
    length: () => length,
  };
}
