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
import { deflateRawSync, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { createSecret, type Secret } from '../../secret.ts';
import { unpack } from '../packing/unpack.ts';

/**
 * Whose key it is, and what was encrypted: the first of the stored bytes, authenticated with the row. Behind it are the nonce,
 * what was encrypted, and the tag.
 */
const FORMATS = {
  person: 1,
  personCompressed: 2,
  gateway: 3,
  gatewayCompressed: 4,
  /** A packed value, and one that is compressed besides. What was written before is text, and is read as that. */
  packed: 5,
  packedCompressed: 6,
} as const;
/** Below, a text takes longer to compress than that saves. */
const COMPRESSED_FROM = 4_096;
const CIPHER = 'aes-256-gcm';
const FORMAT_BYTES = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = FORMAT_BYTES + NONCE_BYTES;
const ENCRYPTION_BYTES = HEAD_BYTES + TAG_BYTES;
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
  const stored = Buffer.allocUnsafeSlow(ENCRYPTION_BYTES + bytes.length);
  if (isOfGateway) stored[0] = isLong ? FORMATS.gatewayCompressed : FORMATS.gateway;
  else stored[0] = isLong ? FORMATS.personCompressed : FORMATS.person;
  randomFillSync(stored, FORMAT_BYTES, NONCE_BYTES);
  encryptInto(stored, { key, bytes, additionalData });
  return stored;
}

/** A packed value, compressed where that makes it much smaller. */
export interface PackedValue {
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
}

/**
 * Encrypts a packed value with the key of a person into memory of `encryptedLength` bytes, which `randomFillSync` has filled: a
 * part of them is the nonce.
 */
export function encryptPacked(
  key: KeyObject,
  { value: { bytes, isCompressed }, stored }: { readonly value: PackedValue; readonly stored: Buffer },
  additionalData: string,
): void {
  stored[0] = isCompressed ? FORMATS.packedCompressed : FORMATS.packed;
  encryptInto(stored, { key, bytes, additionalData });
}

/** How many bytes a value takes when it is encrypted. */
export function encryptedLength({ bytes }: PackedValue): number {
  return ENCRYPTION_BYTES + bytes.length;
}

/** Encrypts behind the format and the nonce, which are there already. */
function encryptInto(
  stored: Buffer,
  plain: { readonly key: KeyObject; readonly bytes: Buffer; readonly additionalData: string },
): void {
  const cipher = createCipheriv(CIPHER, plain.key, stored.subarray(FORMAT_BYTES, HEAD_BYTES));
  cipher.setAAD(Buffer.from(`${stored[0]}${plain.additionalData}`));
  cipher.update(plain.bytes).copy(stored, HEAD_BYTES);
  cipher.final();
  cipher.getAuthTag().copy(stored, HEAD_BYTES + plain.bytes.length);
}

/** Whether it was encrypted with the key of the gateway, not of a person. */
export function isOfGateway([format]: Uint8Array): boolean {
  return format === FORMATS.gateway || format === FORMATS.gatewayCompressed;
}

/** Null when the text was altered, belongs to another row, or its key is gone. */
export function decryptValue(key: KeyObject | undefined, stored: Uint8Array, additionalData: string): string | null {
  const plain = key && decrypt(key, stored, additionalData);
  return plain ? textFrom(stored, plain) : null;
}

/** A value in whichever form it was stored; undefined when it was altered, belongs to another row, or its key is gone. */
export function decryptJson(key: KeyObject | undefined, stored: Uint8Array, additionalData: string): unknown {
  const plain = key && decrypt(key, stored, additionalData);
  if (!plain) return undefined;
  const [format] = stored;
  if (format === FORMATS.packed) return unpack(plain);
  if (format === FORMATS.packedCompressed) return unpack(zstdDecompressSync(plain));
  return JSON.parse(textFrom(stored, plain));
}

function textFrom([format]: Uint8Array, plain: Buffer): string {
  const isCompressed = format === FORMATS.personCompressed || format === FORMATS.gatewayCompressed;
  return (isCompressed ? inflateRawSync(plain) : plain).toString('utf8');
}

function decrypt(key: KeyObject, stored: Uint8Array, additionalData: string): Buffer | null {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(FORMAT_BYTES, HEAD_BYTES), OPTIONS);
    decipher.setAAD(Buffer.from(`${bytes[0]}${additionalData}`)).setAuthTag(bytes.subarray(end));
    // All of it: this cipher leaves nothing for the end, which checks the tag.
    const plain = decipher.update(bytes.subarray(HEAD_BYTES, end));
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

const OPTIONS = { authTagLength: TAG_BYTES };
