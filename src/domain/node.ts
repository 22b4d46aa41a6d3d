// `Query.node`: a global id looked up inside the viewer's scope; somebody else's id is as good as none.
import type { Resolvers } from '../generated/resolvers.ts';
import type { Context } from './context.ts';
import { refetchDay } from './days/resolvers.ts';
import { refetchExercise } from './exercises/resolvers.ts';
import { type NodeType, parseGlobalId } from './graph/global-id.ts';
import type { Day, Exercise, Night, User } from './models.ts';
import { refetchNight } from './nights/resolvers.ts';

type Model = Day | Exercise | Night | User;
type Refetch = (key: string, context: Context) => Model | null | Promise<Model | null>;

const refetchers: Readonly<Record<NodeType, Refetch>> = {
  User: (key, context) => (key === '' ? context.viewer() : null),
  Day: refetchDay,
  Night: refetchNight,
  Exercise: refetchExercise,
};

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_, { id }, context) => nodeOf(id, context),
    // In a list an Error stands in the place of its item.
    nodes: (_, { ids }, context) =>
      Promise.all(ids.map((id) => nodeOf(id, context).catch((failure: unknown) => failure as null))),
  },
  Node: { __resolveType: (node) => (node as unknown as { __typename: NodeType }).__typename },
};

/** The node with the typename that tells its type; null when it does not exist or is not the viewer's. */
async function nodeOf(id: string, context: Context) {
  const viewer = context.viewer();
  const parsed = parseGlobalId(id);
  if (!parsed || parsed.owner !== viewer.owner) return null;
  const node = await refetchers[parsed.type](parsed.key, context);
  return node && { ...node, __typename: parsed.type };
}
