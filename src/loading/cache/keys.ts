// Every key of what is remembered or in flight is built here, from user, credential and resource.
import { createHash } from 'node:crypto';
import type { Secret } from '../../secret.ts';

/** What keeps one user's records apart from everybody else's: a digest of the user's id and credential. */
export type Partition = string & { readonly __scope: unique symbol };

/** What is looked for: a date, an id or the list of a resource, with at least these flags. */
export interface RecordRequest {
  readonly resource: string;
  readonly key: string;
  /** In the order of `allFlags`. */
  readonly flags: readonly string[];
  /** Every flag that the resource has. */
  readonly allFlags: readonly string[];
}

/** The scope of a user as seen with a credential. The same user with another token is another scope. */
export function partitionOf(polarUserId: string | null, token: Secret): Partition {
  const digest = createHash('sha256').update(JSON.stringify([polarUserId, token.reveal()]));
  return digest.digest('base64url') as Partition;
}

/**
 * The scope of a user who has proven who they are, by signing in here: it outlives their tokens. It never equals a scope
 * made of a token.
 */
export function partitionOfUser(polarUserId: string): Partition {
  const digest = createHash('sha256').update(JSON.stringify(['signed in', polarUserId, null]));
  return digest.digest('base64url') as Partition;
}

/** The key of what was read with exactly the flags of the wish. */
export function recordKey(scope: Partition, { resource, key: what, flags }: RecordRequest): string {
  return JSON.stringify([scope, resource, what, flags]);
}

/** Whether a key is one of a scope. */
export function isInPartition(key: string, scope: Partition): boolean {
  return key.startsWith(`[${JSON.stringify(scope)},`);
}

/** The keys under which a wish may be found: a richer record serves a poorer wish, never the other way round. */
export function keysFor(scope: Partition, wish: RecordRequest): string[] {
  return richerFlags(wish).map((flags) => recordKey(scope, { ...wish, flags }));
}

/** All sets of flags that hold every wanted one, each in the order of `allFlags`. */
function richerFlags({ flags, allFlags }: RecordRequest): string[][] {
  let sets: string[][] = [[]];
  for (const flag of allFlags) {
    const grown = sets.map((set) => [...set, flag]);
    sets = flags.includes(flag) ? grown : [...sets, ...grown];
  }
  return sets;
}
