// One run of collecting: every transaction is read whole, kept in one durable step, and only then committed.
import {
  commitTransaction,
  listItems,
  openTransaction,
  type Transaction,
  type TransactionKind,
} from '../../accesslink/endpoints/transactions.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type {
  ImportedItem,
  ImportKind,
  ImportOwner,
  ImportStore,
  StoredTransaction,
} from '../../store/contract/deliveries.ts';
import type { ImportResult } from '../../domain/context.ts';
import type { ItemTransport } from './item-files.ts';
import { readItem } from './item.ts';
import { mapConcurrently } from './concurrency.ts';

/** What a run works with. */
export interface ImportRun extends ItemTransport {
  readonly owner: ImportOwner;
  readonly store: Pick<ImportStore, 'put' | 'markCommitted' | 'uncommitted'>;
  readonly now: () => number;
}

const KINDS: Readonly<Record<ImportKind, TransactionKind>> = {
  PHYSICAL_INFORMATION: 'physical-information',
  ACTIVITY: 'activity',
  EXERCISE: 'exercise',
};
/** A thousand items: more than a month holds. Without it, a server that never runs dry would be asked for ever. */
const MOST_TRANSACTIONS = 20;
/** A transaction of sessions is hundreds of requests: some at a time. */
const ITEMS_AT_ONCE = 4;

/**
 * Collects until nothing waits. Never rejects: what was kept before a failure stays kept, and what was not committed is
 * committed by the next run, or handed over again.
 */
export async function runImport(work: ImportRun): Promise<ImportResult> {
  const kept = new Set<string>();
  try {
    await settleLeftovers(work);
    for (let count = 0; count < MOST_TRANSACTIONS; count += 1) if (!(await consumeNext(work, kept))) break;
    return { importedCount: kept.size, failure: null };
  } catch (failure) {
    return { importedCount: kept.size, failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }
}

/** What was kept by an earlier run whose commit had no known outcome: AccessLink takes it for done when it was. */
async function settleLeftovers(work: ImportRun): Promise<void> {
  const { kind, polarUserId } = work.owner;
  for (const left of await work.store.uncommitted(polarUserId, kind)) await commit(work, left);
}

/** False when nothing waits. */
async function consumeNext(work: ImportRun, kept: Set<string>): Promise<boolean> {
  const { kind, polarUserId } = work.owner;
  const transaction = await openTransaction(work, { kind: KINDS[kind], polarUserId });
  const ids = transaction && (await listItems(work, transaction));
  if (!transaction || !ids || ids.length === 0) return false;
  const items = await readAll(work, transaction, ids);
  if (items === null) return true;
  const stored = { ...work.owner, transactionId: transaction.id };
  await work.store.put(stored, items);
  for (const { id } of items) kept.add(id);
  await commit(work, stored);
  return true;
}

/**
 * All items whole, or null when somebody else has committed them meanwhile: what was read after that may be half. An
 * item that AccessLink lists and does not hand over stops everything, since a commit would delete it.
 */
async function readAll(
  work: ImportRun,
  transaction: Transaction,
  ids: readonly string[],
): Promise<ImportedItem[] | null> {
  const startedAt = work.now();
  const values = await mapConcurrently(ids, ITEMS_AT_ONCE, (id) => readItem(work, transaction, id));
  const still = new Set(await listItems(work, transaction));
  if (!ids.every((id) => still.has(id))) return null;
  if (values.includes(null)) {
    throw new AccessLinkError('invalid', `Cannot collect ${transaction.kind}: AccessLink lists what it does not have`);
  }
  // Instants ascend in the order in which items were handed over.
  return ids.map((id, index) => ({ id, value: values[index], importedAt: startedAt + index }));
}

async function commit(work: ImportRun, stored: StoredTransaction): Promise<void> {
  const { kind, polarUserId, transactionId } = stored;
  await commitTransaction(work, { kind: KINDS[kind], polarUserId, id: transactionId });
  await work.store.markCommitted(stored);
}
