// Columns are as narrow as their numbers allow, lose nothing, and become text and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, columnOfValues, nullableOf, numbersOf } from '../../src/series/column.ts';
import { columnOfText, textOfColumn } from '../../src/series/column-text.ts';
import { createGrowingNumbers } from '../../src/series/growing-numbers.ts';

const values = fc.array(
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: -200, max: 200 }),
    fc.constantFrom(-32_768, -32_767, 32_767, 32_768, -(2 ** 31), 2 ** 31 - 1, 2 ** 31, 1_764_000_000_000, 0.1),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
  { maxLength: 30 },
);
const whole = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { minLength: 1, maxLength: 30 });

describe('a column', () => {
  it('has the values that it was made of, missing ones too', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(nullableOf(numbersOf(columnOfValues(list)))).toEqual(list);
      }),
    );
  });

  it.each([
    [[60, null, 32_767, -32_767], Int16Array],
    [[60, 32_768], Int32Array],
    [[60, -32_768], Int32Array],
    [[null, -(2 ** 31)], Float64Array],
    [[2 ** 31], Float64Array],
    [[60.5], Float64Array],
    [[-0], Int16Array],
    [[], Int16Array],
  ])('of %j is a %s', (list, type) => {
    expect(columnOfValues(list)).toBeInstanceOf(type);
  });

  it('takes no more of a list than it is told', () => {
    const growing = createGrowingNumbers();
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    for (const number of numbers) growing.push(number);
    expect(Array.from(columnOf(growing.all(), growing.length()))).toEqual(numbers);
  });
});

/** Numbers between commas, which the text of a column may be, are read by whoever reads what AccessLink sends. */
function readAgain(text: string): readonly (number | null)[] {
  const column = columnOfText(text);
  if (column) return nullableOf(numbersOf(column));
  return text === '' ? [] : text.split(',').map((token) => (token === '-' ? null : Number(token)));
}

describe('the text of a column', () => {
  it('has all of its values', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(readAgain(textOfColumn(columnOfValues(list)))).toEqual(list);
      }),
    );
    fc.assert(
      fc.property(whole, (list) => {
        expect(readAgain(textOfColumn(columnOfValues(list)))).toEqual(list);
      }),
    );
  });

  it('is read as the same column', () => {
    fc.assert(
      fc.property(whole, (list) => {
        const column = columnOfValues(list);
        const read = columnOfText(textOfColumn(column));
        expect(read ?? column).toEqual(column);
      }),
    );
  });

  it('takes a byte and a third for each of 288 heart rates, and two and two thirds for each of their times', () => {
    const rates = columnOfValues(Array.from({ length: 288 }, (_, index) => 60 + (index % 40)));
    const times = columnOfValues(Array.from({ length: 288 }, (_, index) => index * 30_000));
    expect(textOfColumn(rates).length).toBeLessThan(288 * 1.4);
    expect(textOfColumn(times).length).toBeLessThan(288 * 2.8);
  });

  it.each(['', '1,2', '1', 'odd', 's3:1:AA', 's1:1', 'x1:1:AA'])('is not seen in %j', (text) => {
    expect(columnOfText(text)).toBeUndefined();
  });
});
