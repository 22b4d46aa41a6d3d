// Random operations of the gateway's schema over odd values: our executor gives what graphql-js gives, byte for byte.
import { execute as executeByGraphqlJs, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../../../src/server/graphql/execute.ts';
import { randomOperation } from '../../../trust/support/random-operation.ts';
import { createRandom } from '../../../trust/support/random.ts';
import { createOddSchema, type OddContext } from './odd-schema.ts';

const VARIANTS = 6;
const RUNS = process.env['LONG'] ? 5_000 : 400;
const ODDNESS = [0, 20, 150, 500];

interface Outcome {
  readonly isPromise: boolean;
  readonly text: string;
  readonly calls: readonly string[];
}

type Execute = typeof executeByGraphqlJs;
type Run = Parameters<Execute>[0] & { readonly contextValue: OddContext };

async function outcomeOf(execute: Execute, args: Run): Promise<Outcome> {
  const result = execute(args);
  const isPromise = result instanceof Promise;
  return { isPromise, text: textOf(await result), calls: args.contextValue.calls };
}

/** With what errors say beside their JSON. */
function textOf(result: ExecutionResult): string {
  const errors = result.errors?.map((error) => ({ ...error.toJSON(), original: String(error.originalError) }));
  return JSON.stringify({ ...result, errors });
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
        const expected = await outcomeOf(executeByGraphqlJs, run());
        // Twice: once to make the plan, and once from it.
        expect(await outcomeOf(execute, run())).toEqual(expected);
        expect(await outcomeOf(execute, run())).toEqual(expected);
        if (expected.text.startsWith('{"data":{') || expected.text.includes('"data":{')) withData += 1;
      }),
      { numRuns: RUNS, seed: Number(process.env['TRUST_SEED'] ?? 1) },
    );
    expect(withData).toBeGreaterThan(RUNS / 4);
  });
});
