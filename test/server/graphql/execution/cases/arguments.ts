// Arguments, variables and directives; and mutations, whose fields are executed one after another.
import { type ExecutionCase, type Fields, later } from './case.ts';

const ARGS = `input Point { x: Int! y: Int = 2 tags: [String!] = ["a"] next: Point } input One @oneOf { a: Int b: String }
  enum Color { RED GREEN } scalar Any
  type Query { f(int: Int, must: Int!, list: [Int!], point: Point, one: One, color: Color = GREEN, any: Any, deflt: Int = 5, mustDefault: Int! = 6): String
    g(list: [[Int]] = [[1]], points: [Point!]): String h: String }`;
const shown = (args: unknown) => JSON.stringify(args);
export const args: ExecutionCase[] = (
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
export const mutations: ExecutionCase[] = [
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
