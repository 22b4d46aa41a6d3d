// The client's only webhook: made, moved, switched on and off, and what is delivered to it.
import { Refusal } from '../ask.ts';
import type { Opaque } from '../opaque.ts';
import { post, signatureOf } from './delivery.ts';
import { type EventType, pingJson } from './payloads.ts';

export interface Webhook {
  readonly id: string;
  readonly events: readonly EventType[];
  readonly url: string;
  readonly key: string;
  readonly isActive: boolean;
}

export interface DeliveryOptions {
  /** How many times the same delivery is sent. Default 1. */
  times?: number;
  /** Leaves the signature out. */
  unsigned?: boolean;
  /** Signs with another key. */
  badSignature?: boolean;
  /** Sent, and signed, instead of the payload. */
  body?: string;
}

export interface Webhooks {
  readonly current: () => Webhook | null;
  /** Active from the start. Refused with 409 when there is one, with 400 when the PING is not answered with 200. */
  readonly create: (wanted: Pick<Webhook, 'events' | 'url'>) => Promise<Webhook>;
  /** A new url is sent a PING first. Refused with 404 for another id, with 400 when the PING fails. */
  readonly change: (id: string, changes: Partial<Pick<Webhook, 'events' | 'url'>>) => Promise<Webhook>;
  /** False when there is none. Refused with 400 when the PING fails. */
  readonly activate: () => Promise<boolean>;
  /** False when there is none. */
  readonly deactivate: () => boolean;
  readonly remove: (id: string) => void;
  /** The last status, 0 for no answer; null when nothing is sent: no webhook, switched off, or not subscribed. */
  readonly deliver: (type: EventType, payload: object, options: DeliveryOptions) => Promise<number | null>;
}

const PATIENCE_MS = 7 * 86_400_000;

/** Any status but 200 is a failure; failures for seven days without a success switch the webhook off. */
export function createWebhooks(opaque: Opaque, now: () => number): Webhooks {
  const shelf = createShelf(now);
  return {
    current: shelf.current,
    create: async (wanted) => {
      refuseSecond(shelf);
      const made = { ...wanted, id: opaque('webhook').slice(0, 8), key: keyFrom(opaque('key')), isActive: true };
      await ping(made, now());
      // Another one can have been created while the receiver took its time.
      refuseSecond(shelf);
      return shelf.keep(made);
    },
    change: async (id, changes) => {
      const changed = { ...shelf.ofId(id), ...changes };
      if (changed.url !== shelf.ofId(id).url) await ping(changed, now());
      return shelf.keep({ ...shelf.ofId(id), ...changes });
    },
    activate: async () => {
      const webhook = shelf.current();
      if (webhook) await ping(webhook, now());
      return shelf.turn(true);
    },
    deactivate: () => shelf.turn(false),
    remove: (id) => {
      shelf.ofId(id);
      shelf.keep(null);
    },
    deliver: async (type, payload, options) => {
      const webhook = shelf.current();
      if (!webhook?.isActive || !webhook.events.includes(type)) return null;
      const statuses = await sendTimes(webhook, { event: type, payload }, options);
      for (const status of statuses) shelf.note(status);
      return statuses.at(-1) ?? null;
    },
  };
}

interface Shelf {
  readonly current: () => Webhook | null;
  readonly ofId: (id: string) => Webhook;
  readonly keep: <Kept extends Webhook | null>(next: Kept) => Kept;
  /** False when there is nothing to turn on or off. */
  readonly turn: (isActive: boolean) => boolean;
  /** Takes note of how a delivery went. */
  readonly note: (status: number) => void;
}

function createShelf(now: () => number): Shelf {
  let webhook: Webhook | null = null;
  let failingSince: number | null = null;
  const keep: Shelf['keep'] = (next) => {
    failingSince = null;
    webhook = next;
    return next;
  };
  return {
    current: () => webhook,
    ofId: (id) => {
      if (webhook?.id === id) return webhook;
      throw new Refusal(404, `Cannot find the webhook ${id}`);
    },
    keep,
    turn: (isActive) => webhook !== null && keep({ ...webhook, isActive }) !== null,
    note: (status) => {
      failingSince = status === 200 ? null : (failingSince ?? now());
      const isGivenUp = failingSince !== null && now() - failingSince >= PATIENCE_MS;
      if (webhook && isGivenUp) webhook = { ...webhook, isActive: false };
    },
  };
}

function refuseSecond(shelf: Shelf): void {
  if (shelf.current()) throw new Refusal(409, 'Cannot create the webhook: there is one already');
}

async function ping({ url, key }: Webhook, now: number): Promise<void> {
  const body = JSON.stringify(pingJson(now));
  const status = await post({ url, event: 'PING', body, signature: signatureOf(body, key) });
  if (status === 200) return;
  const answer = status === 0 ? 'nobody answered' : `the answer was ${status}`;
  throw new Refusal(400, `Cannot use the url: the PING must be answered with 200, ${answer}`);
}

/** One after another, as the receiver would see a repeated delivery. */
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

/** Dressed as the UUID that the API gives. */
function keyFrom(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
