// Creating the webhook: its key is shown once, and kept before anything else happens.
import { DOCUMENTED_EVENT_TYPES } from '../../accesslink/webhook-event.ts';
import {
  type CreatedWebhook,
  createWebhook as postWebhook,
  deleteWebhook,
  getWebhook,
  type WebhookTarget,
} from '../../accesslink/endpoints/webhooks.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { CreateWebhookInput, WebhookPayload, WebhookUserError } from '../../generated/graphql.ts';
import type { Partner } from './partner.ts';
import { newTarget } from './target.ts';
import { changed, orRefused, unchanged, webhookOf } from './webhook.ts';

/** Creates the webhook, in the place of another when that is wished. */
export async function createWebhook(partner: Partner, input: CreateWebhookInput): Promise<WebhookPayload> {
  const checked = newTarget(input, partner.webhookUrl);
  if ('error' in checked) return unchanged(partner, checked.error);
  // In this order: a key kept by then is of a webhook that AccessLink showed, or of one that is gone; never of one to come.
  const stored = await partner.store.webhooks.find();
  const there = await getWebhook(partner.send);
  if (there && !input.replace) return exists(partner);
  await partner.store.ping();
  if (there) await deleteWebhook(partner.send, there.id);
  // The PING of the new webhook comes before its key: the one of a webhook that is gone would refuse it.
  if (stored) await partner.store.webhooks.delete(stored.id);
  return orRefused(partner, () => create(partner, checked.target, input.events == null));
}

async function create(partner: Partner, target: WebhookTarget, mayNarrow: boolean): Promise<WebhookPayload> {
  try {
    return await keep(partner, await post(partner, target, mayNarrow));
  } catch (failure) {
    // Somebody else created one meanwhile.
    if (failure instanceof AccessLinkError && failure.code === 'conflict') return exists(partner);
    throw failure;
  }
}

/** AccessLink may not know the newest type yet: then the documented ones will do, where nobody named any. */
async function post({ send }: Partner, target: WebhookTarget, mayNarrow: boolean): Promise<CreatedWebhook | null> {
  try {
    return await postWebhook(send, target);
  } catch (failure) {
    const isRefused = failure instanceof AccessLinkError && failure.code === 'refused';
    if (!isRefused || !mayNarrow) throw failure;
    return postWebhook(send, { ...target, events: DOCUMENTED_EVENT_TYPES });
  }
}

/** A webhook whose key cannot be kept is worth nothing: it is deleted again. */
async function keep(partner: Partner, made: CreatedWebhook | null): Promise<WebhookPayload> {
  if (made === null) return unchanged(partner, SIGNING_KEY_MISSING);
  const { webhooks } = partner.store;
  const { id, url, events, key } = made;
  const stored = { id, url: url ?? '', events, key, createdAt: partner.now(), pausedAt: null };
  try {
    await webhooks.put(stored);
  } catch (failure) {
    await deleteWebhook(partner.send, id).catch(() => false);
    throw failure;
  }
  const webhook = webhookOf({ ...made, isActive: made.isActive ?? true }, stored);
  return key === null ? { webhook, userErrors: [SIGNING_KEY_MISSING] } : changed(webhook);
}

async function exists(partner: Partner): Promise<WebhookPayload> {
  const webhook = webhookOf(await getWebhook(partner.send), await partner.store.webhooks.find());
  return { webhook, userErrors: [webhook?.hasSigningKey ? ALREADY_EXISTS : SIGNING_KEY_MISSING] };
}

const ALREADY_EXISTS: WebhookUserError = {
  code: 'ALREADY_EXISTS',
  message:
    'Cannot create the webhook: there is one already, and its key is kept here; change it with updateWebhook, or ' +
    'create another in its place with replace: true',
  field: null,
};

const SIGNING_KEY_MISSING: WebhookUserError = {
  code: 'SIGNING_KEY_MISSING',
  message:
    'Cannot take deliveries: AccessLink has a webhook whose key is not kept here, and shows a key only once; create ' +
    'another in its place with createWebhook(input: { replace: true })',
  field: ['input', 'replace'],
};
