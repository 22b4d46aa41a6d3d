// Encryption for one purpose, with keys derived from the store's: what was encrypted for another purpose does not decrypt.
import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { createEncryption, type Encryption, type EncryptionKey } from './encryption.ts';

/** Every process with the same keys decrypts it. Without any key it is a random one, which ends with the process. */
export function deriveEncryption(keys: readonly EncryptionKey[], purpose: string): Encryption {
  return createEncryption(keys.length > 0 ? keys.map((key) => derivedKey(key, purpose)) : [randomKey()]);
}

function derivedKey({ id, key }: EncryptionKey, purpose: string): EncryptionKey {
  return { id, key: createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, 32))) };
}

function randomKey(): EncryptionKey {
  return { id: 'process', key: createSecretKey(randomBytes(32)) };
}
