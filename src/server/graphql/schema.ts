// The executable schema: the SDL of schema/ and the resolvers of the domain.
import { addResolversToSchema } from '@graphql-tools/schema';
import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import * as composed from '../../domain/resolvers.ts';
import * as ofModules from '../../generated/module-resolvers.ts';
import type { AnyResolver } from './execution/types.ts';
import { scalars } from './scalars.ts';
import { readTypeDefs } from './type-defs.ts';

/** Resolvers by type and field; a scalar has what it does, without its name and description: the SDL says those. */
type SchemaResolvers = Parameters<typeof addResolversToSchema>[0]['resolvers'];

const coercions = Object.fromEntries(
  Object.entries(scalars).map(([name, { serialize, parseValue, parseLiteral }]) => [
    name,
    { serialize, parseValue, parseLiteral },
  ]),
);

/** The schema with its resolvers; throws when a resolver has no field in the SDL. */
export function createSchema(): GraphQLSchema {
  return withResolvers(readTypeDefs().join('\n'), [
    coercions,
    ...Object.values(composed),
    ...Object.values(ofModules),
  ] as SchemaResolvers[]);
}

/**
 * The schema of an SDL with resolvers. That the SDL is valid is tested, and not found out again by each process; resolvers are
 * put into the schema itself, which is not copied: both together take half of the time of a start with this schema.
 */
export function withResolvers(typeDefs: string, resolvers: readonly SchemaResolvers[]): GraphQLSchema {
  const merged = byType(resolvers);
  const schema = addResolversToSchema({
    schema: buildASTSchema(parse(typeDefs, { noLocation: true }), { assumeValid: true, assumeValidSDL: true }),
    resolvers: merged,
    updateResolversInPlace: true,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  return unbound(schema, merged);
}

/** The package binds resolvers to their object: what they are marked as is known of the functions themselves. */
function unbound(schema: GraphQLSchema, resolvers: SchemaResolvers): GraphQLSchema {
  for (const [name, ofType] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const fields = type.getFields();
    for (const [field, resolve] of Object.entries(ofType as Readonly<Record<string, unknown>>)) {
      const definition = fields[field];
      if (definition && typeof resolve === 'function') definition.resolve = resolve as AnyResolver;
    }
  }
  return schema;
}

/** Several modules have fields of one type. */
function byType(resolvers: readonly SchemaResolvers[]): SchemaResolvers {
  const merged: Record<string, object> = {};
  for (const one of resolvers)
    for (const [type, fields] of Object.entries(one)) merged[type] = { ...merged[type], ...(fields as object) };
  return merged as SchemaResolvers;
}
