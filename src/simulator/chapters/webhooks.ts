// Management of the client's webhook.
import { type Answer, NO_CONTENT, type OpenAsk, Refusal, fieldsFrom, found } from '../ask.ts';
import { type EventType, eventTypesOf } from '../webhooks/payloads.ts';
import type { Webhook, Webhooks } from '../webhooks/webhooks.ts';

/** The key is in this answer only. */
export async function createWebhook(webhooks: Webhooks, ask: OpenAsk): Promise<Answer> {
  const { events, url } = fieldsFrom(ask.body);
  const { id, key, ...made } = await webhooks.create({ events: eventsFrom(ask, events), url: urlFrom(url) });
  const data = { id, events: made.events, url: made.url, signature_secret_key: key };
  return { status: 201, body: { data } };
}

/** A list, although there is at most one. */
export function getWebhook(webhooks: Webhooks): Answer {
  const webhook = webhooks.current();
  return found({ data: webhook ? [webhookJson(webhook)] : [] });
}

export async function changeWebhook(webhooks: Webhooks, ask: OpenAsk): Promise<Answer> {
  const { events, url } = fieldsFrom(ask.body);
  const changed = await webhooks.change(ask.params['webhookId'] ?? '', {
    ...(events === undefined ? {} : { events: eventsFrom(ask, events) }),
    ...(url === undefined ? {} : { url: urlFrom(url) }),
  });
  return found({ data: [webhookJson(changed)] });
}

export function deleteWebhook(webhooks: Webhooks, ask: OpenAsk): Answer {
  webhooks.remove(ask.params['webhookId'] ?? '');
  return NO_CONTENT;
}

export async function activateWebhook(webhooks: Webhooks): Promise<Answer> {
  return (await webhooks.activate()) ? { status: 200 } : NO_CONTENT;
}

export function deactivateWebhook(webhooks: Webhooks): Answer {
  return webhooks.deactivate() ? { status: 200 } : NO_CONTENT;
}

function webhookJson({ id, events, url, isActive }: Webhook): object {
  return { id, events, url, active: isActive };
}

function eventsFrom({ dialect }: OpenAsk, value: unknown): readonly EventType[] {
  const types = eventTypesOf(dialect);
  const events = Array.isArray(value) ? value.map((name: unknown) => types.find((type) => type === name)) : [];
  const known = events.filter((type) => type !== undefined);
  if (known.length > 0 && known.length === events.length) return [...new Set(known)];
  throw new Refusal(400, `Cannot read events: it is no list of ${types.join(', ')}`);
}

function urlFrom(value: unknown): string {
  if (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new Refusal(400, 'Cannot read url: it is no address with http or https');
}
