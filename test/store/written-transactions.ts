// The transactions, deliveries and records that the writing process stores and the test looks for.
import { randomBytes } from 'node:crypto';
import type { NewDelivery } from '../../src/store/contract/inbox.ts';
import type { StoredRecord } from '../../src/store/contract/records.ts';
import type { ImportedItem, StoredTransaction } from '../../src/store/contract/imports.ts';

export const ITEMS = 5;

export function transactionOf(transactionId: string): StoredTransaction {
  return { kind: 'EXERCISE', polarUserId: '475', transactionId };
}

/** Items that fill several pages. */
export function itemsOf(transactionId: string): ImportedItem[] {
  return Array.from({ length: ITEMS }, (_, index) => ({
    id: `${transactionId}-${index}`,
    value: { transactionId, padding: randomBytes(1_500).toString('base64') },
    importedAt: index,
  }));
}

export function deliveryOf(transactionId: string): NewDelivery {
  return { key: transactionId, polarUserId: '475', body: transactionId, receivedAt: 0 };
}

/** One of ten days again and again. */
export function recordOf(transactionId: string): StoredRecord {
  const key = `day ${transactionId.at(-1)}`;
  return { resource: 'sleep', key, flags: [], value: [transactionId], fetchedAt: 0, freshUntil: 1 };
}
