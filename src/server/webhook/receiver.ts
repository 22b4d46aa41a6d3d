// `POST /webhooks/polar`: a delivery is verified over its raw bytes, stored, and only then acknowledged. A PING is answered.
import { deduplicationKey, eventNameOf, webhookEventIn } from '../../accesslink/webhook-event.ts';
import { isSignedWith, SIGNATURE_HEADER } from '../../accesslink/signature.ts';
import type { Clock } from '../../clock.ts';
import type { NewDelivery } from '../../store/contract/inbox.ts';
import type { Store } from '../../store/contract/store.ts';
import { type RejectedBody, readRawBody } from '../http/raw-body.ts';
import type { Handler } from '../http/router.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import { bodyRejection, type DeliveryOutcome } from './rejections.ts';

/** The path under PUBLIC_URL to which Polar delivers. */
export const WEBHOOK_PATH = '/webhooks/polar';

export interface ReceiverOptions {
  readonly store: Pick<Store, 'webhooks' | 'inbox'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Called when a delivery was stored that is not a duplicate. */
  readonly onDelivery: () => void;
  readonly report: (unexpected: unknown) => void;
  /** Receives what became of each request, once. */
  readonly telemetry: Pick<Telemetry, 'delivery'>;
}

const MAX_BYTES = 64 * 1024;
const TIMEOUT_MS = 5_000;

/** The type of the event, also named in the body. */
const EVENT_HEADER = 'polar-webhook-event';

/**
 * Responds 503, so that Polar tries again, only when the store fails. Never rejects. Any PING is acknowledged and changes
 * nothing, signed or not, in a body or by its header alone: Polar sends the first before its response with the key, and
 * refuses to create, change or activate a webhook that does not answer 200.
 */
export function createReceiver(options: ReceiverOptions): Handler {
  return async (request) => {
    const body = await bodyOf(request, options.clock);
    if (isPing(body, request.headers)) {
      options.telemetry.delivery('ping');
      return accepted(body instanceof Uint8Array ? {} : { connection: 'close' });
    }
    if (!(body instanceof Uint8Array)) {
      options.telemetry.delivery(bodyRejection(body.status));
      return reject(body);
    }
    try {
      const outcome = await receive(body, request.headers.get(SIGNATURE_HEADER), options);
      options.telemetry.delivery(outcome);
      return isAccepted(outcome) ? accepted() : reject(UNSIGNED);
    } catch (failure) {
      options.telemetry.delivery('store-failed');
      options.report(failure);
      return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
    }
  };
}

/** The signature is over the bytes as sent, so nothing is decompressed. */
async function bodyOf(request: Request, clock: ReceiverOptions['clock']): Promise<Uint8Array | RejectedBody> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') return { status: 415, reason: 'the body is compressed' };
  return readRawBody(request, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, clock });
}

/** By the event in the body; where there is none, by the header or the word alone. */
function isPing(body: Uint8Array | RejectedBody, headers: Headers): boolean {
  const text = body instanceof Uint8Array ? textOf(body) : '';
  const event = webhookEventIn(text)?.event ?? eventNameOf(headers.get(EVENT_HEADER));
  return event === 'PING' || (event === null && /^\s*(event=)?"?ping"?\s*$/i.test(text));
}

async function receive(
  body: Uint8Array,
  signature: string | null,
  { store, clock, onDelivery }: ReceiverOptions,
): Promise<DeliveryOutcome> {
  const webhook = await store.webhooks.find();
  if (!webhook?.key) return 'no-key';
  if (!isSignedWith(webhook.key, body, signature)) return 'bad-signature';
  if (!(await store.inbox.add(deliveryOf(body, clock.now())))) return 'duplicate';
  onDelivery();
  return 'accepted';
}

function isAccepted(outcome: DeliveryOutcome): boolean {
  return outcome === 'accepted' || outcome === 'duplicate';
}

const UNSIGNED: RejectedBody = { status: 401, reason: "it is not signed with the webhook's key" };

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

function accepted(headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 200, headers });
}

/** The connection ends with the response: the rest of the body is not read. */
function reject({ status, reason }: RejectedBody): Response {
  return Response.json(
    { message: `Cannot accept the delivery: ${reason}` },
    { status, headers: { connection: 'close' } },
  );
}
