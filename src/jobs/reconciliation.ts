// What is looked at once a day, since deliveries may fail: that the webhook is active, and what waits for whom.
import { isEventType } from '../accesslink/webhook-event.ts';
import type { ClientTransport } from '../accesslink/client.ts';
import { listNotifications } from '../accesslink/endpoints/notifications.ts';
import { activateWebhook, getWebhook } from '../accesslink/endpoints/webhooks.ts';
import { dateOfInstant } from '../calendar.ts';
import type { Store } from '../store/contract/store.ts';

/** What is worth a line in the log. */
export type WebhookWarning = 'webhook is gone at AccessLink' | 'webhook was inactive and is active again';

export interface ReconciliationOptions {
  /** Asks AccessLink with the client's credential. */
  readonly send: ClientTransport;
  readonly store: Pick<Store, 'webhooks' | 'inbox' | 'events'>;
  readonly now: () => number;
  readonly warn: (sighting: WebhookWarning) => void;
}

const DAY_MS = 86_400_000;
/** A delivery that is repeated, or an event that is taken up, after so long is none that anybody waits for. */
const KEPT_MS = 30 * DAY_MS;

/** Switches the webhook on again when AccessLink has stopped it. One that is off on purpose, or none, is left alone. */
export async function checkWebhook({ send, store, warn: sighted }: ReconciliationOptions): Promise<void> {
  const kept = await store.webhooks.find();
  if (!kept || kept.pausedAt !== null) return;
  const there = await getWebhook(send);
  if (there?.id !== kept.id) return sighted('webhook is gone at AccessLink');
  if (there.isActive === false && (await activateWebhook(send))) sighted('webhook was inactive and is active again');
}

/** Takes what waits in transactions for news, once a day: whatever delivered it may have been missed. */
export async function reconcile({ send, store, now }: ReconciliationOptions): Promise<void> {
  const timestamp = `pulled ${dateOfInstant(now())}`;
  for (const { polarUserId, type } of await listNotifications(send)) {
    if (!isEventType(type)) continue;
    const body = JSON.stringify({ event: type, user_id: polarUserId, timestamp });
    await store.inbox.add({ key: body, polarUserId, body, receivedAt: now() });
  }
}

/** Forgets what was delivered and told long ago. */
export async function deleteOldEvents({ store, now }: Pick<ReconciliationOptions, 'store' | 'now'>): Promise<void> {
  await store.inbox.deleteDone(now() - KEPT_MS);
  await store.events.deleteBefore(now() - KEPT_MS);
}
