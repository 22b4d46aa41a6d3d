// Every key of what is remembered or in flight is built here, from user, credential and resource.
import { createHash } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** What keeps one user's records apart from everybody else's: a digest of the user's id and credential. */
export type Scope = string & { readonly __scope: unique symbol };

/** The scope of a user as seen with a credential. The same user with another token is another scope. */
export function scopeOf(polarUserId: string | null, token: Secret): Scope {
  const digest = createHash('sha256').update(JSON.stringify([polarUserId, token.reveal()]));
  return digest.digest('base64url') as Scope;
}

/** The key of `what` (a date, an id, a list) of a resource, as read with `flags`. */
export function recordKey(scope: Scope, resource: string, what: string, flags: readonly string[] = []): string {
  return JSON.stringify([scope, resource, what, flags]);
}

/** All sets of flags that hold every wanted one, the wanted set itself first: a richer record serves a poorer wish. */
export function richerFlags(all: readonly string[], wanted: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const flag of all) {
    const grown = sets.map((set) => [...set, flag]);
    if (wanted.includes(flag)) sets.splice(0, sets.length, ...grown);
    else sets.push(...grown);
  }
  return sets.sort((a, b) => a.length - b.length);
}
