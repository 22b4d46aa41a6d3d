// The type of a model: the fields of its type in the graph, without those that other modules add.
import type { Cached, Node } from '../../generated/graphql.ts';
import type { Thinning } from '../../series/columns.ts';

/**
 * The fields of `T` without its global id, which depends on the viewer, and without `fetchedAt` and `stale`, which come from
 * the cached value. Fields that thin, or are
 * expensive to compute, are functions: a GraphQL executor calls them when they are selected.
 */
export type Fields<T, Lazy extends keyof T = never> = Omit<T, keyof Node | keyof Cached | Lazy> & {
  readonly [F in Lazy]: (args: Thinning) => T[F];
};
