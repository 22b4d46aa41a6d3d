// The client's only webhook. Everything here is asked with the client's own credential, never with a user's.
import { createSecret, type Secret } from '../../secret.ts';
import { type ClientTransport, type WireObject, wireObjectsIn } from '../client.ts';

/** The webhook as AccessLink describes it; what it leaves out is null. */
export interface WebhookInfo {
  readonly id: string;
  readonly url: string | null;
  readonly events: readonly string[];
  readonly isActive: boolean | null;
}

/** A webhook just created. Its key is shown this once. */
export interface CreatedWebhook extends WebhookInfo {
  /** Null: AccessLink did not show it. */
  readonly key: Secret | null;
}

/** Where deliveries go, and of which types. */
export interface WebhookTarget {
  readonly url: string;
  readonly events: readonly string[];
}

const WEBHOOKS = '/v3/webhooks';

/** GET /v3/webhooks: a list of none or one; one as an object is taken too. */
export async function getWebhook(send: ClientTransport): Promise<WebhookInfo | null> {
  const { body } = await send({ path: WEBHOOKS });
  return wireObjectsIn(body, 'data').flatMap(webhookFromWire)[0] ?? null;
}

/**
 * POST /v3/webhooks. The url is sent a PING first. Null: something was created, and the answer does not say what. Rejects
 * as conflict when there is one already, as refused when the url did not answer the PING.
 */
export async function createWebhook(send: ClientTransport, json: WebhookTarget): Promise<CreatedWebhook | null> {
  const { body } = await send({ method: 'POST', path: WEBHOOKS, json });
  const [wire] = wireObjectsIn(body, 'data');
  const key = wire?.['signature_secret_key'];
  const [info] = wire ? webhookFromWire(wire) : [];
  return info ? { ...info, key: typeof key === 'string' && key !== '' ? createSecret(key) : null } : null;
}

/** PATCH /v3/webhooks/{webhook-id}. A new url is sent a PING first. False: there is none with the id. */
export async function changeWebhook(send: ClientTransport, id: string, json: Partial<WebhookTarget>): Promise<boolean> {
  const { status } = await send({ method: 'PATCH', path: pathOf(id), json });
  return status === 200;
}

/** DELETE /v3/webhooks/{webhook-id}. False: there was none with the id. */
export async function deleteWebhook(send: ClientTransport, id: string): Promise<boolean> {
  const { status } = await send({ method: 'DELETE', path: pathOf(id) });
  return status !== 404;
}

/** POST /v3/webhooks/activate, after a PING. False: there is no webhook. */
export async function activateWebhook(send: ClientTransport): Promise<boolean> {
  const { status } = await send({ method: 'POST', path: `${WEBHOOKS}/activate` });
  return status === 200;
}

/** POST /v3/webhooks/deactivate. False: there is no webhook. */
export async function deactivateWebhook(send: ClientTransport): Promise<boolean> {
  const { status } = await send({ method: 'POST', path: `${WEBHOOKS}/deactivate` });
  return status === 200;
}

function pathOf(id: string): string {
  return `${WEBHOOKS}/${encodeURIComponent(id)}`;
}

function webhookFromWire({ id, url, events, active }: WireObject): WebhookInfo[] {
  if (typeof id !== 'string' || id === '') return [];
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
