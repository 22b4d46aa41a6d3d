// Management of the client's webhook.
import { type ApiRequest, fieldsFrom } from '../request.ts';
import { type ApiResponse, HttpError, NO_CONTENT, found } from '../response.ts';
import { type SentEventType, eventTypesOf } from '../webhooks/payloads.ts';
import type { Webhook, Webhooks } from '../webhooks/webhooks.ts';

/** Only this response contains the key. */
export async function createWebhook(webhooks: Webhooks, request: ApiRequest): Promise<ApiResponse> {
  const { events, url } = fieldsFrom(request.body);
  const { id, key, ...made } = await webhooks.create({ events: eventsFrom(request, events), url: urlFrom(url) });
  const data = { id, events: made.events, url: made.url, signature_secret_key: key };
  return { status: 201, body: { data } };
}

/** A list, although there is at most one. */
export function getWebhook(webhooks: Webhooks): ApiResponse {
  const webhook = webhooks.current();
  return found({ data: webhook ? [webhookJson(webhook)] : [] });
}

export async function changeWebhook(webhooks: Webhooks, request: ApiRequest): Promise<ApiResponse> {
  const { events, url } = fieldsFrom(request.body);
  const changed = await webhooks.change(request.params['webhookId'] ?? '', {
    ...(events === undefined ? {} : { events: eventsFrom(request, events) }),
    ...(url === undefined ? {} : { url: urlFrom(url) }),
  });
  return found({ data: [webhookJson(changed)] });
}

export function deleteWebhook(webhooks: Webhooks, request: ApiRequest): ApiResponse {
  webhooks.remove(request.params['webhookId'] ?? '');
  return NO_CONTENT;
}

export async function activateWebhook(webhooks: Webhooks): Promise<ApiResponse> {
  return (await webhooks.activate()) ? { status: 200 } : NO_CONTENT;
}

export function deactivateWebhook(webhooks: Webhooks): ApiResponse {
  return webhooks.deactivate() ? { status: 200 } : NO_CONTENT;
}

function webhookJson({ id, events, url, isActive }: Webhook): object {
  return { id, events, url, active: isActive };
}

function eventsFrom({ dialect }: ApiRequest, value: unknown): readonly SentEventType[] {
  const types = eventTypesOf(dialect);
  const events = Array.isArray(value) ? value.map((name: unknown) => types.find((type) => type === name)) : [];
  const known = events.filter((type) => type !== undefined);
  if (known.length > 0 && known.length === events.length) return [...new Set(known)];
  throw new HttpError(400, `Cannot read events: it is no list of ${types.join(', ')}`);
}

function urlFrom(value: unknown): string {
  if (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new HttpError(400, 'Cannot read url: it is no address with http or https');
}
