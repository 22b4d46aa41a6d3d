// Random operations of the gateway's schema over odd values: our executor gives what graphql-js gives, byte for byte.
import { type ExecutionArgs, type GraphQLSchema, parse } from 'graphql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExecutor, executeByGraphqlJs, type Executor } from '../../../../src/server/graphql/execute.ts';
import { randomOperation } from '../../../trust/support/random-operation.ts';
import { createRandom } from '../../../trust/support/random.ts';
import { createOddSchema, type OddContext } from './odd-schema.ts';
import { outcomeOf } from './outcome.ts';

const VARIANTS = 6;
const RUNS = process.env['LONG'] ? 5_000 : 400;
const ODDNESS = [0, 20, 150, 500];

type Run = ExecutionArgs & { readonly contextValue: OddContext };

async function runOf(execute: Executor['execute'], args: Run) {
  return { ...(await outcomeOf(() => execute(args))), calls: args.contextValue.calls };
}

describe('a random operation', () => {
  const schemas: GraphQLSchema[] = Array.from({ length: VARIANTS }, (_, variant) => createOddSchema(variant));
  const { execute } = createExecutor();

  it('has the result, the errors and the calls of resolvers that it has in graphql-js', async () => {
    let withData = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (seed, choice) => {
        const { query, variables } = randomOperation(createRandom('execution', seed), {
          freeVariables: true,
          depth: 4,
        });
        const document = parse(query);
        const schema = schemas[choice % VARIANTS] as GraphQLSchema;
        const oddness = ODDNESS[choice % ODDNESS.length] ?? 0;
        const run = (): Run => {
          const contextValue = { seed, oddness, calls: [] };
          return { schema, document, variableValues: variables, contextValue };
        };
        const expected = await runOf(executeByGraphqlJs, run());
        // Twice: once to make the plan, and once from it.
        expect(await runOf(execute, run())).toEqual(expected);
        expect(await runOf(execute, run())).toEqual(expected);
        if (!expected.text.endsWith('null]')) withData += 1;
      }),
      { numRuns: RUNS, seed: Number(process.env['TRUST_SEED'] ?? 1) },
    );
    expect(withData).toBeGreaterThan(RUNS / 4);
  });
});
