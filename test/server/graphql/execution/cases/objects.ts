// Objects in objects, of which some must not be null; and what is left.
import { type ExecutionCase, fail, later } from './case.ts';

import { nulls } from './lists.ts';
const TREE =
  'type Query { tree: Tree must: Tree! } type Tree { name: String must: String! tree: Tree mustTree: Tree! list: [Tree!] }';
const branch = (depth: number): object => ({
  name: () => 'a',
  must: () => (depth === 3 ? null : 'b'),
  tree: () => (depth > 3 ? null : branch(depth + 1)),
  mustTree: () => (depth > 3 ? later(null) : later(branch(depth + 1))),
  list: () => [branch(depth + 1), later(branch(depth + 2))],
});
export const trees: ExecutionCase[] = [
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

export const others: ExecutionCase[] = [
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
    sdl: 'interface Pet { name: String } type Dog implements Pet { name: String } type Query { pet: Pet dogs: [Dog!]! }',
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
      other(this: { number: number }) {
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
