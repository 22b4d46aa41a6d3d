// Encryption and its keys: what they accept, and what their errors say.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../../src/secret.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { createEncryption, generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';

const base64 = Buffer.alloc(32, 7).toString('base64');
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Each character of base64url and one that differs in its highest bit: the lowest may mean nothing. */
const BIT: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  ALPHABET.split('').map((character, index) => [character, ALPHABET[index ^ 32]]),
);
const encryption = createEncryption(parseEncryptionKeys(generateEncryptionKey()));

describe('encryption', () => {
  it('returns any text for the row that owns it and for no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, owner, other) => {
        const envelope = encryption.encrypt(createSecret(text), owner);
        expect(encryption.decrypt(envelope, owner).reveal()).toBe(text);
        fc.pre(owner !== other);
        expect(() => encryption.decrypt(envelope, other)).toThrow('another row');
      }),
    );
  });

  it('writes the key id, an IV of 96 bits, the ciphertext and a tag of 128 bits, another each time', () => {
    const parts = encryption.encrypt(createSecret('token'), 'user:1').split('.');
    expect(parts.slice(1).map((part) => Buffer.from(part, 'base64url').length)).toEqual([12, 5, 16]);
    expect(parts.join('.')).toMatch(/^k[0-9a-f]{8}(\.[\w-]+){3}$/);
    expect(encryption.encrypt(createSecret('token'), 'user:1')).not.toBe(parts.join('.'));
  });

  it('rejects an envelope of which any character was changed, cut or added', () => {
    const envelope = encryption.encrypt(createSecret('a token that is worth stealing'), 'user:1');
    for (let index = 0; index < envelope.length; index++) {
      const forged = envelope.slice(0, index) + (BIT[envelope[index] ?? ''] ?? 'A') + envelope.slice(index + 1);
      expect(() => encryption.decrypt(forged, 'user:1')).toThrow('Cannot decrypt');
      expect(() => encryption.decrypt(envelope.slice(0, index), 'user:1')).toThrow('Cannot decrypt');
    }
    const [id, iv, ciphertext, tag = ''] = envelope.split('.');
    const shortTag = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => encryption.decrypt([id, iv, ciphertext, shortTag].join('.'), 'user:1')).toThrow('Cannot decrypt');
    expect(() => encryption.decrypt(`${envelope}.AAAA`, 'user:1')).toThrow('Cannot decrypt');
    expect(() => encryption.decrypt('', 'user:1')).toThrow('no key named ""');
  });

  it('needs a key', () => {
    expect(() => createEncryption([])).toThrow('Set SECRET_KEY');
  });
});

describe('SECRET_KEY', () => {
  it('is a list of named keys', () => {
    const keys = parseEncryptionKeys(` new:${base64} , old:${Buffer.alloc(32, 8).toString('base64url')},`);
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys)).not.toContain(base64.slice(0, 8));
  });

  it.each([
    ['', 'it holds no key'],
    [base64, 'number 1 has no name'],
    [`a:${base64},canary`, 'number 2 has no name'],
    [`a:${base64.slice(4)}`, 'the key named "a" is not 32 bytes'],
    ['a:canary', 'the key named "a" is not 32 bytes'],
    [`a:${base64}${base64}`, 'the key named "a" is not 32 bytes'],
    [`a:${base64},a:${base64}`, 'two keys are named "a"'],
    [`bad name:${base64}`, 'number 1 has no name'],
  ])('of %j is rejected: %s', (text, reason) => {
    const parse = () => parseEncryptionKeys(text);
    expect(parse).toThrow(reason);
    expect(parse).toThrow(expect.objectContaining({ name: 'StoreError', code: 'undecryptable' }));
    expect(parse).not.toThrow(/canary|BwcH/);
  });
});

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is created once, for its user alone, and read from then on', () => {
    const dataDir = join(folder, 'data');
    const envelope = createEncryption(readOrCreateKeyFile(dataDir)).encrypt(createSecret('token'), 'user:1');
    expect(createEncryption(readOrCreateKeyFile(dataDir)).decrypt(envelope, 'user:1').reveal()).toBe('token');
    expect(readdirSync(dataDir)).toEqual(['secret.key']);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('that was altered is neither replaced nor shown', () => {
    const path = join(folder, 'secret.key');
    writeFileSync(path, 'k1:canary');
    chmodSync(path, 0o600);
    expect(() => readOrCreateKeyFile(folder)).toThrow('Restore it from a copy');
    expect(() => readOrCreateKeyFile(folder)).not.toThrow('canary');
  });

  it('that cannot be written is an error that names the folder', () => {
    expect(() => readOrCreateKeyFile(join(folder, 'secret.key'))).toThrow('a part of the path is no folder');
  });
});
