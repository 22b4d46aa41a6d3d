// Encryption of the secrets in the store: AES-256-GCM, bound to the row it stands in, with the name of its key.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { createSecret, type Secret } from '../../secret.ts';
import { StoreError } from '../contract/errors.ts';

/** A key and its name. The key object prints nothing of itself. */
export interface EncryptionKey {
  readonly id: string;
  readonly key: KeyObject;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ENTRY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/;

/** A new key as an entry of SECRET_KEY. */
export function generateEncryptionKey(): string {
  return `k${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** Reads SECRET_KEY: a comma list of `id:base64`. The first key encrypts, all decrypt. Throws an error that says how to correct it. */
export function parseEncryptionKeys(text: string): EncryptionKey[] {
  const keys = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(parseEntry);
  if (keys.length === 0) throw new StoreError('undecryptable', `Cannot read SECRET_KEY: it holds no key. ${REMEDY}`);
  const twice = keys.find(({ id }, index) => keys.findIndex((other) => other.id === id) !== index);
  if (twice) {
    throw new StoreError(
      'undecryptable',
      `Cannot read SECRET_KEY: two keys are named "${twice.id}". Rename the newer one`,
    );
  }
  return keys;
}

const REMEDY = 'Each key is a name, a colon and 32 random bytes in base64, as `openssl rand -base64 32` makes them';

function parseEntry(entry: string, index: number): EncryptionKey {
  const [, id, base64] = ENTRY.exec(entry) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (id !== undefined && bytes.length === KEY_BYTES) return { id, key: createSecretKey(bytes) };
  const named = /^([A-Za-z0-9_-]{1,32}):/.exec(entry)?.[1];
  const which = named === undefined ? `number ${index + 1} has no name` : `the key named "${named}" is not 32 bytes`;
  throw new StoreError('undecryptable', `Cannot read SECRET_KEY: ${which}. ${REMEDY}`);
}

/**
 * Encrypts and decrypts texts. `additionalData` names the row (additional-data.ts): what was encrypted for one row cannot
 * be decrypted in another.
 */
export interface Encryption {
  encrypt(secret: Secret, additionalData: string): string;
  decrypt(envelope: string, additionalData: string): Secret;
  /** Whether it was encrypted with the key that encrypts now. */
  isCurrent(envelope: string): boolean;
}

/** Encryption with these keys; the first encrypts. */
export function createEncryption(keys: readonly EncryptionKey[]): Encryption {
  const [current] = keys;
  if (!current) throw new StoreError('undecryptable', 'Cannot encrypt: there is no key. Set SECRET_KEY');
  const byId = new Map(keys.map((entry) => [entry.id, entry.key]));
  return {
    encrypt: (secret, additionalData) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, current.key, iv).setAAD(Buffer.from(additionalData));
      const ciphertext = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
      return [current.id, ...[iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    decrypt: (envelope, additionalData) => {
      const [id = '', ...parts] = envelope.split('.');
      const key = byId.get(id);
      if (!key) throw missing(id);
      return decrypt(key, parts, additionalData);
    },
    isCurrent: (envelope) => envelope.startsWith(`${current.id}.`),
  };
}

function missing(id: string): StoreError {
  return new StoreError(
    'undecryptable',
    `Cannot decrypt: SECRET_KEY has no key named "${id}". Add it behind the others`,
  );
}

function decrypt(key: KeyObject, parts: readonly string[], additionalData: string): Secret {
  const [iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  try {
    if (!iv || !ciphertext || !tag || parts.length !== 3) throw new Error('An envelope has four parts');
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(additionalData)).setAuthTag(tag);
    return createSecret(Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8'));
  } catch (error) {
    throw new StoreError(
      'undecryptable',
      'Cannot decrypt: the stored text was altered, or belongs to another row',
      error,
    );
  }
}
