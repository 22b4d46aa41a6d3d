// The contract of the events that subscriptions publish.
import type { Instant } from './instant.ts';

/** New data of a user, as subscriptions publish it. */
export interface StoredEvent {
  /** Digits. Ascending: once `after` has shown an id, no smaller one of the same user appears. */
  readonly id: string;
  readonly polarUserId: string;
  readonly type: string;
  readonly date: string | null;
  /** The exercise's id; null for other types. */
  readonly entityId: string | null;
  readonly createdAt: Instant;
}

/** Whether a text has the form of an event's id. */
export function isEventId(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

export interface EventStore {
  /**
   * Appends the event and signals `event`, both or neither. Null when one with this key is there already, until
   * `deleteBefore` deletes it, or when the user was erased a moment ago.
   */
  append(event: Omit<StoredEvent, 'id'> & { readonly key: string }): Promise<StoredEvent | null>;
  /** Events of a user after an id (null: from the first), oldest first. Rejects (`invalid`) what is no id. */
  after(polarUserId: string, id: string | null, limit: number): Promise<StoredEvent[]>;
  /** The newest id of a user, null when there is none. */
  latest(polarUserId: string): Promise<string | null>;
  deleteBefore(before: Instant): Promise<number>;
}
