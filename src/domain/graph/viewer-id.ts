// Global ids of what belongs to the viewer.
import type { Context } from '../context.ts';
import { globalId, type NodeType } from './global-id.ts';

/** The global id of something of the viewer's. */
export function idOf(type: NodeType, key: string, { viewer }: Context): string {
  return globalId({ type, owner: viewer().owner, key });
}
