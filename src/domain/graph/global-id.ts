// Global ids: opaque to callers, stable, and bound to the person they belong to.
import { type IsoDate, isIsoDate } from '../../calendar.ts';

export interface GlobalId {
  /** The name of the type. */
  readonly type: string;
  /** The owner: `Viewer.owner`. */
  readonly owner: string;
  /** Which of the owner's objects of the type: a date, AccessLink's id, or what a kind of records says; empty for the user. */
  readonly key: string;
}

/** The id as text. */
export function globalId({ type, owner, key }: GlobalId): string {
  return Buffer.from(JSON.stringify([type, owner, key])).toString('base64url');
}

/** The parts of an id; null when it was not made here. */
export function parseGlobalId(id: string): GlobalId | null {
  const parts = partsOf(id);
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string')) return null;
  const [type, owner, key] = parts as [string, string, string];
  const parsed: GlobalId = { type, owner, key };
  return globalId(parsed) === id ? parsed : null;
}

/** The date that a key is; null for any other key, and for years in which no arithmetic is possible. */
export function dateOfKey(key: string): IsoDate | null {
  return isIsoDate(key) && key >= '1900' && key < '9000' ? key : null;
}

function partsOf(id: string): unknown {
  try {
    return JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
