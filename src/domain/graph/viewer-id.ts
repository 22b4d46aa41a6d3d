// Global ids of what belongs to the viewer.
import { markPure } from '../convert/immutable.ts';
import type { Context } from '../context.ts';
import { globalId } from './global-id.ts';
import type { NodeType } from './node.ts';
import type { Keyed } from './node-keys.ts';

/** The global id of something of the viewer's. */
export function idOf(type: NodeType, key: string, { viewer }: Context): string {
  return globalId({ type, owner: viewer().owner, key });
}

/** The resolver of the field `id` of a type whose objects know their keys. */
export function idField(type: NodeType): (parent: Keyed<object>, args: unknown, context: Context) => string {
  return markPure(({ nodeKey }: Keyed<object>, _: unknown, context: Context) => idOf(type, nodeKey, context));
}
