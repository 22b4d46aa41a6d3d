// What is stored of people is encrypted under a key of their own.
import { expect, it } from 'vitest';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { record } from '../samples.ts';
import { type InDatabase, NOW } from '../test-database.ts';

const CANARY = 'canary-of-a-heart-rate';
const owner = { partition: 'p', polarUserId: '475' };
const items = { kind: 'ACTIVITY', polarUserId: '475' } as const;

export function encryptionContract(inDatabase: InDatabase): void {
  it(
    'is in no byte of the database, its log included, and is read as it was written',
    inDatabase(async ({ open, contents }) => {
      const store = await open();
      const value = [{ canary: CANARY, numbers: Array.from({ length: 500 }, (_, index) => index) }];
      await store.records.write(owner, [record({ value })]);
      await store.imports.add(items, [{ id: 'i', value, importedAt: NOW }]);
      expect((await contents()).includes(CANARY)).toBe(false);
      expect(await store.records.read('p', 'sleep', ['2026-11-20'])).toEqual([record({ value })]);
      expect(await store.imports.read(items, ['i'])).toEqual([{ id: 'i', value, importedAt: NOW }]);
      expect(await store.imports.items('475', 'ACTIVITY', 5)).toEqual([{ id: 'i', value, importedAt: NOW }]);
    }),
  );

  it(
    'is not read where another row, or the row of another person, has it',
    inDatabase(async ({ open, run }) => {
      const store = await open();
      const keys = ['a', 'b'];
      await store.records.write(
        owner,
        keys.map((key) => record({ key, value: [key] })),
      );
      await store.records.write({ partition: 'q', polarUserId: '476' }, [record({ key: 'a', value: ['q'] })]);
      await run(
        `update records set value_encrypted = (select value_encrypted from records as r
          join partitions on partitions.id = r.partition_id where partition = 'p' and r.record_key = 'a')`,
      );
      expect((await store.records.read('p', 'sleep', keys)).map(({ value }) => value)).toEqual([['a']]);
      expect(await store.records.read('q', 'sleep', keys)).toEqual([]);
    }),
  );

  it(
    'cannot be read any more once the key of the person is erased, and others can',
    inDatabase(async ({ open, runOnKeys }) => {
      const store = await open();
      await store.records.write(owner, [record({ value: [CANARY] })]);
      await store.records.write({ partition: 'q', polarUserId: '476' }, [record()]);
      await runOnKeys("delete from person_keys where polar_user_id = '475'");
      expect(await store.records.read('p', 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await store.records.read('q', 'sleep', ['2026-11-20'])).toEqual([record()]);
    }),
  );

  it(
    'stays readable when the keys are rotated: they are encrypted again, and what they encrypt is not',
    inDatabase(async ({ open }) => {
      const [older, newer] = [generateEncryptionKey(), generateEncryptionKey()];
      const before = await open({ keys: parseEncryptionKeys(older) });
      await before.records.write(owner, [record()]);
      const during = await open({ keys: parseEncryptionKeys(`${newer},${older}`) });
      expect(await during.encryption.rotateKeys()).toEqual({ rotated: 1, undecryptable: 0 });
      const after = await open({ keys: parseEncryptionKeys(newer) });
      expect(await after.records.read('p', 'sleep', ['2026-11-20'])).toEqual([record()]);
    }),
  );

  it(
    'that was stored in plain is read, and encrypted when the store is told to, once',
    inDatabase(async ({ open, run, contents }) => {
      const store = await open();
      const keys = Array.from({ length: 120 }, (_, index) => `k${index}`);
      await store.records.write(
        owner,
        keys.map((key) => record({ key, value: [] })),
      );
      await store.imports.add(items, [{ id: 'i', value: 1, importedAt: NOW }]);
      await run(`update records set value = '["${CANARY}"]', value_encrypted = null`);
      await run(`update imported_items set value = '["${CANARY}"]', value_encrypted = null`);
      const read = async () => (await store.records.read('p', 'sleep', keys)).map(({ value }) => value);
      expect(await read()).toEqual(keys.map(() => [CANARY]));
      expect(await store.encryption.encryptPlain()).toBeGreaterThan(0);
      await store.erasure.purge();
      expect((await contents()).includes(CANARY)).toBe(false);
      expect([await read(), (await store.imports.read(items, ['i'])).map(({ value }) => value)]).toEqual([
        keys.map(() => [CANARY]),
        [[CANARY]],
      ]);
      expect(await store.encryption.encryptPlain()).toBe(0);
    }),
  );
}
