// Values on their way into the store: packed, and compressed where that pays.
import { randomFillSync } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { pack } from '../packing/pack.ts';
import { encryptedLength, encryptPacked, type PackedValue, type ValueKey } from './value-cipher.ts';

/** Below, to decompress takes longer than everything else about a value. */
const COMPRESSED_FROM = 1_024;

/** Throws TypeError for what JSON cannot express. */
export function packValue(value: unknown): PackedValue {
  const bytes = pack(value);
  if (bytes.length < COMPRESSED_FROM) return { bytes, isCompressed: false };
  const compressed = zstdCompressSync(bytes);
  return compressed.length < bytes.length ? { bytes: compressed, isCompressed: true } : { bytes, isCompressed: false };
}

/** Packs and encrypts one value, in memory of its own. */
export function encryptJson({ key }: Pick<ValueKey, 'key'>, value: unknown, additionalData: string): Uint8Array {
  const packed = packValue(value);
  const stored = randomFillSync(Buffer.allocUnsafeSlow(encryptedLength(packed)));
  encryptPacked(key, { value: packed, stored }, additionalData);
  return stored;
}
