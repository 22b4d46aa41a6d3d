// What the writer keeps and the test looks for.
import type { CollectedItem, StoredTransaction } from '../../src/store/arrivals.ts';

export const ITEMS = 5;

export function transactionOf(transactionId: string): StoredTransaction {
  return { kind: 'EXERCISE', polarUserId: '475', transactionId };
}

/** Items that fill several pages. */
export function itemsOf(transactionId: string): CollectedItem[] {
  return Array.from({ length: ITEMS }, (_, index) => ({
    id: `${transactionId}-${index}`,
    value: { transactionId, padding: 'x'.repeat(2000) },
    collectedAt: index,
  }));
}
