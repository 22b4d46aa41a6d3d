// What is known of a body: as it was at the beginning, and every change since.
import type { Body, Resident } from './resident.ts';

/** The body after its first `changes` changes; after all of them by default. */
export function bodyOf({ body, diary }: Resident, changes = diary.measures.length): Body {
  return diary.measures.slice(0, changes).reduce((known, measured) => ({ ...known, ...measured.changes }), body);
}

/** Whether the person ever filled it in. */
export function hasPhysicalInfo({ missing, diary }: Resident): boolean {
  return !missing.physicalInfo || diary.measures.length > 0;
}
