// `POST /webhooks/polar`: a delivery is verified over its raw bytes, stored, and only then acknowledged.
import { webhookEventIn, deduplicationKey } from '../../accesslink/webhook-event.ts';
import { isSignedWith, SIGNATURE_HEADER } from '../../accesslink/signature.ts';
import type { Clock } from '../../clock.ts';
import type { NewDelivery } from '../../store/contract/inbox.ts';
import type { Store } from '../../store/contract/store.ts';
import { type RejectedBody, readRawBody } from '../http/raw-body.ts';
import type { Handler } from '../http/router.ts';

/** The path under PUBLIC_URL to which Polar delivers. */
export const WEBHOOK_PATH = '/webhooks/polar';

export interface ReceiverOptions {
  readonly store: Pick<Store, 'webhooks' | 'inbox'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Called when a delivery was stored that is not a duplicate. */
  readonly onDelivery: () => void;
  readonly report: (unexpected: unknown) => void;
}

const MAX_BYTES = 64 * 1024;
const TIMEOUT_MS = 5_000;

/** Responds 503, so that Polar tries again, only when the store fails. Never rejects. */
export function createReceiver(options: ReceiverOptions): Handler {
  return async (request) => {
    // The signature is over the bytes as sent, so nothing is decompressed.
    const encoding = request.headers.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity') return reject({ status: 415, reason: 'the body is compressed' });
    const body = await readRawBody(request, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, clock: options.clock });
    if (!(body instanceof Uint8Array)) return reject(body);
    try {
      return await receive(body, request.headers.get(SIGNATURE_HEADER), options);
    } catch (failure) {
      options.report(failure);
      return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
    }
  };
}

async function receive(
  body: Uint8Array,
  signature: string | null,
  { store, clock, onDelivery }: ReceiverOptions,
): Promise<Response> {
  const webhook = await store.webhooks.find();
  if (!webhook?.key) return isPing(body) ? accepted() : reject(UNSIGNED);
  if (!isSignedWith(webhook.key, body, signature)) return reject(UNSIGNED);
  if (isPing(body)) return accepted();
  if (await store.inbox.add(deliveryOf(body, clock.now()))) onDelivery();
  return accepted();
}

const UNSIGNED: RejectedBody = { status: 401, reason: "it is not signed with the webhook's key" };

/** Polar sends the first PING before its response with the key. A PING is acknowledged and changes nothing. */
function isPing(body: Uint8Array): boolean {
  return webhookEventIn(textOf(body))?.event === 'PING';
}

/** A signed body that cannot be parsed is stored too, as base64: no database has to accept its bytes as text. */
function deliveryOf(bytes: Uint8Array, receivedAt: number): NewDelivery {
  const text = textOf(bytes);
  const event = webhookEventIn(text);
  if (event) {
    return { key: deduplicationKey(event, text), polarUserId: event.polarUserId, body: text, receivedAt };
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

/** The connection ends with the response: the rest of the body is not read. */
function reject({ status, reason }: RejectedBody): Response {
  return Response.json(
    { message: `Cannot accept the delivery: ${reason}` },
    { status, headers: { connection: 'close' } },
  );
}
