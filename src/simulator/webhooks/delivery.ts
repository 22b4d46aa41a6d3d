// One delivery: a signed POST, and the status of its response.
import { createHmac } from 'node:crypto';

/** A delivery with its signature. */
export interface SignedDelivery {
  readonly url: string;
  readonly event: string;
  readonly body: string;
  /** Null: sent without the header. */
  readonly signature: string | null;
}

const TIMEOUT_MS = 5000;

/** Lower-case hexadecimal HMAC-SHA256 of the bytes of `body`; the key is used as text. */
export function signatureOf(body: string, key: string): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

/** The status of the response, 0 without a response within five seconds. Redirects are not followed. */
export async function post({ url, event, body, signature }: SignedDelivery): Promise<number> {
  const headers = {
    'Content-Type': 'application/json',
    'Polar-Webhook-Event': event,
    ...(signature === null ? {} : { 'Polar-Webhook-Signature': signature }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
