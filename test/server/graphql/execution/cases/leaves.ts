// Scalars and enums of every value.
import { type ExecutionCase, fail, later, thenable } from './case.ts';

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
  thenable((_, no) => later(0).then(() => no(new Error('no')))),
];
export const leaves: ExecutionCase[] = LEAF_VALUES.map((value, index) => ({
  name: `leaves of value ${index}`,
  sdl: LEAVES,
  query: ALL_LEAVES,
  rootValue: Object.fromEntries(
    'int float text id yes color any must mustColor'.split(' ').map((name) => [name, value]),
  ),
}));
export const scalars: ExecutionCase[] = [null, undefined, 0, '', { a: [1] }].map((serialized) => ({
  name: `a scalar that becomes ${JSON.stringify(serialized)}`,
  sdl: 'scalar Odd type Query { odd: Odd must: Odd! list: [Odd!] }',
  query: '{ odd list must }',
  resolvers: { Odd: { serialize: () => serialized } },
  rootValue: { odd: { a: 1, b: ['x', { y: [[1]] }] }, must: 'b', list: [1, 2] },
}));
