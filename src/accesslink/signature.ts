// The signature of a webhook delivery: how Polar computes it, and how it is verified.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** The header that carries the signature. */
export const SIGNATURE_HEADER = 'polar-webhook-signature';

const HEX_SHA256 = /^[0-9a-f]{64}$/i;

/** HMAC-SHA256 over the bytes of the body as received, in lower-case hexadecimal; the key is used as text. */
export function signatureOf(body: Uint8Array, key: Secret): string {
  return createHmac('sha256', key.reveal()).update(body).digest('hex');
}

/** Whether a signature, in hexadecimal of either case, is that of the body. Compares in constant time. */
export function isSignedWith(key: Secret, body: Uint8Array, signature: string | null): boolean {
  // Also because timingSafeEqual throws when the lengths differ.
  if (signature === null || !HEX_SHA256.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(signatureOf(body, key), 'hex'));
}
