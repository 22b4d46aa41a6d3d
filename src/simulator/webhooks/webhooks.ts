// The client's only webhook: its management, and deliveries to it.
import { HttpError } from '../response.ts';
import type { TokenGenerator } from '../random-token.ts';
import { post, signatureOf } from './delivery.ts';
import { type SentEventType, pingJson } from './payloads.ts';

/** A webhook, with its signing key. */
export interface Webhook {
  readonly id: string;
  readonly events: readonly SentEventType[];
  readonly url: string;
  readonly key: string;
  readonly isActive: boolean;
}

/** How a delivery deviates from a regular one. */
export interface DeliveryOptions {
  /** How many times the same delivery is sent. Default 1. */
  times?: number;
  /** Sent without a signature. */
  unsigned?: boolean;
  /** Signed with another key. */
  badSignature?: boolean;
  /** Sent, and signed, instead of the payload. */
  body?: string;
}

/** Management of the webhook; the PING and errors are those of AccessLink. */
export interface Webhooks {
  readonly current: () => Webhook | null;
  /** Creates an active one. Rejects with 409 when there is one, with 400 when the response to the PING is not 200. */
  readonly create: (target: Pick<Webhook, 'events' | 'url'>) => Promise<Webhook>;
  /** Sends a PING to a new url first. Rejects with 404 for another id, with 400 when the PING fails. */
  readonly change: (id: string, changes: Partial<Pick<Webhook, 'events' | 'url'>>) => Promise<Webhook>;
  /** False when there is none. Rejects with 400 when the PING fails. */
  readonly activate: () => Promise<boolean>;
  /** False when there is none. */
  readonly deactivate: () => boolean;
  readonly remove: (id: string) => void;
  /** The last status, 0 for no response; null when nothing is sent: no webhook, inactive, or not subscribed. */
  readonly deliver: (type: SentEventType, payload: object, options: DeliveryOptions) => Promise<number | null>;
}

const MAX_FAILING_MS = 7 * 86_400_000;

/** Any status but 200 is a failure; seven days of failures without a success deactivate the webhook. */
export function createWebhooks(generateToken: TokenGenerator, now: () => number): Webhooks {
  const slot = createWebhookSlot(now);
  return {
    current: slot.current,
    create: async (target) => {
      assertNone(slot);
      const id = generateToken('webhook').slice(0, 8);
      const created = { ...target, id, key: keyFrom(generateToken('key')), isActive: true };
      await ping(created, now());
      // Another request can have created one during the PING.
      assertNone(slot);
      return slot.set(created);
    },
    change: async (id, changes) => {
      const changed = { ...slot.withId(id), ...changes };
      if (changed.url !== slot.withId(id).url) await ping(changed, now());
      return slot.set({ ...slot.withId(id), ...changes });
    },
    activate: async () => {
      const webhook = slot.current();
      if (webhook) await ping(webhook, now());
      return slot.setActive(true);
    },
    deactivate: () => slot.setActive(false),
    remove: (id) => {
      slot.withId(id);
      slot.set(null);
    },
    deliver: async (type, payload, options) => {
      const webhook = slot.current();
      if (!webhook?.isActive || !webhook.events.includes(type)) return null;
      const statuses = await sendTimes(webhook, { event: type, payload }, options);
      for (const status of statuses) slot.recordStatus(status);
      return statuses.at(-1) ?? null;
    },
  };
}

interface WebhookSlot {
  readonly current: () => Webhook | null;
  readonly withId: (id: string) => Webhook;
  readonly set: <Next extends Webhook | null>(next: Next) => Next;
  /** False when there is no webhook. */
  readonly setActive: (isActive: boolean) => boolean;
  /** Records the status of a delivery. */
  readonly recordStatus: (status: number) => void;
}

function createWebhookSlot(now: () => number): WebhookSlot {
  let webhook: Webhook | null = null;
  let failingSince: number | null = null;
  const set: WebhookSlot['set'] = (next) => {
    failingSince = null;
    webhook = next;
    return next;
  };
  return {
    current: () => webhook,
    withId: (id) => {
      if (webhook?.id === id) return webhook;
      throw new HttpError(404, `Cannot find the webhook ${id}`);
    },
    set,
    setActive: (isActive) => webhook !== null && set({ ...webhook, isActive }) !== null,
    recordStatus: (status) => {
      failingSince = status === 200 ? null : (failingSince ?? now());
      const isFailingTooLong = failingSince !== null && now() - failingSince >= MAX_FAILING_MS;
      if (webhook && isFailingTooLong) webhook = { ...webhook, isActive: false };
    },
  };
}

function assertNone(slot: WebhookSlot): void {
  if (slot.current()) throw new HttpError(409, 'Cannot create the webhook: there is one already');
}

async function ping({ url, key }: Webhook, now: number): Promise<void> {
  const body = JSON.stringify(pingJson(now));
  const status = await post({ url, event: 'PING', body, signature: signatureOf(body, key) });
  if (status === 200) return;
  const outcome = status === 0 ? 'nobody answered' : `the answer was ${status}`;
  throw new HttpError(400, `Cannot use the url: the PING must be answered with 200, ${outcome}`);
}

/** One after another, as repeated deliveries are sent. */
async function sendTimes(
  { url, key }: Webhook,
  { event, payload }: { event: string; payload: object },
  options: DeliveryOptions,
): Promise<readonly number[]> {
  const body = options.body ?? JSON.stringify(payload);
  const signed = signatureOf(body, options.badSignature ? `not ${key}` : key);
  const statuses: number[] = [];
  for (let sent = 0; sent < (options.times ?? 1); sent += 1) {
    statuses.push(await post({ url, event, body, signature: options.unsigned ? null : signed }));
  }
  return statuses;
}

/** In the form of a UUID, as the API has it. */
function keyFrom(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
