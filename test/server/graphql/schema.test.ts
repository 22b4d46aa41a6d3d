// The schema of the program: valid, as the SDL says, with each resolver in its place.
import { buildSchema, type GraphQLObjectType, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isPure, isReading } from '../../../src/domain/convert/immutable.ts';
import { createSchema, withResolvers } from '../../../src/server/graphql/schema.ts';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';

/** Throws when the SDL is not valid; the program does not look. */
const stated = buildSchema(readTypeDefs().join('\n'));

describe('the schema', () => {
  it('is valid, and what the SDL says', () => {
    expect(validateSchema(stated)).toEqual([]);
    expect(printSchema(createSchema())).toBe(printSchema(stated));
  });

  it.each([{ Query: { unheardOf: () => null } }, { Unheard: { id: () => null } }])(
    'is refused resolvers without a field: %j',
    (resolvers) => {
      expect(() => withResolvers(readTypeDefs().join('\n'), [resolvers])).toThrow('not in schema');
    },
  );

  it('has the functions themselves: an executor finds their marks', () => {
    const fieldsOf = (name: string) => (createSchema().getType(name) as GraphQLObjectType).getFields();
    expect(isPure(fieldsOf('DailyActivity')['id']?.resolve ?? {})).toBe(true);
    expect(isReading(fieldsOf('Day')['night']?.resolve ?? {})).toBe(true);
  });

  it('has a resolver where a module has one, also for subscriptions and interfaces', () => {
    const schema = createSchema();
    expect(schema.getSubscriptionType()?.getFields()['dataAvailable']?.subscribe).toBeTypeOf('function');
    expect(schema.getType('Node')).toHaveProperty('resolveType', expect.any(Function));
    expect(schema.getQueryType()?.getFields()['node']?.resolve).toBeTypeOf('function');
  });
});
