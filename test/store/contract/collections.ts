// Transactions of AccessLink: kept whole, each item once.
import { expect, it } from 'vitest';
import type { StoredTransaction } from '../../../src/store/contract/deliveries.ts';
import { type InPlace, NOW } from '../place.ts';

const transaction: StoredTransaction = { kind: 'EXERCISE', polarUserId: '475', transactionId: 't1' };
const item = (id: string, importedAt = NOW) => ({ id, value: { id, samples: [1, 2] }, importedAt });

export function collectionContract(inPlace: InPlace): void {
  it(
    'keeps the items of a transaction and knows whether it was committed',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      await collections.put(transaction, [item('1'), item('2', NOW + 1)]);
      await collections.put({ ...transaction, transactionId: 't2' }, []);
      expect(await collections.items('475', 'EXERCISE', 10)).toEqual([item('2', NOW + 1), item('1')]);
      expect(await collections.items('475', 'EXERCISE', 1)).toEqual([item('2', NOW + 1)]);
      const t2 = { ...transaction, transactionId: 't2' };
      expect(await collections.uncommitted('475', 'EXERCISE')).toEqual([transaction, t2]);
      await collections.markCommitted(transaction);
      expect(await collections.uncommitted('475', 'EXERCISE')).toEqual([t2]);
    }),
  );

  it(
    'shows an item of two transactions once, the newer of the two',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      await collections.put(transaction, [item('1', NOW + 5), item('1', NOW + 4)]);
      await collections.put({ ...transaction, transactionId: 't2' }, [item('1', NOW + 3), item('2')]);
      expect(await collections.items('475', 'EXERCISE', 10)).toEqual([item('1', NOW + 5), item('2')]);
    }),
  );

  it(
    'can be repeated after a commit whose answer was lost',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      for (let time = 0; time < 2; time++) {
        await collections.put(transaction, [item('1')]);
        await collections.markCommitted(transaction);
      }
      expect(await collections.items('475', 'EXERCISE', 10)).toHaveLength(1);
      expect(await collections.uncommitted('475', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'keeps kinds and users apart',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      await collections.put(transaction, [item('1')]);
      expect(await collections.items('475', 'ACTIVITY', 10)).toEqual([]);
      expect(await collections.items('476', 'EXERCISE', 10)).toEqual([]);
      expect(await collections.uncommitted('476', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'keeps all items or none',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      const items = Array.from({ length: 150 }, (_, index) => item(String(index)));
      await expect(collections.put(transaction, [...items, item('bad', 0.5)])).rejects.toThrow('imports.put');
      expect(await collections.items('475', 'EXERCISE', 10)).toEqual([]);
      expect(await collections.uncommitted('475', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'keeps items that came without a transaction beside the others',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      await collections.put(transaction, [item('1')]);
      await collections.add(transaction, [item('2', NOW - 1), item('1', NOW - 2)]);
      expect(await collections.items('475', 'EXERCISE', 10)).toEqual([item('1'), item('2', NOW - 1)]);
      expect(await collections.uncommitted('475', 'EXERCISE')).toEqual([transaction]);
    }),
  );

  it(
    'lists items without their values, oldest first, and reads those that are wanted in that order',
    inPlace(async ({ open }) => {
      const { imports: collections } = await open();
      await collections.put(transaction, [item('9', NOW + 1), item('2'), item('10')]);
      const listed = await collections.list(transaction);
      expect(listed).toEqual([
        { id: '10', importedAt: NOW },
        { id: '2', importedAt: NOW },
        { id: '9', importedAt: NOW + 1 },
      ]);
      expect(await collections.read(transaction, ['9', 'unknown', '10'])).toEqual([item('10'), item('9', NOW + 1)]);
      expect(await collections.read({ ...transaction, polarUserId: '476' }, ['9'])).toEqual([]);
      expect(await collections.list({ ...transaction, kind: 'ACTIVITY' })).toEqual([]);
    }),
  );
}
