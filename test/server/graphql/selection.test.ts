// What an operation selects, over the schema as it is.
import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import { selectedCoordinates } from '../../../src/server/graphql/selection.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
/** What the first operation of a text selects, sorted. */
function selected(text: string, variables: Readonly<Record<string, unknown>> = {}): string[] {
  const document = parse(text);
  const isOperation = (node: { readonly kind: Kind }): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const operation = document.definitions.find(isOperation);
  if (!operation) throw new Error('Cannot select: there is no operation');
  return [...selectedCoordinates({ document, operation, variables }, schema).all].toSorted();
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

  it('is of the operation alone, and of the root that its kind has', () => {
    const text = 'query B { sports { name } } query A { rateLimit { short { used } } }';
    expect(selected(text)).toEqual(['Query.sports', 'Sport.name']);
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
    const found = selected(text, variables);
    expect(found.includes('User.id')).toBe(isSelected);
    expect(found).toContain('User.polarUserId');
  });

  it('takes a variable of another type for none given', () => {
    const text = 'query Q($no: Boolean = false) { viewer { id @skip(if: $no) polarUserId } }';
    for (const no of [null, 'true', 1]) expect(selected(text, { no })).toContain('User.id');
  });
});

it('A fragment is walked once for a type, though it is spread exponentially often', () => {
  // 2^200 walks otherwise: the test would not end.
  const bombs = Array.from(
    { length: 200 },
    (_, n) => `fragment F${n} on Day { a${n}: next { ...F${n + 1} } b${n}: next { ...F${n + 1} } }`,
  );
  const text = `{ viewer { day(date: "2026-11-22") { ...F0 } } } ${bombs.join(' ')} fragment F200 on Day { date }`;
  expect(selected(text)).toEqual(['Day.date', 'Day.next', 'Query.viewer', 'User.day']);
});
