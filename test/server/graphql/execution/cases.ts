// Small schemas with operations in which execution goes every way there is.
import { EventEmitter } from 'node:events';

type Fields = Readonly<Record<string, unknown>>;

/** An operation over a schema, with what its fields have. */
export interface ExecutionCase {
  readonly name: string;
  readonly sdl: string;
  readonly query: string;
  /** Resolvers by type and field; `__resolveType`, `__isTypeOf` and, of scalars, `serialize` and `parseValue`. */
  readonly resolvers?: Readonly<Record<string, Fields>>;
  readonly rootValue?: unknown;
  readonly variables?: Fields;
  readonly operationName?: string;
}

const fail = (message: string) => {
  throw new Error(message);
};
const later = async <T>(value: T): Promise<T> => value;
const never = () => new Promise(() => {});
void EventEmitter;
void never;

const nulls = (type: string) => `type Query { list: ${type} other: Int }`;
const LIST_TYPES = ['[Int]', '[Int]!', '[Int!]', '[Int!]!', '[[Int!]]', '[[Int]!]!'];
const LISTS: Readonly<Record<string, () => unknown>> = {
  numbers: () => [1, 2],
  none: () => null,
  undefined: () => undefined,
  holes: () => [1, null, 2],
  failures: () => [1, new Error('Cannot read the item'), 2],
  wrong: () => ['a', Number.NaN, {}, true, 1.5, '7'],
  promises: () => [later(1), later(2)],
  'a promise of none': () => [later(1), later(null)],
  'a rejected promise': () => [
    later(1),
    Promise.reject(new Error('Cannot read the item')),
    Promise.reject(new Error('Nor this')),
  ],
  'a failure before promises': () => [
    new Error('Cannot read the item'),
    later(2),
    Promise.reject(new Error('Nor this')),
  ],
  'a promise of a list': () => later([1, null]),
  'a rejected promise of a list': () => Promise.reject(new Error('Cannot read the list')),
  nested: () => [[1, null], null, [later(3)]],
  'a set': () => new Set([1, 2]),
  generated: function* () {
    yield 1;
    yield null;
    yield later(3);
  },
  'generated with a failure': function* () {
    yield later(1);
    fail('Cannot go on');
  },
  'generated asynchronously': async function* () {
    yield 1;
    yield null;
    yield later(3);
  },
  'generated asynchronously with a failure': async function* () {
    yield 1;
    fail('Cannot go on');
  },
  'text, which is no list': () => 'text',
  'a number': () => 5,
  'an object': () => ({ a: 1 }),
  'thenables in it': () => [{ then: (found: (value: number) => void) => later(1).then(found) }],
};

const lists: ExecutionCase[] = LIST_TYPES.flatMap((type) =>
  Object.entries(LISTS).map(([name, list]) => ({
    name: `a list ${type} of ${name}`,
    sdl: nulls(type),
    query: '{ list other }',
    rootValue: { list, other: 1 },
  })),
);

const TREE =
  'type Query { tree: Tree must: Tree! } type Tree { name: String must: String! tree: Tree mustTree: Tree! list: [Tree!] }';
const branch = (depth: number): object => ({
  name: () => 'a',
  must: () => (depth === 3 ? null : 'b'),
  tree: () => (depth > 3 ? null : branch(depth + 1)),
  mustTree: () => (depth > 3 ? later(null) : later(branch(depth + 1))),
  list: () => [branch(depth + 1), later(branch(depth + 2))],
});
const trees: ExecutionCase[] = [
  '{ tree { must } }',
  '{ tree { tree { tree { must name } name } } }',
  '{ tree { mustTree { mustTree { must } } } }',
  '{ must { mustTree { mustTree { must } } } }',
  '{ tree { list { must name list { must } } } a: must { must } }',
  '{ tree { name tree { mustTree { mustTree { must name } } } other: mustTree { mustTree { must } } } }',
  '{ tree { a: mustTree { tree { must } } b: mustTree { tree { tree { mustTree { name } } } } } }',
  '{ tree { ...F ...F name } } fragment F on Tree { tree { name } tree { must } ...G } fragment G on Tree { name alias: name ...F }',
  '{ tree { name name ... { name x: name } ... on Tree { tree { name } } tree { x: must } } __typename }',
  '{ unknown tree { nothing name } }',
  '{ __proto__: tree { constructor: name __proto__: must } }',
  'query A { tree { name } } query B { must { name } }',
].map((query) => ({ name: `nulls go up in ${query}`, sdl: TREE, query, rootValue: branch(0) as never }));

const LEAVES = `enum Color { RED GREEN } scalar Any
  type Query { int: Int float: Float text: String id: ID yes: Boolean color: Color any: Any must: Int! mustColor: Color! }`;
const ALL_LEAVES = '{ int float text id yes color any must mustColor }';
const LEAF_VALUES: readonly unknown[] = [
  0,
  -1,
  1.5,
  2 ** 40,
  Number.NaN,
  '',
  'RED',
  '12',
  true,
  false,
  null,
  undefined,
  [],
  {},
  [1],
  new Date(0),
  10n,
  { valueOf: () => 3 },
  { toJSON: () => 'json' },
  Symbol('a'),
  new Error('is a failure'),
  () => 7,
  () => fail('thrown'),
  () => later('RED'),
  () => Promise.reject(new Error('rejected')),
  () => Promise.reject('a text'),
  () => fail(undefined as never),
  new Map([[1, 2]]),
  'GREEN',
  { then: (_: unknown, no: (reason: Error) => void) => later(0).then(() => no(new Error('no'))) },
];
const leaves: ExecutionCase[] = LEAF_VALUES.map((value, index) => ({
  name: `leaves of value ${index}`,
  sdl: LEAVES,
  query: ALL_LEAVES,
  rootValue: Object.fromEntries(
    'int float text id yes color any must mustColor'.split(' ').map((name) => [name, value]),
  ),
}));
const scalars: ExecutionCase[] = [null, undefined, 0, '', { a: [1] }].map((serialized) => ({
  name: `a scalar that becomes ${JSON.stringify(serialized)}`,
  sdl: 'scalar Odd type Query { odd: Odd must: Odd! list: [Odd!] }',
  query: '{ odd list must }',
  resolvers: { Odd: { serialize: () => serialized } },
  rootValue: { odd: { a: 1, b: ['x', { y: [[1]] }] }, must: 'b', list: [1, 2] },
}));

const PETS = `interface Pet { name: String } type Dog implements Pet { name: String barks: Boolean } type Cat implements Pet { name: String meows: Boolean }
  type Stone { weight: Int } union Any = Dog | Stone type Query { pet: Pet pets: [Pet] any: Any anys: [Any!] dog: Dog }`;
const PETS_QUERY = `{ pet { __typename name ... on Dog { barks } ...C } pets { name ... on Cat { meows } ... on Pet { n: name } }
  any { __typename ... on Stone { weight } ... on Pet { name } } anys { ... on Dog { name } } dog { ... on Pet { name ... on Cat { meows } } } } fragment C on Cat { meows }`;
const named = (typeName: unknown, more: Fields = {}) => ({
  __typename: typeName,
  name: 'Rex',
  barks: true,
  meows: false,
  weight: 3,
  ...more,
});
const PET_VALUES: Readonly<Record<string, unknown>> = {
  'that name their type': named('Dog'),
  'of a type that is none': named('Wolf'),
  'of a type of input or a scalar': named('String'),
  'of a type that is not possible': named('Query'),
  'of no type': named(undefined),
  'of a number for a type': named(5),
  'that are promised': later(named('Cat')),
  'that are text': 'Dog',
};
const RESOLUTIONS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  'by default': {},
  'by resolveType': {
    Pet: { __resolveType: ({ __typename }: never) => __typename },
    Any: { __resolveType: () => 'Stone' },
  },
  'by resolveType, later': {
    Pet: { __resolveType: ({ __typename }: never) => later(__typename) },
    Any: { __resolveType: () => later(null) },
  },
  'by resolveType that fails': {
    Pet: { __resolveType: () => fail('Cannot tell') },
    Any: { __resolveType: () => Promise.reject(new Error('Nor this')) },
  },
  'by isTypeOf': {
    Dog: { __isTypeOf: (value: { name?: string }) => value.name === 'Rex' },
    Stone: { __isTypeOf: () => true },
  },
  'by isTypeOf, later': {
    Dog: { __isTypeOf: () => later(false) },
    Cat: { __isTypeOf: () => later(true) },
    Stone: { __isTypeOf: () => false },
  },
  'by isTypeOf that fails': {
    Dog: { __isTypeOf: () => fail('Cannot tell') },
    Cat: { __isTypeOf: () => Promise.reject(new Error('No')) },
  },
};
const pets: ExecutionCase[] = Object.entries(RESOLUTIONS).flatMap(([resolution, resolvers]) =>
  Object.entries(PET_VALUES).map(([name, pet]) => ({
    name: `pets ${name}, resolved ${resolution}`,
    sdl: PETS,
    query: PETS_QUERY,
    resolvers,
    rootValue: { pet, pets: [pet, later(pet), null], any: pet, anys: [pet], dog: pet },
  })),
);

const ARGS = `input Point { x: Int! y: Int = 2 tags: [String!] = ["a"] next: Point } input One @oneOf { a: Int b: String }
  enum Color { RED GREEN } scalar Any
  type Query { f(int: Int, must: Int!, list: [Int!], point: Point, one: One, color: Color = GREEN, any: Any, deflt: Int = 5, mustDefault: Int! = 6): String
    g(list: [[Int]] = [[1]], points: [Point!]): String h: String }`;
const shown = (args: unknown) => JSON.stringify(args);
const args: ExecutionCase[] = (
  [
    ['{ f(must: 1) g h }', {}],
    ['{ f h }', {}],
    ['{ f(must: null) }', {}],
    ['{ f(must: "a", int: 1.5) }', {}],
    [
      '{ f(must: 1, int: null, list: 3, point: { x: 1 }, one: { a: 1 }, color: RED, any: { a: [1, $v], b: RED }, deflt: null) }',
      {},
    ],
    ['{ f(must: 1, mustDefault: null) }', {}],
    ['{ f(must: 1, point: { y: 1 }) }', {}],
    ['{ f(must: 1, point: { x: 1, z: 1 }) }', {}],
    ['{ f(must: 1, one: {}) a: f(must: 1, one: { a: 1, b: "c" }) b: f(must: 1, one: { a: null }) }', {}],
    ['{ f(must: 1, color: BLUE) a: f(must: 1, list: [1, null]) }', {}],
    ['query($v: Int) { f(must: $v) }', {}],
    ['query($v: Int) { f(must: $v) }', { v: 3 }],
    ['query($v: Int) { f(must: 1, int: $v, deflt: $v, mustDefault: $v, list: [1, $v]) }', {}],
    ['query($v: Int) { f(must: 1, int: $v, deflt: $v, mustDefault: $v) g(list: [[$v], [1, $v]]) }', { v: null }],
    ['query($v: Int = 9) { f(must: $v, int: $v, deflt: $v, point: { x: $v, y: $v, next: { x: $v } }) }', {}],
    ['query($v: Int = 9) { f(must: $v, int: $v, deflt: $v, point: { x: $v, y: $v }) }', { v: null }],
    ['query($v: Int! = 9) { f(must: $v) }', { v: null }],
    ['query($v: Int!) { f(must: $v) }', {}],
    ['query($v: Int!) { f(must: $v) }', { v: 'a' }],
    ['query($v: Point) { f(must: 1, point: $v) g(points: [$v]) }', { v: { x: 1 } }],
    ['query($v: Point = { x: 3, tags: [] }) { f(must: 1, point: $v) }', {}],
    ['query($v: Point) { f(must: 1, point: $v) }', { v: { x: 'a', q: 1 } }],
    ['query($v: [Int!]) { f(must: 1, list: $v) }', { v: 4 }],
    ['query($v: [Int!]) { f(must: 1, list: $v) }', { v: [1, null] }],
    ['query($v: One) { f(must: 1, one: $v) }', { v: { a: 1, b: 'x' } }],
    ['query($v: Int) { f(must: 1, one: { a: $v }) }', {}],
    ['query($v: Int) { f(must: 1, one: { a: $v }) }', { v: 2 }],
    ['query($v: Color) { f(must: 1, color: $v) }', { v: 'RED' }],
    ['query($v: Color) { f(must: 1, color: $v) }', { v: 1 }],
    ['query($v: Any) { f(must: 1, any: $v) a: f(must: 1, any: [$v]) }', { v: { deep: [1, { a: null }] } }],
    ['query($v: Unknown) { f(must: 1, int: $v) }', { v: 1 }],
    ['query($v: Int = "a") { f(must: 1, int: $v) }', {}],
    [
      'query($a: Boolean!, $b: Boolean = true) { f(must: 1) @skip(if: $a) h @include(if: $b) ... @skip(if: $b) { x: h } }',
      { a: false },
    ],
    [
      'query($a: Boolean!, $b: Boolean = true) { f(must: 1) @skip(if: $a) h @include(if: $b) ... @skip(if: $b) { x: h } }',
      { a: true, b: false },
    ],
    ['query($a: Boolean) { h @skip(if: $a) x: h }', {}],
    ['query($a: Boolean) { h @include(if: $a) x: h }', { a: null }],
    ['query($a: String) { h @include(if: $a) x: h }', { a: 'yes' }],
    ['{ h @skip x: h @include(if: "a") }', {}],
    ['{ h @skip(if: false) @include(if: true) x: h @skip(if: true) y: h @skip(if: false) @skip(if: true) }', {}],
  ] as const
).map(([query, variables]) => ({
  name: `arguments of ${query} with ${JSON.stringify(variables)}`,
  sdl: ARGS,
  query,
  variables,
  rootValue: { f: shown, g: shown, h: 'property' },
}));

const STEPS = 'type Query { a: Int } type Mutation { a: Int b: Int c: Step } type Step { d: Int e: Int }';
const steps = (): Fields => {
  const state = { at: 0 };
  const next = () => (state.at += 1);
  return { a: async () => next(), b: next, c: () => later({ d: later(next()), e: next }) };
};
const mutations: ExecutionCase[] = [
  'mutation { a b c { d e } x: a y: b }',
  'mutation { b a ...F z: b } fragment F on Mutation { c { e d } w: a }',
  'mutation { __typename b }',
  'subscription { a }',
].map((query) => ({
  name: `steps of ${query}`,
  sdl: STEPS,
  query,
  get rootValue() {
    return steps();
  },
}));

const others: ExecutionCase[] = [
  { name: 'no operation', sdl: TREE, query: 'fragment F on Tree { name }' },
  {
    name: 'an operation that is named',
    sdl: TREE,
    query: 'query A { a: tree { name } } query B { b: tree { name } }',
    operationName: 'B',
    rootValue: branch(0),
  },
  { name: 'an operation that is unknown', sdl: TREE, query: 'query A { tree { name } }', operationName: 'C' },
  {
    name: 'a root that is a function',
    sdl: nulls('[Int]'),
    query: '{ list }',
    rootValue: Object.assign(() => 1, { list: [1] }),
  },
  { name: 'a root that is text', sdl: nulls('[Int]'), query: '{ list other }', rootValue: 'text' },
  {
    name: 'introspection',
    sdl: PETS,
    query:
      '{ __schema { types { name kind fields { name type { name } } } } __type(name: "Pet") { possibleTypes { name } } }',
  },
  {
    name: 'properties that throw when they are read',
    sdl: nulls('[Int]'),
    query: '{ list other }',
    rootValue: {
      get list() {
        return fail('Cannot read');
      },
      other: 1,
    },
  },
  {
    name: 'methods that know their object',
    sdl: nulls('Int'),
    query: '{ other list }',
    rootValue: {
      number: 4,
      other() {
        return this.number;
      },
      list: 1,
    },
  },
  {
    name: 'nothing of what is no error',
    sdl: nulls('Int'),
    query: '{ other }',
    rootValue: { other: () => Promise.reject(undefined) },
  },
  {
    name: 'error propagation that is off',
    sdl: TREE,
    query: 'query @experimental_disableErrorPropagation { tree { tree { tree { must name } } } }',
    rootValue: branch(0),
  },
  {
    name: '@defer without a directive in the schema',
    sdl: TREE,
    query: '{ tree { ... @defer { name } } }',
    rootValue: branch(0),
  },
  {
    name: '@stream without a directive in the schema',
    sdl: nulls('[Int]'),
    query: '{ list @stream(initialCount: 1) }',
    rootValue: { list: [1, 2] },
  },
];

export const executionCases: readonly ExecutionCase[] = [
  ...lists,
  ...trees,
  ...leaves,
  ...scalars,
  ...pets,
  ...args,
  ...mutations,
  ...others,
];
