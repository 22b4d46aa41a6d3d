// What is remembered of models that never change: the same results and the same texts as without it, for whoever asks.
import { parse } from 'graphql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markImmutable, markPure } from '../../../../src/domain/convert/immutable.ts';
import { createExecutor, executeByGraphqlJs } from '../../../../src/server/graphql/execute.ts';
import { createRememberedSelections } from '../../../../src/server/graphql/execution/remembered-selections.ts';
import { createPrinter } from '../../../../src/server/graphql/execution/text.ts';
import { randomOperation } from '../../../trust/support/random-operation.ts';
import { createRandom } from '../../../trust/support/random.ts';
import { buildSchema } from 'graphql';
import { createOddSchema, type OddContext } from './odd-schema.ts';
import { outcomeOf } from './outcome.ts';

const RUNS = process.env['LONG'] ? 2_000 : 200;
const VIEWERS = ['a', 'a', 'b', 'a', 'b'];
const viewerOf = (context: unknown) => (context as { readonly viewer?: string }).viewer;

describe('results in which something is remembered', () => {
  const schemas = [0, 1, 2].map(createOddSchema);

  it('are those of graphql-js, and are printed as JSON.stringify prints them', async () => {
    let used = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(0, 20, 150), fc.constantFrom(600, 20_000, 1e7), async (...drawn) => {
        const [seed, oddness, maxBytes] = drawn;
        const { query, variables } = randomOperation(createRandom('remembered', seed), {
          freeVariables: true,
          depth: 4,
        });
        const [schema = createOddSchema(0), document] = [schemas[seed % schemas.length], parse(query)];
        const remembered = createRememberedSelections(maxBytes);
        const { execute } = createExecutor({ remembered, viewerOf });
        const print = createPrinter(remembered);
        const models = new Map<string, object>();
        for (const viewer of VIEWERS) {
          const contextValue: OddContext = { seed, oddness, calls: [], viewer, models };
          const args = { schema, document, variableValues: variables, contextValue };
          const expected = await outcomeOf(() => executeByGraphqlJs(args));
          expect(await outcomeOf(() => execute(args))).toEqual(expected);
          const { data } = await execute(args);
          expect(print(data)).toBe(JSON.stringify(data));
          if (data && remembered.isUsedIn(data)) used += 1;
        }
      }),
      { numRuns: RUNS, seed: Number(process.env['TRUST_SEED'] ?? 1) },
    );
    expect(used).toBeGreaterThan(RUNS);
  });
});

describe('a selection of a model that never changes', () => {
  const schema = buildSchema(`
    type Query { record: Record }
    type Record { id: ID pure(n: Int): Int impure: Int counted: Int other: Record }`);

  /** Executes a query with each of these contexts, and counts the calls of resolvers. */
  async function run(query: string, contexts: readonly object[], record: object = model()) {
    const calls = { id: 0, pure: 0, impure: 0 };
    const fields = schema.getType('Record') as unknown as {
      getFields: () => Record<string, { resolve?: unknown }>;
    };
    const { id, pure, impure } = fields.getFields() as Record<'id' | 'pure' | 'impure', { resolve?: unknown }>;
    id.resolve = markPure((_: unknown, __: unknown, { viewer }: { viewer: string }) => `${viewer} ${(calls.id += 1)}`);
    pure.resolve = markPure((_: unknown, { n }: { n: number }) => ((calls.pure += 1), n));
    impure.resolve = () => (calls.impure += 1);
    const { execute } = createExecutor({ remembered: createRememberedSelections(), viewerOf });
    const document = parse(query);
    const results = [];
    for (const contextValue of contexts) {
      const variableValues = contextValue as Record<string, unknown>;
      results.push((await execute({ schema, document, contextValue, variableValues, rootValue: { record } })).data);
    }
    return { calls, results };
  }

  const model = () => markImmutable({ counted: 1, other: null });
  const three = [{ viewer: 'a' }, { viewer: 'a' }, { viewer: 'a' }];

  it('is executed the first time and once more, and never again', async () => {
    expect((await run('{ record { id pure(n: 1) counted } }', [...three, ...three])).calls).toMatchObject({
      id: 2,
      pure: 2,
    });
  });

  it('is executed each time when the model may change', async () => {
    const { calls } = await run('{ record { id pure(n: 1) } }', three, { counted: 1 });
    expect(calls).toMatchObject({ id: 3, pure: 3 });
  });

  it('does not serve another viewer', async () => {
    const { results } = await run('{ record { id } }', [...three, { viewer: 'b' }, { viewer: 'a' }]);
    expect(JSON.stringify(results.slice(3))).toBe('[{"record":{"id":"b 3"}},{"record":{"id":"a 4"}}]');
  });

  it('has its other fields executed each time', async () => {
    const { calls, results } = await run('{ record { id impure counted } }', three);
    expect(calls).toMatchObject({ id: 2, impure: 3 });
    expect(JSON.stringify(results[2])).toBe('{"record":{"id":"a 2","impure":3,"counted":1}}');
  });

  it('is executed with the arguments of each operation', async () => {
    const operations = [1, 2, 3, 4].map((n) => ({ viewer: 'a', n }));
    const { results } = await run('query($n: Int) { record { id pure(n: $n) } }', operations);
    expect(JSON.stringify(results[3])).toBe('{"record":{"id":"a 2","pure":4}}');
  });
});
