// Every key of what is cached or requested is built here, from user, credential, resource and record key.
import { createHash } from 'node:crypto';
import type { IsoDate } from '../../calendar.ts';
import type { Secret } from '../../secret.ts';

/** The partition of the cache with one user's records: a digest of the user's id and credential. */
export type Partition = string & { readonly __partition: unique symbol };

/** Which records of a resource: those of a date, the one with an id, the whole list, the single record there is. */
export type RecordKey = string & { readonly __recordKey: unique symbol };

/** A list as a whole. No id and no date is empty. */
export const LIST_KEY = '' as RecordKey;

/** The one record of a resource that has no other. */
export const SINGLE_KEY = 'record' as RecordKey;

/** Where the window of a resource ends. It sorts behind every date. */
export const EDGE_KEY = 'window edge' as RecordKey;

/** Of which days of a list the store has records. */
export const INDEX_KEY = 'index' as RecordKey;

/** How wide ranges may be that are read with these flags. It sorts behind every date. */
export function rangeWidthKey(flags: readonly string[]): RecordKey {
  return ['width of ranges', ...flags].join(' ') as RecordKey;
}

/** The records of a date. */
export function dateKey(date: IsoDate): RecordKey {
  return date as string as RecordKey;
}

/** The record with an id of AccessLink's. */
export function idKey(id: string): RecordKey {
  return id as RecordKey;
}

/** The records of a date of a list, which outlive the list. No id has a colon. */
export function listDateKey(date: IsoDate): RecordKey {
  return `day:${date}` as RecordKey;
}

/** Records of a resource, and the flags that they must have been read with. */
export interface RecordRequest {
  readonly resource: string;
  readonly key: RecordKey;
  readonly flags: readonly string[];
}

/** The partition of a user as seen with a credential. The same user with another token is another partition. */
export function partitionOf(polarUserId: string | null, token: Secret): Partition {
  const digest = createHash('sha256').update(JSON.stringify([polarUserId, token.reveal()]));
  return digest.digest('base64url') as Partition;
}

/**
 * The partition of a user who has proven who they are, by signing in here: it outlives their tokens. It never equals a
 * partition made of a token.
 */
export function partitionOfUser(polarUserId: string): Partition {
  const digest = createHash('sha256').update(JSON.stringify(['signed in', polarUserId, null]));
  return digest.digest('base64url') as Partition;
}

/** The key of a resource in a partition. Partitions are digests, and no resource has a line break in its name. */
export function resourceKey(partition: Partition, resource: string): string {
  return `${partition}\n${resource}`;
}

/** The key of a cache entry. */
export function cacheKey(partition: Partition, resource: string, key: RecordKey): string {
  return `${resourceKey(partition, resource)}\n${key}`;
}
