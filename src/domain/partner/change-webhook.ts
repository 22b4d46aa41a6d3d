// Changes the existing webhook: its target, its activation, and its deletion.
import {
  activateWebhook as postActivation,
  changeWebhook,
  deactivateWebhook as postDeactivation,
  deleteWebhook as deleteAtAccessLink,
  getWebhook,
} from '../../accesslink/endpoints/webhooks.ts';
import type { UpdateWebhookInput, WebhookPayload } from '../../generated/graphql.ts';
import type { Partner } from './partner.ts';
import { orRefused } from './refused-change.ts';
import { changedTarget } from './target.ts';
import { changed, NOT_FOUND, readWebhook, unchanged } from './webhook.ts';

/** Changes the URL of the webhook or its event types. */
export async function updateWebhook(partner: Partner, input: UpdateWebhookInput): Promise<WebhookPayload> {
  const { send, store } = partner;
  const checked = changedTarget(input);
  if ('error' in checked) return unchanged(partner, checked.error);
  const there = await getWebhook(send);
  if (!there) return unchanged(partner, NOT_FOUND);
  const { target } = checked;
  if (Object.keys(target).length === 0) return changed(await readWebhook(partner));
  const make = async () => {
    if (!(await changeWebhook(send, there.id, target))) return unchanged(partner, NOT_FOUND);
    await store.webhooks.update(there.id, { url: there.url ?? '', events: there.events, ...target });
    return changed(await readWebhook(partner));
  };
  const fields = (['url', 'events'] as const).filter((field) => target[field] !== undefined);
  return orRefused(partner, { fields, hasPing: fields.includes('url'), make });
}

/** Activates the webhook. */
export function activateWebhook(partner: Partner): Promise<WebhookPayload> {
  const make = async () => {
    if (!(await postActivation(partner.send))) return unchanged(partner, NOT_FOUND);
    return storePause(partner, null);
  };
  return orRefused(partner, { fields: [], hasPing: true, make });
}

/** Deactivates the webhook until `activateWebhook` is called. */
export function deactivateWebhook(partner: Partner): Promise<WebhookPayload> {
  const make = async () => {
    if (!(await postDeactivation(partner.send))) return unchanged(partner, NOT_FOUND);
    return storePause(partner, partner.now());
  };
  return orRefused(partner, { fields: [], hasPing: false, make });
}

async function storePause(partner: Partner, pausedAt: number | null): Promise<WebhookPayload> {
  const there = await getWebhook(partner.send);
  if (there) await partner.store.webhooks.pause(there.id, pausedAt);
  return changed(await readWebhook(partner));
}

/** Deletes the webhook at AccessLink and its row in the store. */
export function deleteWebhook(partner: Partner): Promise<WebhookPayload> {
  const { send, store } = partner;
  const make = async () => {
    const [there, stored] = await Promise.all([getWebhook(send), store.webhooks.find()]);
    if (there) await deleteAtAccessLink(send, there.id);
    if (stored) await store.webhooks.delete(stored.id);
    return there || stored ? changed(null) : unchanged(partner, NOT_FOUND);
  };
  return orRefused(partner, { fields: [], hasPing: false, make });
}
