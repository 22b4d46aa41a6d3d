// What a module makes of a wire record: the fields of its type in the graph, without those that others add.
import type { Cached } from '../../generated/graphql.ts';
import type { Thinning } from '../../series/columns.ts';

/**
 * The fields of `T` but `fetchedAt` and `stale`, which the reader of the record knows. Fields that thin, or cost something
 * to work out, are functions: a GraphQL executor calls them when they are asked for.
 */
export type Fields<T, Lazy extends keyof T = never> = Omit<T, keyof Cached | Lazy> & {
  readonly [F in Lazy]: (args: Thinning) => T[F];
};
