// The executable schema: the SDL of schema/ and the resolvers of the domain.
import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import * as composed from '../../domain/resolvers.ts';
import * as ofModules from '../../generated/module-resolvers.ts';
import { scalars } from './scalars.ts';

const SCHEMA_FOLDER = new URL('../../../schema/', import.meta.url);

/** What scalars do, without their names and descriptions: given as types, they would replace what the SDL says of them. */
const coercions = Object.fromEntries(
  Object.entries(scalars).map(([name, { serialize, parseValue, parseLiteral }]) => [
    name,
    { serialize, parseValue, parseLiteral },
  ]),
);

/** The SDL of all modules, one string a file. */
export function readTypeDefs(): string[] {
  const files = readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
}

/** The schema with its resolvers; throws when a resolver has no field in the SDL. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readTypeDefs(),
    resolvers: [coercions, ...Object.values(composed), ...Object.values(ofModules)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}
