// The schema as operations are executed against it: with resolvers that pause long operations, and that report failures of parts
// of lists. It belongs to no app: to make it takes a tenth of a second, and several apps of a process may have the same one.
import type { GraphQLSchema } from 'graphql';
import { type PartialLists, watchPartialLists } from './partial-lists.ts';
import { createSchema } from './schema.ts';
import { sliceFields, type Unsliced } from './sliced-schema.ts';

export interface ExecutableSchema {
  readonly schema: GraphQLSchema;
  readonly partialLists: PartialLists;
  /** Resolvers without their pauses, for an executor that pauses by itself. */
  readonly unwrap: Unsliced;
}

/** The schema of this server. */
export function createExecutableSchema(): ExecutableSchema {
  const schema = createSchema();
  const partialLists = watchPartialLists(schema);
  return { schema, partialLists, unwrap: sliceFields(schema) };
}
