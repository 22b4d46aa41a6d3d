// The contract of the webhook of our client at AccessLink.
import type { Secret } from '../../secret.ts';
import type { Instant } from './instant.ts';

export interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Null when the key was lost: the webhook must be deleted and created again. */
  readonly key: Secret | null;
  readonly createdAt: Instant;
  /** Since when it is switched off on purpose; null: it should be active. */
  readonly pausedAt: Instant | null;
}

/** A client has at most one webhook: `put` replaces any other. The key is encrypted (the webhook id as AAD). */
export interface WebhookStore {
  find(): Promise<StoredWebhook | null>;
  put(webhook: StoredWebhook): Promise<void>;
  /** Changes url or events and leaves the key. */
  update(id: string, change: { readonly url: string; readonly events: readonly string[] }): Promise<void>;
  /** Notes since when it is switched off on purpose; null: it is not. */
  pause(id: string, pausedAt: Instant | null): Promise<void>;
  delete(id: string): Promise<void>;
}
