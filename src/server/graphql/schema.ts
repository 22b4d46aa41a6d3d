// The executable schema: the SDL of schema/ and the resolvers of the domain.
import {
  buildASTSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import * as composed from '../../domain/resolvers.ts';
import * as ofModules from '../../generated/module-resolvers.ts';
import { scalars } from './scalars.ts';
import { readTypeDefs } from './type-defs.ts';

/** Resolvers of one type by field, or its `__resolveType`. */
type TypeResolvers = Readonly<Record<string, unknown>>;

/**
 * The schema with its resolvers; throws when a resolver has no field in the SDL. That the SDL is valid is tested, and not
 * found out again by each process: building the schema takes a fifth of the time so.
 */
export function createSchema(): GraphQLSchema {
  const schema = buildASTSchema(parse(readTypeDefs().join('\n')), { assumeValid: true, assumeValidSDL: true });
  for (const [name, { serialize, parseValue, parseLiteral, coerceOutputValue, coerceInputValue }] of Object.entries(
    scalars,
  )) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`Cannot build the schema: ${name} is no scalar of it`);
    // What the SDL says of it stays.
    Object.assign(type, { serialize, parseValue, parseLiteral, coerceOutputValue, coerceInputValue });
  }
  for (const resolvers of [...Object.values(composed), ...Object.values(ofModules)]) addResolvers(schema, resolvers);
  return schema;
}

/** Gives the fields of a schema their resolvers; throws when one has no field. Changes the schema. */
export function addResolvers(schema: GraphQLSchema, resolvers: object): void {
  for (const [name, ofType] of Object.entries(resolvers as Readonly<Record<string, TypeResolvers>>)) {
    const type = schema.getType(name);
    for (const [field, resolver] of Object.entries(ofType)) {
      if (!type || !setResolver(type, field, resolver))
        throw new Error(`Cannot build the schema: a resolver is for ${name}.${field}, which it does not have`);
    }
  }
}

function setResolver(type: GraphQLNamedType, name: string, resolver: unknown): boolean {
  if (name === '__resolveType' && isInterfaceType(type)) return isSet(type, { resolveType: resolver });
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) return false;
  return isSet(field, typeof resolver === 'function' ? { resolve: resolver } : resolver);
}

function isSet(target: object, properties: unknown): true {
  Object.assign(target, properties);
  return true;
}
