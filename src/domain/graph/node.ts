// `Query.node`: looks up a global id of the viewer; an id of another owner is answered like an unknown one.
import type { NodeResolvers, Resolvers, ResolversTypes } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { parseGlobalId } from './global-id.ts';

/** The types that implement `Node`. */
export type NodeType = NonNullable<Awaited<ReturnType<NonNullable<NodeResolvers['__resolveType']>>>>;

/** Reads a thing again by the key of its global id; null when there is none. */
export type Refetch<T extends NodeType> = (
  key: string,
  context: Context,
) => ResolversTypes[T] | null | Promise<ResolversTypes[T] | null>;

/** How objects of each type are read again. */
export type Refetchers = { readonly [T in NodeType]: Refetch<T> };

/** The resolvers, given the way to read each type again. */
export function createNodeResolvers(refetchers: Refetchers): Resolvers {
  const isNodeType = (name: string): name is NodeType => Object.hasOwn(refetchers, name);
  const nodeOf = async (id: string, context: Context) => {
    const viewer = context.viewer();
    const parsed = parseGlobalId(id);
    if (!parsed || parsed.owner !== viewer.owner || !isNodeType(parsed.type)) return null;
    const node = await refetchers[parsed.type](parsed.key, context);
    return node && { ...node, __typename: parsed.type };
  };
  return {
    Query: {
      node: (_, { id }, context) => nodeOf(id, context),
      // In a list an Error takes the place of its item.
      nodes: (_, { ids }, context) =>
        Promise.all(ids.map((id) => nodeOf(id, context).catch((failure: unknown) => failure as null))),
    },
    Node: { __resolveType: (node) => (node as unknown as { __typename: NodeType }).__typename },
  };
}
