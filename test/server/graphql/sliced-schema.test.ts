// Long lists are completed in slices, and are the same as in one go.
import { execute as executeByGraphqlJs, GraphQLScalarType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor, type Executor } from '../../../src/server/graphql/execute.ts';
import { withResolvers } from '../../../src/server/graphql/schema.ts';
import { sliceFields } from '../../../src/server/graphql/sliced-schema.ts';
import { createTimeSlices } from '../../../src/server/graphql/time-slices.ts';

const typeDefs = `
  scalar Slow
  type Query { points: [Point!]! later: [Point] few: [Point!]! leaves: [Slow] }
  type Point { number: Int! odd: Int! }
`;
const listOf = (length: number) => Array.from({ length }, (_, number) => ({ number }));

/** Answers a query over lists whose every field takes a tenth of a slice, and a leaf a 1,500th; and the longest turn, in slices. */
async function answer(query: string, isOurs: boolean): Promise<{ result: object; longest: number }> {
  let [time, startedAt, longest, isOver] = [0, 0, 0, false];
  const nextTurn = (task: () => void) => void setImmediate(task);
  const slices = createTimeSlices({ clock: { elapsed: () => time, nextTurn }, sliceMs: 1 });
  const odd = ({ number }: { number: number }) => {
    time += 0.1;
    if (number === 1_003) throw new Error('Cannot read it');
    return number % 2;
  };
  const leaves = () => listOf(10_000).map(({ number }) => number);
  const resolvers = {
    Query: { points: () => listOf(1_000), later: async () => listOf(1_010), few: () => listOf(100), leaves },
    Point: { odd },
    Slow: new GraphQLScalarType({
      name: 'Slow',
      serialize: (value) => {
        time += 1 / 1_500;
        if (value === 9_003) throw new Error('Cannot read it');
        return value;
      },
    }),
  };
  const schema = withResolvers(typeDefs, [resolvers]);
  const unwrap = sliceFields(schema);
  const execute: Executor['execute'] = isOurs ? createExecutor({ slices, unwrap }).execute : executeByGraphqlJs;
  const loaders = {};
  slices.bind(loaders, slices.forOperation('a'));
  const countTurn = () => {
    longest = Math.max(longest, time - startedAt);
    startedAt = time;
    if (!isOver) setImmediate(countTurn);
  };
  setImmediate(countTurn);
  const result = await execute({ schema, document: parse(query), contextValue: { loaders } });
  isOver = true;
  return { result: JSON.parse(JSON.stringify(result)), longest };
}

describe.each([
  { executor: 'graphql-js', isOurs: false },
  { executor: 'our executor', isOurs: true },
])('a list that $executor completes', ({ isOurs }) => {
  it.each([
    { name: 'points', length: 1_000 },
    { name: 'few', length: 100 },
  ])('of $length items is the same in slices as in one go', async ({ name, length }) => {
    const { result } = await answer(`{ ${name} { number odd } }`, isOurs);
    expect(result).toEqual({ data: { [name]: listOf(length).map(({ number }) => ({ number, odd: number % 2 })) } });
  });

  it('that is long leaves turns of the event loop to others', async () => {
    const { longest } = await answer('{ points { number odd } }', isOurs);
    expect(longest).toBeGreaterThan(1);
    expect(longest).toBeLessThan(4);
  });

  it('that comes later has null for an item that fails, and the others', async () => {
    const { result } = await answer('{ later { number odd } }', isOurs);
    const later = listOf(1_010).map(({ number }) => (number === 1_003 ? null : { number, odd: number % 2 }));
    expect(result).toMatchObject({
      data: { later },
      errors: [{ message: 'Cannot read it', path: ['later', 1_003, 'odd'] }],
    });
  });
});

it('Leaves of a long list leave turns of the event loop to others, and one that fails is null', async () => {
  const { result, longest } = await answer('{ leaves }', true);
  expect(result).toMatchObject({
    data: { leaves: listOf(10_000).map(({ number }) => (number === 9_003 ? null : number)) },
    errors: [{ message: 'Cannot read it', path: ['leaves', 9_003] }],
  });
  expect(longest).toBeGreaterThan(1);
  expect(longest).toBeLessThan(4);
});
