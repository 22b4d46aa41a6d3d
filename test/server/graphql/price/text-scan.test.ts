// The scan of a text, against the lexer of GraphQL itself.
import fc from 'fast-check';
import { Lexer, Source, TokenKind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scanText } from '../../../../src/server/graphql/price/text-scan.ts';

const MANY = 1_000_000;
const STRINGS = ['""', '"a b"', '"\\""', '"\\\\"', '"{{[["', '""""""', '"""a "b" {"""', '"""\\""" {"""', '"""\n"\n"""'];
const token = fc.constantFrom(...STRINGS, ...'{ } ( ) [ ] ... : $ ! = @ | & a name_1 _ 12 -3 on'.split(' '));
const space = fc.constantFrom(' ', '\n', '\r\n', '\t', ',', ' # {[( "a\n', '\ufeff', ' #\r');
const text = fc.array(fc.tuple(space, token)).map((parts) => `${parts.map((part) => part.join('')).join('')}\n`);

function lexed(query: string): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(query));
  let [tokens, open, nesting] = [0, 0, 0];
  for (;;) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return { tokens, nesting };
    tokens += 1;
    if (['{', '[', '('].includes(kind)) open += 1;
    if (['}', ']', ')'].includes(kind)) open -= 1;
    nesting = Math.max(nesting, open);
  }
}

describe('the scan of a text', () => {
  it('counts the tokens that the lexer finds, whatever strings and comments hold', () => {
    fc.assert(
      fc.property(text, (query) => {
        expect(scanText(query, MANY)).toBe(lexed(query).tokens);
      }),
      { numRuns: 1_000 },
    );
  });

  it('passes 200 brackets in each other and rejects 201, of each kind and mixed', () => {
    for (const brackets of ['{', '[', '(', '{[(']) {
      const nested = (depth: number) => brackets.repeat(depth / brackets.length);
      const closed = brackets.includes('[') && brackets.length > 1 ? 198 : 200;
      expect(() => scanText(nested(closed), MANY)).not.toThrow();
      expect(() => scanText(`${nested(closed)}${brackets.repeat(3)}`, MANY)).toThrow(/nest at least 201 deep/);
    }
    expect(() => scanText('{}'.repeat(1_000), MANY)).not.toThrow();
  });

  it('ends for a text that is no document, and leaves it to the parser', () => {
    for (const odd of ['"', '"a', '"a\\', '"""', '"""a', '\\', '\u0000', '😀', '.', '..', '....', '#', '}}}}'])
      expect(() => scanText(odd, MANY)).not.toThrow();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => scanText(any, MANY) >= 0));
  });

  it('rejects too many tokens, a long name and a long text, each with the count and the limit', () => {
    expect(() => scanText('a '.repeat(11), 10)).toThrow(/has at least 11 tokens, the limit is 10/);
    expect(() => scanText('a '.repeat(10), 10)).not.toThrow();
    expect(() => scanText('a'.repeat(201), 10)).toThrow(/name .* has 201 characters, the limit is 200/);
    expect(() => scanText(`"${'a'.repeat(10_001)}"`, 10)).toThrow(/text .* has 10,001 characters, the limit is 10,000/);
    expect(() => scanText(`"${'a'.repeat(10_000)}"`, 10)).not.toThrow();
  });
});
