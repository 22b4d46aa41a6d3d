// The webhook as the partner sees it, at AccessLink and in the store; and why it was not changed.
import { isEventType } from '../../accesslink/webhook-event.ts';
import { getWebhook, type WebhookInfo } from '../../accesslink/endpoints/webhooks.ts';
import type { DataType, Webhook, WebhookPayload, WebhookUserError } from '../../generated/graphql.ts';
import type { StoredWebhook } from '../../store/contract/webhooks.ts';
import type { Partner } from './partner.ts';

/** The webhook; null when there is none at AccessLink and none in the store. */
export async function readWebhook({ send, store }: Partner): Promise<Webhook | null> {
  const [there, stored] = await Promise.all([getWebhook(send), store.webhooks.find()]);
  return webhookOf(there, stored);
}

/** The webhook at AccessLink with its row in the store. The stored key of another webhook is of no use. */
export function webhookOf(there: WebhookInfo | null, stored: StoredWebhook | null): Webhook | null {
  const ours = there === null || stored?.id === there.id ? stored : null;
  const id = there?.id ?? ours?.id;
  if (id === undefined) return null;
  return {
    id,
    url: there?.url ?? ours?.url ?? null,
    events: (there?.events ?? ours?.events ?? []).map(dataTypeOf),
    active: there?.isActive ?? null,
    existsAtAccessLink: there !== null,
    hasSigningKey: ours?.key != null,
    paused: ours?.pausedAt != null,
    createdAt: ours ? new Date(ours.createdAt).toISOString() : null,
  };
}

/** The type by AccessLink's name; null for one that is newer than this program. */
export function dataTypeOf(name: string): DataType | null {
  return isEventType(name) ? name : null;
}

/** The payload of a change that was made. */
export function changed(webhook: Webhook | null): WebhookPayload {
  return { webhook, userErrors: [] };
}

/** The payload of a change that was not made, with the webhook as it is. */
export async function unchanged(partner: Partner, error: WebhookUserError): Promise<WebhookPayload> {
  return { webhook: await readWebhook(partner), userErrors: [error] };
}

export const NOT_FOUND: WebhookUserError = {
  code: 'NOT_FOUND',
  message: 'Cannot change the webhook: AccessLink has none; create it with createWebhook',
  field: null,
};
