// What our executor leaves to graphql-js, and what it must not share between executions.
import {
  buildSchema,
  createSourceEventStream,
  type ExecutionArgs,
  execute as executeByGraphqlJs,
  executeSubscriptionEvent,
  parse,
  validateSubscriptionArgs,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor, execute } from '../../../../src/server/graphql/execute.ts';
import { outcomeOf } from './outcome.ts';

const schema = buildSchema(`
  interface Named { name: String }
  type Dog implements Named { name: String }
  type Query { named: Named list(of: [Int!] = [1], options: Options): [Int] later: Int }
  type Subscription { dog: Dog }
  input Options { tags: [String!] }`);
const rootValue = {
  named: { name: 'Rex' },
  list: ({ of }: { of: number[] }) => of,
  later: () => new Promise(() => {}),
};

/** The outcomes of graphql-js and of our executor. */
async function outcomesOf(more: () => Partial<ExecutionArgs>, query = '{ named { __typename name } list }') {
  const document = parse(query);
  const args = () => ({ schema, document, rootValue, ...more() });
  const theirs = await outcomeOf(() => executeByGraphqlJs(args()));
  return { theirs, ours: await outcomeOf(() => execute(args())) };
}

describe('our executor', () => {
  it('resolves fields and types as it is asked to', async () => {
    const outcomes0 = await outcomesOf(() => ({
      typeResolver: () => 'Dog',
      fieldResolver: (...call) => [call[3].fieldName],
    }));
    expect(outcomes0.ours).toEqual(outcomes0.theirs);
  });

  it('ends with the signal of its caller', async () => {
    const aborting = () => {
      const controller = new AbortController();
      setImmediate(() => controller.abort(new Error('Enough')));
      return { abortSignal: controller.signal };
    };
    const outcomes1 = await outcomesOf(aborting, '{ later }');
    expect(outcomes1.ours).toEqual(outcomes1.theirs);
    const outcomes2 = await outcomesOf(() => ({ abortSignal: AbortSignal.abort(new Error('Never began')) }));
    expect(outcomes2.ours).toEqual(outcomes2.theirs);
  });

  it('calls the hooks of its caller', async () => {
    let calls = 0;
    const outcomes3 = await outcomesOf(() => ({ hooks: { asyncWorkFinished: () => void (calls += 1) } }));
    expect(outcomes3.ours).toEqual(outcomes3.theirs);
    expect(calls).toBe(2);
  });

  it('has a plan for each set of conditions of one document', async () => {
    const document = parse('query($a: Boolean!) { list @skip(if: $a) named @include(if: $a) { name } }');
    for (const a of [true, false, true]) {
      const result = await execute({ schema, document, rootValue: { list: [1], named: null }, variableValues: { a } });
      expect(result).toEqual({ data: a ? { named: null } : { list: [1] } });
    }
  });

  it('throws for a schema that is not valid', async () => {
    const outcomes4 = await outcomesOf(() => ({
      schema: buildSchema('type Query { _: Int } input A { a: A! }', { assumeValidSDL: true }),
    }));
    expect(outcomes4.ours).toEqual(outcomes4.theirs);
  });

  it('gives each call of a resolver arguments of its own', async () => {
    const change = (args: { of?: number[]; options?: { tags: string[] } }) => {
      args.options?.tags.push('changed');
      return [args.options?.tags.length];
    };
    const document = parse('{ list(options: { tags: ["a"] }) other: list(options: { tags: ["b"] }) }');
    for (let time = 0; time < 3; time += 1) {
      const result = execute({ schema, document, rootValue: { list: change } });
      expect(result).toEqual({ data: { list: [2], other: [2] } });
    }
  });

  it('aborts what resolvers still do when the result is made', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const named = (_: unknown, __: unknown, { getAbortSignal }: { getAbortSignal: () => AbortSignal | undefined }) => {
      signals.push(getAbortSignal());
      return null;
    };
    const document = parse('{ named { name } }');
    const given = { ...rootValue, named };
    await execute({ schema, document, rootValue: given });
    await executeByGraphqlJs({ schema, document, rootValue: given });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  });

  it('executes the events of a subscription as graphql-js does', async () => {
    const document = parse('subscription { dog { __typename name other: name } }');
    const subscribeFieldResolver = async function* () {
      yield { dog: { name: 'Rex' } };
    };
    const args = validateSubscriptionArgs({ schema, document, subscribeFieldResolver });
    if (!('schema' in args)) throw new Error('Cannot subscribe');
    const events = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in events)) throw new Error('Cannot subscribe');
    const { executeEvent } = createExecutor();
    for await (const event of events) {
      const ofEvent = { ...args, rootValue: event };
      const expected = await outcomeOf(() => executeSubscriptionEvent(ofEvent));
      expect(await outcomeOf(() => executeEvent(ofEvent))).toEqual(expected);
    }
  });
});
