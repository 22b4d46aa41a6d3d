// The transactions that the writing process stores and the test looks for.
import type { ImportedItem, StoredTransaction } from '../../src/store/contract/imports.ts';

export const ITEMS = 5;

export function transactionOf(transactionId: string): StoredTransaction {
  return { kind: 'EXERCISE', polarUserId: '475', transactionId };
}

/** Items that fill several pages. */
export function itemsOf(transactionId: string): ImportedItem[] {
  return Array.from({ length: ITEMS }, (_, index) => ({
    id: `${transactionId}-${index}`,
    value: { transactionId, padding: 'x'.repeat(2000) },
    importedAt: index,
  }));
}
