// Tokens and keys, as they are in the database.
import { expect, it } from 'vitest';
import { createSecret } from '../../../src/secret.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { type InDatabase, keys } from '../test-database.ts';
import { user, webhook } from '../samples.ts';

export function secretContract(inDatabase: InDatabase): void {
  it(
    'leaves no token and no key in plain text, and makes the same text another each time',
    inDatabase(async ({ open, contents }) => {
      const { users, webhooks } = await open();
      for (const id of ['1', '2']) await users.connect(user(id, 'canary-token'));
      await webhooks.put(webhook({ key: createSecret('canary-key') }));
      const bytes = await contents();
      expect(bytes.includes(webhook().url)).toBe(true);
      for (const canary of ['canary-token', 'canary-key', 'member-1']) {
        expect(bytes.includes(canary)).toBe(false);
        expect(bytes.includes(Buffer.from(canary).toString('base64url'))).toBe(false);
      }
      const encrypted = bytes.toString('latin1').match(new RegExp(`${keys[0]?.id}\\.[\\w-]+\\.[\\w-]+`, 'g')) ?? [];
      expect(new Set(encrypted).size).toBeGreaterThanOrEqual(3);
    }),
  );

  it(
    "rejects a token that was copied into another user's row",
    inDatabase(async ({ open, run }) => {
      const { users } = await open();
      await users.connect(user('1'));
      await users.connect(user('2'));
      await run(`update users set token_encrypted = (select token_encrypted from users where polar_user_id = '1')
        where polar_user_id = '2'`);
      await expect(users.find('2')).rejects.toMatchObject({ name: 'StoreError', code: 'undecryptable' });
      expect((await users.find('1'))?.token.reveal()).toBe('token-of-1');
    }),
  );

  it(
    'decrypts with an older key, rotates to the first key, and then needs the older one no more',
    inDatabase(async ({ open }) => {
      const [older, newer] = [generateEncryptionKey(), generateEncryptionKey()];
      const before = await open({ keys: parseEncryptionKeys(older) });
      for (const id of ['1', '2', '3']) await before.users.connect(user(id));
      await before.webhooks.put(webhook());

      const during = await open({ keys: parseEncryptionKeys(`${newer},${older}`) });
      expect((await during.users.find('1'))?.token.reveal()).toBe('token-of-1');
      await during.users.connect(user('3', 'connected with the newer key'));
      // Two tokens, the key of the webhook, and the keys of three people.
      expect(await during.encryption.rotateKeys()).toEqual({ rotated: 6, undecryptable: 0 });
      expect(await during.encryption.rotateKeys()).toEqual({ rotated: 0, undecryptable: 0 });

      const after = await open({ keys: parseEncryptionKeys(newer) });
      const users = await Promise.all(['1', '2', '3'].map((id) => after.users.find(id)));
      expect(users.map((found) => found?.token.reveal())).toEqual([
        'token-of-1',
        'token-of-2',
        'connected with the newer key',
      ]);
      expect((await after.webhooks.find())?.key?.reveal()).toBe('webhook-key');
      await expect(before.users.find('1')).rejects.toMatchObject({ code: 'undecryptable' });
    }),
  );

  it(
    'names the key that is missing',
    inDatabase(async ({ open }) => {
      const first = await open();
      await first.users.connect(user('1'));
      const second = await open({ keys: parseEncryptionKeys(generateEncryptionKey()) });
      await expect(second.users.find('1')).rejects.toThrow(`no key named "${keys[0]?.id}"`);
    }),
  );

  it(
    'encrypts what it can with the newest key when some cannot be decrypted, and counts those',
    inDatabase(async ({ open }) => {
      const [lost, older, newer] = [generateEncryptionKey(), generateEncryptionKey(), generateEncryptionKey()];
      await (await open({ keys: parseEncryptionKeys(lost) })).users.connect(user('1'));
      await (await open({ keys: parseEncryptionKeys(older) })).users.connect(user('2'));
      const { encryption } = await open({ keys: parseEncryptionKeys(`${newer},${older}`) });
      expect(await encryption.rotateKeys()).toEqual({ rotated: 2, undecryptable: 2 });
      const { users } = await open({ keys: parseEncryptionKeys(newer) });
      expect(await users.find('2')).toMatchObject({ memberId: 'member-2' });
      expect(await users.list('connected')).toMatchObject([{ memberId: null }, { memberId: 'member-2' }]);
      await users.connect(user('1'));
      expect((await users.find('1'))?.token.reveal()).toBe('token-of-1');
    }),
  );
}
