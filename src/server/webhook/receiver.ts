// The receiver of Polar's deliveries: verified over the raw bytes, kept, and only then acknowledged.
import { webhookEventIn, deduplicationKey } from '../../accesslink/webhook-event.ts';
import { isSignedWith, SIGNATURE_HEADER } from '../../accesslink/signature.ts';
import type { NewDelivery } from '../../store/contract/deliveries.ts';
import type { Store } from '../../store/contract/store.ts';
import { type RejectedBody, readRawBody } from '../http/raw-body.ts';

/** Where Polar delivers, below PUBLIC_URL. */
export const WEBHOOK_PATH = '/webhooks/polar';

/** Answers a request to the webhook's path; null for every other. Never rejects. */
export type Receiver = (request: Request) => Promise<Response | null>;

export interface ReceiverOptions {
  readonly store: Pick<Store, 'webhooks' | 'inbox'>;
  readonly now: () => number;
  /** Told when something was kept that was not known. */
  readonly onArrival: () => void;
  readonly report: (unexpected: unknown) => void;
}

const MAX_BYTES = 64 * 1024;
const PATIENCE_MS = 5_000;

/** A receiver over a store. Only a store that fails is answered with 503, so that Polar tries again. */
export function createReceiver(options: ReceiverOptions): Receiver {
  return async (request) => {
    if (new URL(request.url).pathname !== WEBHOOK_PATH) return null;
    const refused = refusalOf(request);
    if (refused) return refuse(refused);
    const body = await readRawBody(request, { maxBytes: MAX_BYTES, patienceMs: PATIENCE_MS });
    if (!(body instanceof Uint8Array)) return refuse(body);
    try {
      return await receive(body, request.headers.get(SIGNATURE_HEADER), options);
    } catch (failure) {
      options.report(failure);
      return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
    }
  };
}

/** Nothing is unpacked: the signature is over the bytes as they come. */
function refusalOf({ method, headers }: Request): RejectedBody | null {
  if (method !== 'POST') return { status: 405, why: 'deliveries are posted' };
  const encoding = headers.get('content-encoding') ?? 'identity';
  return encoding === 'identity' ? null : { status: 415, why: 'the body is packed' };
}

async function receive(
  body: Uint8Array,
  signature: string | null,
  { store, now, onArrival }: ReceiverOptions,
): Promise<Response> {
  const webhook = await store.webhooks.find();
  if (!webhook?.key) return isPing(body) ? accepted() : refuse(UNSIGNED);
  if (!isSignedWith(webhook.key, body, signature)) return refuse(UNSIGNED);
  if (isPing(body)) return accepted();
  if (await store.inbox.add(deliveryOf(body, now()))) onArrival();
  return accepted();
}

const UNSIGNED: RejectedBody = { status: 401, why: 'it is not signed with the key of the webhook' };

/** The first PING comes before the key is known. It is answered and changes nothing. */
function isPing(body: Uint8Array): boolean {
  return webhookEventIn(textOf(body))?.event === 'PING';
}

/** What cannot be read was signed all the same: it is kept as well, as text that every database takes. */
function deliveryOf(bytes: Uint8Array, receivedAt: number): NewDelivery {
  const text = textOf(bytes);
  const announcement = webhookEventIn(text);
  if (announcement) {
    return { key: deduplicationKey(announcement, text), polarUserId: announcement.polarUserId, body: text, receivedAt };
  }
  const body = JSON.stringify(Buffer.from(bytes).toString('base64'));
  return { key: body, polarUserId: null, body, receivedAt };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function accepted(): Response {
  return new Response(null, { status: 200 });
}

/** Whoever is refused is not listened to any longer. */
function refuse({ status, why }: RejectedBody): Response {
  const headers = { connection: 'close', ...(status === 405 ? { allow: 'POST' } : {}) };
  return Response.json({ message: `Cannot take the delivery: ${why}` }, { status, headers });
}
