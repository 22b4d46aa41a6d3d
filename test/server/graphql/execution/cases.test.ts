// What graphql-js's own tests are about, over small schemas: our executor gives what graphql-js gives.
import {
  buildSchema,
  execute as executeByGraphqlJs,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { execute } from '../../../../src/server/graphql/execute.ts';
import { args as argumentCases, mutations } from './cases/arguments.ts';
import type { ExecutionCase } from './cases/case.ts';
import { leaves, scalars } from './cases/leaves.ts';
import { lists } from './cases/lists.ts';
import { others, trees } from './cases/objects.ts';
import { pets } from './cases/types.ts';
import { outcomeOf } from './outcome.ts';

const executionCases = [lists, trees, leaves, scalars, pets, argumentCases, mutations, others].flat();

function schemaOf({ sdl, resolvers = {} }: ExecutionCase): GraphQLSchema {
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (isScalarType(type)) Object.assign(type, { coerceOutputValue: fields['serialize'] });
    if (isAbstractType(type)) Object.assign(type, { resolveType: fields['__resolveType'] });
    if (isObjectType(type)) Object.assign(type, { isTypeOf: fields['__isTypeOf'] });
  }
  return schema;
}

describe('an execution', () => {
  it.each(executionCases.map((one) => [one.name, one] as const))('has the result of graphql-js: %s', async (_, one) => {
    const schema = schemaOf(one);
    const document = parse(one.query, { experimentalFragmentArguments: true });
    const args = () => ({
      schema,
      document,
      rootValue: one.rootValue,
      variableValues: one.variables,
      operationName: one.operationName,
    });
    const expected = await outcomeOf(() => executeByGraphqlJs(args()));
    // Twice: once to make the plan, and once from it.
    expect(await outcomeOf(() => execute(args()))).toEqual(expected);
    expect(await outcomeOf(() => execute(args()))).toEqual(expected);
  });
});
