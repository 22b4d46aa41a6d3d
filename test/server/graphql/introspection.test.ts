// GraphiQL and client tools see all that the SDL says: nothing of it is lost on the way to the running server.
import { buildSchema, getIntrospectionQuery, introspectionFromSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';

const OPTIONS = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};
const stated = introspectionFromSchema(buildSchema(readTypeDefs().join('\n')), OPTIONS);

type Type = IntrospectionQuery['__schema']['types'][number];

let gateway: Gateway;
let served: IntrospectionQuery;
beforeAll(async () => {
  gateway = await startGateway();
  served = (await gateway.ask<IntrospectionQuery>(getIntrospectionQuery(OPTIONS))).data;
});
afterAll(() => gateway.close());

const custom = ({ __schema }: IntrospectionQuery) =>
  __schema.types.filter((type) => type.kind === 'SCALAR' && type.specifiedByURL);

describe('introspection', () => {
  it('has of every type what the SDL says: fields, arguments, values, descriptions, deprecations', () => {
    const byName = (types: readonly Type[]) => Object.fromEntries(types.map((type) => [type.name, inOrder(type)]));
    expect(byName(served.__schema.types)).toEqual(byName(stated.__schema.types));
  });

  it('has a description and the specification of every scalar that is not GraphQL’s own', () => {
    const names = ['Date', 'DateTime', 'Duration', 'LocalDateTime', 'YearMonth'];
    expect(
      custom(served)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names);
    for (const scalar of custom(served)) {
      expect(scalar.description).toMatch(/, such as `/);
      expect(scalar).toMatchObject({ specifiedByURL: expect.stringMatching(/^https:\/\//) });
    }
    const others = served.__schema.types.filter((type) => type.kind === 'SCALAR' && !names.includes(type.name));
    expect(others.map(({ name }) => name).toSorted()).toEqual(['Boolean', 'Float', 'ID', 'Int', 'String']);
  });

  it('comes without a request to AccessLink', () => {
    expect(gateway.simulator.requests).toEqual([]);
  });
});

/** The lists of a type by their names: GraphQL gives them no order. */
function inOrder(type: Type): unknown {
  return JSON.parse(JSON.stringify(type), (_, value: unknown) =>
    Array.isArray(value) ? value.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : value,
  );
}

function nameOf(value: unknown): string {
  return String(Reflect.get(Object(value), 'name'));
}
