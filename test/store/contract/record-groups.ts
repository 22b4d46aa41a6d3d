// Records that several operations write at once: one transaction, in which none harms another.
import { expect, it } from 'vitest';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { record } from '../samples.ts';
import type { InDatabase } from '../test-database.ts';

const ownerOf = (polarUserId: string) => ({ partition: `p${polarUserId}`, polarUserId });

export function recordGroupContract(inDatabase: InDatabase): void {
  it(
    'that is not accepted spoils none that is written with it',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const written = await Promise.allSettled([
        records.write(ownerOf('1'), [record()]),
        records.write(ownerOf('2'), [record({ fetchedAt: 0.5 })]),
        records.write(ownerOf('3'), [record(), record({ resource: 'recharge', flags: ['samples'] })]),
      ]);
      expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await records.read('p1', 'sleep', ['2026-11-20'])).toEqual([record()]);
      expect(await records.read('p2', 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await records.read('p3', 'recharge', ['2026-11-20'])).toEqual([
        record({ resource: 'recharge', flags: ['samples'] }),
      ]);
    }),
  );

  it(
    'of somebody whose key cannot be opened is rejected, and that of others is not',
    inDatabase(async ({ open }) => {
      await (await open({ keys: parseEncryptionKeys(generateEncryptionKey()) })).records.write(ownerOf('1'), [
        record(),
      ]);
      const { records } = await open();
      const written = Promise.allSettled(['1', '2'].map((id) => records.write(ownerOf(id), [record()])));
      expect(await written).toMatchObject([
        { status: 'rejected', reason: { code: 'undecryptable' } },
        { status: 'fulfilled' },
      ]);
      expect(await records.read('p2', 'sleep', ['2026-11-20'])).toEqual([record()]);
    }),
  );

  it(
    'of somebody who was erased a moment ago is left out, and that of others is not',
    inDatabase(async ({ open }) => {
      const { records, erasure } = await open();
      await records.write(ownerOf('1'), [record()]);
      await erasure.user('1');
      await Promise.all(['1', '2'].map((id) => records.write(ownerOf(id), [record()])));
      expect(await records.read('p1', 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await records.ownerOf('p1')).toBeNull();
      expect(await records.read('p2', 'sleep', ['2026-11-20'])).toEqual([record()]);
    }),
  );

  it(
    'of the same record are the newest one, in whichever order they come',
    inDatabase(async ({ open }) => {
      const { records } = await open();
      const at = (fetchedAt: number) => record({ fetchedAt, value: [fetchedAt] });
      await Promise.all([3, 9, 5].map((fetchedAt) => records.write(ownerOf('1'), [at(fetchedAt)])));
      expect(await records.read('p1', 'sleep', ['2026-11-20'])).toEqual([at(9)]);
    }),
  );
}
