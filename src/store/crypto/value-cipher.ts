// Encryption of what is stored of a person, under a key of their own: AES-256-GCM, bound to its row.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createSecret, type Secret } from '../../secret.ts';

/**
 * Whose key it is, and whether the text was compressed: the first of the stored bytes, authenticated with the row. Behind it
 * are the nonce, what was encrypted, and the tag.
 */
const FORMATS = { person: 1, personCompressed: 2, gateway: 3, gatewayCompressed: 4 } as const;
/** Below, a text takes longer to compress than that saves. */
const COMPRESSED_FROM = 4_096;
const CIPHER = 'aes-256-gcm';
const FORMAT_BYTES = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = FORMAT_BYTES + NONCE_BYTES;
const KEY_BYTES = 32;

/** A key, and whether it is the gateway's: that encrypts what is about nobody known. */
export interface ValueKey {
  readonly key: KeyObject;
  readonly isOfGateway: boolean;
}

/** A new key as text, to be encrypted itself. */
export function generatePersonKey(): Secret {
  return createSecret(randomBytes(KEY_BYTES).toString('base64'));
}

export function personKeyFrom(text: Secret): KeyObject {
  return createSecretKey(Buffer.from(text.reveal(), 'base64'));
}

/** Names a key, and says nothing of it. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update('id of a key').update(key.export()).digest('base64url').slice(0, 16);
}

/** `additionalData` names the row: what was encrypted for one row cannot be decrypted in another. */
export function encryptValue({ key, isOfGateway }: ValueKey, text: string, additionalData: string): Uint8Array {
  const isLong = text.length >= COMPRESSED_FROM;
  const bytes = isLong ? deflateRawSync(text, { level: 1 }) : Buffer.from(text);
  // Memory of its own: what is sent to another thread is copied with all that it shares its memory with.
  const stored = Buffer.allocUnsafeSlow(HEAD_BYTES + bytes.length + TAG_BYTES);
  if (isOfGateway) stored[0] = isLong ? FORMATS.gatewayCompressed : FORMATS.gateway;
  else stored[0] = isLong ? FORMATS.personCompressed : FORMATS.person;
  randomFillSync(stored, FORMAT_BYTES, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, stored.subarray(FORMAT_BYTES, HEAD_BYTES));
  cipher.setAAD(Buffer.from(`${stored[0]}${additionalData}`));
  cipher.update(bytes).copy(stored, HEAD_BYTES);
  cipher.final();
  cipher.getAuthTag().copy(stored, HEAD_BYTES + bytes.length);
  return stored;
}

/** Whether it was encrypted with the key of the gateway, not of a person. */
export function isOfGateway([format]: Uint8Array): boolean {
  return format === FORMATS.gateway || format === FORMATS.gatewayCompressed;
}

/** Null when the text was altered, belongs to another row, or its key is gone. */
export function decryptValue(key: KeyObject | undefined, stored: Uint8Array, additionalData: string): string | null {
  if (key === undefined) return null;
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(FORMAT_BYTES, HEAD_BYTES), OPTIONS);
    decipher.setAAD(Buffer.from(`${bytes[0]}${additionalData}`)).setAuthTag(bytes.subarray(end));
    // All of it: this cipher leaves nothing for the end, which checks the tag.
    const text = decipher.update(bytes.subarray(HEAD_BYTES, end));
    decipher.final();
    const isCompressed = bytes[0] === FORMATS.personCompressed || bytes[0] === FORMATS.gatewayCompressed;
    return (isCompressed ? inflateRawSync(text) : text).toString('utf8');
  } catch {
    return null;
  }
}

const OPTIONS = { authTagLength: TAG_BYTES };
