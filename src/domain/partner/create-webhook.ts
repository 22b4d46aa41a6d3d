// Creates the webhook: its signing key is shown once, and stored before anything else happens.
import { DOCUMENTED_EVENT_TYPES } from '../../accesslink/webhook-event.ts';
import {
  type CreatedWebhook,
  createWebhook as postWebhook,
  deleteWebhook,
  getWebhook,
  type WebhookTarget,
} from '../../accesslink/endpoints/webhooks.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { isAboutAddress } from '../../accesslink/reason-words.ts';
import type { CreateWebhookInput, WebhookPayload, WebhookUserError } from '../../generated/graphql.ts';
import type { Partner } from './partner.ts';
import { orRefused } from './refused-change.ts';
import { newTarget } from './target.ts';
import { changed, readWebhook, unchanged, webhookOf } from './webhook.ts';

/** Creates the webhook; replaces another when that is requested. */
export async function createWebhook(partner: Partner, input: CreateWebhookInput): Promise<WebhookPayload> {
  const checked = newTarget(input, partner.webhookUrl);
  if ('error' in checked) return unchanged(partner, checked.error);
  // In this order: a key stored by then is of the webhook at AccessLink or of a deleted one, never of the new one.
  const stored = await partner.store.webhooks.find();
  const there = await getWebhook(partner.send);
  if (there && !input.replace) return exists(partner);
  await partner.store.ping();
  const make = async () => {
    if (there) await deleteWebhook(partner.send, there.id);
    // Its deliveries are over: until the new key is stored, nothing but a PING is accepted.
    if (stored) await partner.store.webhooks.delete(stored.id);
    return create(partner, checked.target, input.events == null);
  };
  return orRefused(partner, { fields: input.events == null ? ['url'] : ['url', 'events'], hasPing: true, make });
}

async function create(partner: Partner, target: WebhookTarget, mayNarrow: boolean): Promise<WebhookPayload> {
  try {
    return await storeWebhook(partner, await post(partner, target, mayNarrow));
  } catch (failure) {
    // Another request created one meanwhile.
    if (failure instanceof AccessLinkError && failure.code === 'conflict') return exists(partner);
    throw failure;
  }
}

/** AccessLink may not know the newest type yet: then the documented ones are used, unless the request named types. */
async function post({ send }: Partner, target: WebhookTarget, mayNarrow: boolean): Promise<CreatedWebhook | null> {
  try {
    return await postWebhook(send, target);
  } catch (failure) {
    // 403 is about the client, whatever the types are.
    const isRefused = failure instanceof AccessLinkError && failure.code === 'refused' && failure.status !== 403;
    if (!isRefused || !mayNarrow || isAboutAddress(failure.upstream)) throw failure;
    return postWebhook(send, { ...target, events: DOCUMENTED_EVENT_TYPES });
  }
}

/** A webhook whose key cannot be stored is useless: it is deleted again. */
async function storeWebhook(partner: Partner, made: CreatedWebhook | null): Promise<WebhookPayload> {
  if (made === null) {
    const webhook = await readWebhook(partner);
    return { webhook, userErrors: [webhook === null ? NOT_CREATED : SIGNING_KEY_MISSING] };
  }
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
    'Cannot create the webhook: there is one already, and its key is stored here; change it with updateWebhook, or ' +
    'create another in its place with replace: true',
  field: null,
};

const NOT_CREATED: WebhookUserError = {
  code: 'REFUSED',
  message: 'Cannot create the webhook: AccessLink accepted the request, but there is no webhook now; try again later',
  field: null,
};

const SIGNING_KEY_MISSING: WebhookUserError = {
  code: 'SIGNING_KEY_MISSING',
  message:
    'Cannot take deliveries: AccessLink has a webhook whose key is not stored here, and shows a key only once; create ' +
    'another in its place with createWebhook(input: { replace: true })',
  field: ['input', 'replace'],
};
