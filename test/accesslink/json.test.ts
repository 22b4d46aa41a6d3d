// JSON is parsed as JSON.parse does, other than whole numbers that a double cannot hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/accesslink/json.ts';

/** Replaces whole numbers that a double does not hold exactly. */
function shortened(_key: string, value: unknown): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? Number(value) % 1e15 : value;
}

describe('JSON', () => {
  test('without long numbers is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const written = JSON.stringify(value, shortened, space);
        expect(parseJson(written)).toEqual(JSON.parse(written));
      }),
    );
  });

  test.each([
    '[0.1234567890123456789]',
    '[1e20, 12345678901234567890.5, 1234567890123456.5, 1E400, -0]',
    '{"a": "x:12345678901234567890", "b": [1234567890123456, -1234567890123456]}',
    '{"__proto__": 12345678901234.5, "c": "[99999999999999999999"}',
  ])('of long numbers that are no ids is read as JSON.parse reads it: %s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test('keeps every whole number exactly, as a number or as its digits', () => {
    const any = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
    fc.assert(
      fc.property(any, fc.constantFrom('', ' ', '\n'), (number, space) => {
        const text = `{"id":${space}${number},"ids":[${number},${space}${number}]}`;
        const isSafe = Number.isSafeInteger(Number(number));
        const read = isSafe ? Number(number) : String(number);
        expect(parseJson(text)).toEqual({ id: read, ids: [read, read] });
        expect(parseJson(`${space}${number}`)).toEqual(read);
      }),
    );
  });

  test('keeps the digits of the least number that a double does not hold', () => {
    expect(parseJson('[9007199254740993,9007199254740991]')).toEqual(['9007199254740993', 9007199254740991]);
  });

  test('keeps __proto__ a property like any other, also next to a long id', () => {
    const read = parseJson('{"__proto__":{"polluted":true},"id":9223372036854775807}');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(Object(read))).toEqual(['__proto__', 'id']);
  });

  test.each(['', '{', '[1,]', '{"id":9223372036854775807', 'NaN'])('is rejected when it is %j', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});
