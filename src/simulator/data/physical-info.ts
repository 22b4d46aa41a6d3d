// Physical information: the initial body, and its changes.
import type { Body, PersonProfile } from './person-profile.ts';

/** The body after its first `changes` changes; after all of them by default. */
export function bodyOf({ body, runtimeChanges }: PersonProfile, changes = runtimeChanges.measures.length): Body {
  return runtimeChanges.measures
    .slice(0, changes)
    .reduce((known, measured) => ({ ...known, ...measured.changes }), body);
}

/** Whether the person has filled in any. */
export function hasPhysicalInfo({ missing, runtimeChanges }: PersonProfile): boolean {
  return !missing.physicalInfo || runtimeChanges.measures.length > 0;
}
