// Imports: transactions are stored whole, and each item once.
import { expect, it } from 'vitest';
import type { StoredTransaction } from '../../../src/store/contract/imports.ts';
import { type InDatabase, NOW } from '../test-database.ts';

const transaction: StoredTransaction = { kind: 'EXERCISE', polarUserId: '475', transactionId: 't1' };
const item = (id: string, importedAt = NOW) => ({ id, value: { id, samples: [1, 2] }, importedAt });

export function importContract(inDatabase: InDatabase): void {
  it(
    'stores the items of a transaction, and whether it was committed',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      await imports.put(transaction, [item('1'), item('2', NOW + 1)]);
      await imports.put({ ...transaction, transactionId: 't2' }, []);
      expect(await imports.items('475', 'EXERCISE', 10)).toEqual([item('2', NOW + 1), item('1')]);
      expect(await imports.items('475', 'EXERCISE', 1)).toEqual([item('2', NOW + 1)]);
      const t2 = { ...transaction, transactionId: 't2' };
      expect(await imports.uncommitted('475', 'EXERCISE')).toEqual([transaction, t2]);
      await imports.markCommitted(transaction);
      expect(await imports.uncommitted('475', 'EXERCISE')).toEqual([t2]);
    }),
  );

  it(
    'returns an item of two transactions once, the newer of the two',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      await imports.put(transaction, [item('1', NOW + 5), item('1', NOW + 4)]);
      await imports.put({ ...transaction, transactionId: 't2' }, [item('1', NOW + 3), item('2')]);
      expect(await imports.items('475', 'EXERCISE', 10)).toEqual([item('1', NOW + 5), item('2')]);
    }),
  );

  it(
    'takes a transaction again after a commit whose reply was lost',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      for (let time = 0; time < 2; time++) {
        await imports.put(transaction, [item('1')]);
        await imports.markCommitted(transaction);
      }
      expect(await imports.items('475', 'EXERCISE', 10)).toHaveLength(1);
      expect(await imports.uncommitted('475', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'separates kinds and users',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      await imports.put(transaction, [item('1')]);
      expect(await imports.items('475', 'ACTIVITY', 10)).toEqual([]);
      expect(await imports.items('476', 'EXERCISE', 10)).toEqual([]);
      expect(await imports.uncommitted('476', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'stores all items of a transaction or none',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      const items = Array.from({ length: 150 }, (_, index) => item(String(index)));
      await expect(imports.put(transaction, [...items, item('bad', 0.5)])).rejects.toThrow('imports.put');
      expect(await imports.items('475', 'EXERCISE', 10)).toEqual([]);
      expect(await imports.uncommitted('475', 'EXERCISE')).toEqual([]);
    }),
  );

  it(
    'stores items without a transaction next to the others',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      await imports.put(transaction, [item('1')]);
      await imports.add(transaction, [item('2', NOW - 1), item('1', NOW - 2)]);
      expect(await imports.items('475', 'EXERCISE', 10)).toEqual([item('1'), item('2', NOW - 1)]);
      expect(await imports.uncommitted('475', 'EXERCISE')).toEqual([transaction]);
    }),
  );

  it(
    'lists items without their values, oldest first, and reads items by their ids in that order',
    inDatabase(async ({ open }) => {
      const { imports } = await open();
      await imports.put(transaction, [item('9', NOW + 1), item('2'), item('10')]);
      const listed = await imports.list(transaction);
      expect(listed).toEqual([
        { id: '10', importedAt: NOW },
        { id: '2', importedAt: NOW },
        { id: '9', importedAt: NOW + 1 },
      ]);
      expect(await imports.read(transaction, ['9', 'unknown', '10'])).toEqual([item('10'), item('9', NOW + 1)]);
      expect(await imports.read({ ...transaction, polarUserId: '476' }, ['9'])).toEqual([]);
      expect(await imports.list({ ...transaction, kind: 'ACTIVITY' })).toEqual([]);
    }),
  );
}
