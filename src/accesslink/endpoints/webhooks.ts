// The client's only webhook. All requests carry the client's own credential, never a user's token.
import { createSecret, type Secret } from '../../secret.ts';
import { type ClientTransport, wireObjectsIn } from '../client.ts';
import { byPlainName, type JsonObject } from '../json.ts';

/** The webhook as AccessLink describes it; null for what it does not state. */
export interface WebhookInfo {
  readonly id: string;
  readonly url: string | null;
  readonly events: readonly string[];
  readonly isActive: boolean | null;
}

/** A webhook just created. Only the response to its creation contains the signing key. */
export interface CreatedWebhook extends WebhookInfo {
  /** Null when the response contained none. */
  readonly key: Secret | null;
}

/** The url that deliveries are sent to, and their event types. */
export interface WebhookTarget {
  readonly url: string;
  readonly events: readonly string[];
}

const WEBHOOKS = '/v3/webhooks';

/** GET /v3/webhooks. Null when there is none. */
export async function getWebhook(send: ClientTransport): Promise<WebhookInfo | null> {
  const { body } = await send({ path: WEBHOOKS });
  return wireObjectsIn(body, 'data').flatMap(webhookFromWire)[0] ?? null;
}

/**
 * POST /v3/webhooks. AccessLink sends the url a PING first. Null when the response does not describe a webhook: only
 * `getWebhook` shows whether one was created. Rejects with `conflict` when there is one already, with `refused` when the url did not accept the PING.
 */
export async function createWebhook(send: ClientTransport, json: WebhookTarget): Promise<CreatedWebhook | null> {
  const { body } = await send({ method: 'POST', path: WEBHOOKS, json });
  const [wire] = wireObjectsIn(body, 'data');
  const key = wire && byPlainName(wire).get('signaturesecretkey');
  const [info] = wire ? webhookFromWire(wire) : [];
  return info ? { ...info, key: typeof key === 'string' && key !== '' ? createSecret(key) : null } : null;
}

/** PATCH /v3/webhooks/{webhook-id}. AccessLink sends a new url a PING first. False when there is no webhook with the id. */
export async function changeWebhook(send: ClientTransport, id: string, json: Partial<WebhookTarget>): Promise<boolean> {
  const { status } = await send({ method: 'PATCH', path: pathOf(id), json });
  return status === 200;
}

/** DELETE /v3/webhooks/{webhook-id}. False when there was no webhook with the id. */
export async function deleteWebhook(send: ClientTransport, id: string): Promise<boolean> {
  const { status } = await send({ method: 'DELETE', path: pathOf(id) });
  return status !== 404;
}

/** POST /v3/webhooks/activate, after a PING. False when there is no webhook. */
export async function activateWebhook(send: ClientTransport): Promise<boolean> {
  const { status } = await send({ method: 'POST', path: `${WEBHOOKS}/activate` });
  return status === 200;
}

/** POST /v3/webhooks/deactivate. False when there is no webhook. */
export async function deactivateWebhook(send: ClientTransport): Promise<boolean> {
  const { status } = await send({ method: 'POST', path: `${WEBHOOKS}/deactivate` });
  return status === 200;
}

function pathOf(id: string): string {
  return `${WEBHOOKS}/${encodeURIComponent(id)}`;
}

function webhookFromWire({ id: sentId, url, events, active: sentActive }: JsonObject): WebhookInfo[] {
  const id = typeof sentId === 'number' ? String(sentId) : sentId;
  if (typeof id !== 'string' || id === '') return [];
  const active = sentActive === 'true' || (sentActive === 'false' ? false : sentActive);
  const names = Array.isArray(events) ? events : typeof events === 'string' ? events.split(',') : [];
  return [
    {
      id,
      url: typeof url === 'string' ? url : null,
      events: names.filter((name) => typeof name === 'string').map((name) => name.trim()),
      isActive: typeof active === 'boolean' ? active : null,
    },
  ];
}
