// In how many parts an answer may come, which is bounded before it is executed.
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkParts, createPartsCount } from '../../../../src/server/graphql/price/answer-parts.ts';
import { createSchema } from '../../../../src/server/graphql/schema.ts';

const count = createPartsCount(createSchema());

function partsOf(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Cannot count: there is no operation');
  return count({ document, operation, variables });
}

const days = (n: number, fields: string, directives = '') =>
  `{ viewer { days(range: { lastDays: ${n} }) { nodes ${directives} { date ${fields} } } } }`;

describe('the parts of an answer', () => {
  it.each([
    ['a fragment', '{ viewer { ... @defer { id } } }', 1],
    ['one within another', '{ viewer { ... @defer { id ... @defer { polarUserId } } } }', 2],
    ['one for each item of a list', days(365, '... @defer { activity { steps } }'), 365],
    ['one around a list', days(365, '').replace('days', '... @defer { days').replace(/\}$/, '} }'), 1],
    ['the items that are streamed', days(90, '', '@stream(initialCount: 20)'), 70],
    ['fragments in items that are streamed', days(90, '... @defer { night { id } }', '@stream'), 180],
    ['a fragment that is spread twice', `{ viewer { ...F @defer a: id ...F @defer } } fragment F on User { id }`, 2],
    ['a fragment within one that is not deferred', '{ viewer { ...F } } fragment F on User { ... @defer { id } }', 1],
  ])('are %s', (_, query, parts) => {
    expect(partsOf(query)).toMatchObject({ isIncremental: true, parts });
  });

  it('are none where nothing is deferred, or all is switched off', () => {
    const off = '($on: Boolean! = false) { viewer { ... @defer(if: $on) { id } ... @defer(if: false) { id } } }';
    const skipped = '{ viewer { ... @defer @skip(if: true) { id } sessions @stream(if: false) { id } } }';
    for (const query of ['{ viewer { id } }', `query${off}`, skipped])
      expect(partsOf(query)).toEqual({ isIncremental: false, parts: 0, longestStream: 0 });
    expect(partsOf(`query${off}`, { on: true })).toMatchObject({ isIncremental: true, parts: 1 });
  });

  it('are 500 at most, and 100 of one list', () => {
    const check = (query: string) => () => checkParts(partsOf(query));
    expect(check(days(365, '... @defer { activity { steps } }'))).not.toThrow();
    expect(check(days(365, '... @defer { id } ... @defer { night { id } }'))).toThrow(
      'Cannot run the operation: it may come in 730 parts, the limit is 500; put one @defer around a list in the place of one in each of its items, or set a higher initialCount',
    );
    expect(check(days(100, '', '@stream'))).not.toThrow();
    expect(check(days(130, '', '@stream(initialCount: 29)'))).toThrow(
      'Cannot run the operation: it may stream 101 items of one list, the limit is 100; set a higher initialCount',
    );
  });

  it('cannot begin with less than no item', () => {
    const negative = 'initialCount of @stream is -1; set 0 or more';
    expect(() => partsOf(days(3, '', '@stream(initialCount: -1)'))).toThrow(negative);
    const variable = `query($n: Int!) ${days(3, '', '@stream(initialCount: $n)')}`;
    expect(() => partsOf(variable, { n: -1 })).toThrow(negative);
    expect(partsOf(variable, { n: 1 })).toMatchObject({ parts: 2 });
  });
});
