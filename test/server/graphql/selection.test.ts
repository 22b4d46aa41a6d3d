// What an operation selects, over the schema as it is.
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readTypeDefs } from '../../../src/server/graphql/schema.ts';
import { createSelector, type Operation } from '../../../src/server/graphql/selection.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const select = createSelector(schema);

function selected(text: string, options: Partial<Operation> = {}): string[] {
  return [...select({ document: parse(text), variables: {}, ...options })].sort();
}

const ROUTE = ['Exercise.route', 'Query.viewer', 'Route.points', 'RoutePoint.latitude', 'User.exercise'];

describe('a selection', () => {
  it('names the type of every field, whatever its alias', () => {
    const text = '{ me: viewer { one: exercise(id: "x") { way: route { points { lat: latitude } } } } }';
    expect(selected(text)).toEqual(ROUTE);
  });

  it('goes into fragments, named, inline and in each other', () => {
    const text = `{ viewer { ...P ... { exercise(id: "x") { ... on Exercise { ...R } } } } }
      fragment R on Exercise { route { points { latitude } } }
      fragment P on User { exercise(id: "x") { ...R } }`;
    expect(selected(text)).toEqual(ROUTE);
  });

  it('is of one operation: the named one, else the first', () => {
    const text = 'query A { rateLimit { short { used } } } query B { sports { name } }';
    expect(selected(text)).toContain('Query.rateLimit');
    expect(selected(text, { operationName: 'B' })).toEqual(['Query.sports', 'Sport.name']);
    expect(selected(text, { operationName: 'C' })).toEqual([]);
    expect(selected('fragment F on User { id }')).toEqual([]);
    expect(selected('mutation { anything }')).toEqual(['Mutation.anything']);
  });

  it('counts a field of an interface for every type that has it, and narrows with the fragment', () => {
    const found = selected('{ node(id: "x") { id ... on Exercise { route { points { latitude } } } } }');
    expect(found).toEqual(expect.arrayContaining(['Day.id', 'Exercise.id', 'Night.id', 'User.id', 'Exercise.route']));
    expect(found).not.toContain('Day.route');
  });

  it('stays on the object inside a fragment on its interface', () => {
    const found = selected('{ viewer { ... on Node { id } ...N } } fragment N on Node { id }');
    expect(found).toEqual(['Query.viewer', 'User.id']);
  });
});

describe('@skip and @include', () => {
  const heads = '($yes: Boolean = true, $no: Boolean = false, $given: Boolean!)';
  it.each([
    ['id @skip(if: true)', {}, false],
    ['id @skip(if: false)', {}, true],
    ['id @include(if: false)', {}, false],
    ['id @include(if: true) @skip(if: false)', {}, true],
    ['id @include(if: true) @skip(if: true)', {}, false],
    ['id @include(if: $given)', { given: true }, true],
    ['id @include(if: $given)', { given: false }, false],
    ['id @skip(if: $given)', { given: true }, false],
    ['id @skip(if: $yes)', {}, false],
    ['id @skip(if: $yes)', { yes: false }, true],
    ['id @include(if: $no)', {}, false],
    ['id @include(if: $no)', { no: true }, true],
    ['... on User @skip(if: $yes) { id }', {}, false],
    ['... @include(if: $given) { id }', { given: true }, true],
    ['...I @include(if: $no)', {}, false],
    ['...I @deprecatedLooking(if: false)', {}, true],
  ])('%s with %j selects the field: %s', (selection, variables, isSelected) => {
    const text = `query Q${heads} { viewer { ${selection} polarUserId } } fragment I on User { id }`;
    const found = selected(text, { variables });
    expect(found.includes('User.id')).toBe(isSelected);
    expect(found).toContain('User.polarUserId');
  });

  it('does not let an unreadable variable answer for a good one with the same document', () => {
    const document = parse('query Q($yes: Boolean = true) { viewer { id @include(if: $yes) polarUserId } }');
    expect(select({ document, variables: { yes: null } })).toBe(select({ document, variables: {} }));
    expect(select({ document, variables: {} })).toContain('User.id');
  });
});

describe('what is remembered', () => {
  const document = parse(
    'query Q($a: Boolean!, $n: Int) { viewer { id @include(if: $a) exercises(last: $n) { nodes { id } } } }',
  );

  it('is the selection of a document and of the variables that its directives look at', () => {
    const first = select({ document, variables: { a: true, n: 1 } });
    expect(select({ document, variables: { a: true, n: 2, other: true } })).toBe(first);
    expect(select({ document, variables: { a: false } })).not.toBe(first);
  });

  it('is told apart by operation', () => {
    const two = parse('query A { viewer { id } } query B { viewer { polarUserId } }');
    expect(select({ document: two, operationName: 'A', variables: {} })).toContain('User.id');
    expect(select({ document: two, operationName: 'B', variables: {} })).toContain('User.polarUserId');
  });

  it('is bounded: after many combinations of conditions the first is read again, and right', () => {
    const names = Array.from({ length: 8 }, (_, index) => `b${index}`);
    const fields = names.map((name) => `f${name}: id @include(if: $${name})`).join(' ');
    const many = parse(
      `query Q(${names.map((name) => `$${name}: Boolean!`).join()}) { viewer { polarUserId ${fields} } }`,
    );
    const variablesOf = (bits: number) => Object.fromEntries(names.map((name, bit) => [name, (bits & (1 << bit)) > 0]));
    const first = select({ document: many, variables: variablesOf(0) });
    for (let bits = 1; bits < 256; bits += 1) select({ document: many, variables: variablesOf(bits) });
    const again = select({ document: many, variables: variablesOf(0) });
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});

it('walks a fragment once for a type, though it is spread exponentially often', () => {
  // 2^200 walks otherwise: the test would not end.
  const bombs = Array.from(
    { length: 200 },
    (_, n) => `fragment F${n} on Day { a${n}: next { ...F${n + 1} } b${n}: next { ...F${n + 1} } }`,
  );
  const text = `{ viewer { day(date: "2026-11-22") { ...F0 } } } ${bombs.join(' ')} fragment F200 on Day { date }`;
  expect(selected(text)).toEqual(['Day.date', 'Day.next', 'Query.viewer', 'User.day']);
});
