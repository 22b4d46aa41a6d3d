// Variables, extensions and the name of an operation have bounds of their own.
import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/server/graphql/price/input-bounds.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('the input of an operation', () => {
  it('may be missing, or of any kind', () => {
    for (const variables of [undefined, null, 1, 'a', [], {}, { a: null }])
      expect(() => checkInput({ variables, operationName: variables, extensions: variables })).not.toThrow();
  });

  it('is rejected when it nests too deep, which fills no stack', () => {
    expect(() => checkInput({ variables: { a: nested(19) } })).not.toThrow();
    expect(() => checkInput({ variables: { a: nested(21) } })).toThrow(
      /variables nest at least 21 deep, the limit is 20/,
    );
    expect(() => checkInput({ extensions: { a: nested(40_000) } })).toThrow(/extensions nest at least 21 deep/);
  });

  it('is rejected when it has too many values, too long a text or too long a name', () => {
    const list = (length: number) => Array.from({ length }, () => 1);
    expect(() => checkInput({ variables: { a: list(4_990) } })).not.toThrow();
    expect(() => checkInput({ variables: { a: list(5_000) } })).toThrow(/at least 5,002 values, the limit is 5,000/);
    expect(() => checkInput({ variables: { a: 'x'.repeat(10_001) } })).toThrow(/10,001 characters/);
    expect(() => checkInput({ operationName: 'x'.repeat(201) })).toThrow(/operationName has 201 characters/);
  });
});
