// Lists of every kind, of items of every kind.
import { type ExecutionCase, fail, later, thenable } from './case.ts';

export const nulls = (type: string) => `type Query { list: ${type} other: Int }`;
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
  'thenables in it': () => [thenable((found) => later(1).then(found))],
};

export const lists: ExecutionCase[] = LIST_TYPES.flatMap((type) =>
  Object.entries(LISTS).map(([name, list]) => ({
    name: `a list ${type} of ${name}`,
    sdl: nulls(type),
    query: '{ list other }',
    rootValue: { list, other: 1 },
  })),
);
