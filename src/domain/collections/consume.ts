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
  CollectedItem,
  CollectionKind,
  CollectionOwner,
  CollectionStore,
  StoredTransaction,
} from '../../store/arrivals.ts';
import type { Collected } from '../context.ts';
import type { Reading } from './read-files.ts';
import { readItem } from './read-item.ts';
import { sideBySide } from './side-by-side.ts';

/** What a run works with. */
export interface Work extends Reading {
  readonly owner: CollectionOwner;
  readonly store: Pick<CollectionStore, 'keep' | 'markCommitted' | 'uncommitted'>;
  readonly now: () => number;
}

const KINDS: Readonly<Record<CollectionKind, TransactionKind>> = {
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
export async function consume(work: Work): Promise<Collected> {
  const kept = new Set<string>();
  try {
    await settleLeftovers(work);
    for (let count = 0; count < MOST_TRANSACTIONS; count += 1) if (!(await consumeNext(work, kept))) break;
    return { collected: kept.size, failure: null };
  } catch (failure) {
    return { collected: kept.size, failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }
}

/** What was kept by an earlier run whose commit had no known outcome: AccessLink takes it for done when it was. */
async function settleLeftovers(work: Work): Promise<void> {
  const { kind, polarUserId } = work.owner;
  for (const left of await work.store.uncommitted(polarUserId, kind)) await commit(work, left);
}

/** False when nothing waits. */
async function consumeNext(work: Work, kept: Set<string>): Promise<boolean> {
  const { kind, polarUserId } = work.owner;
  const transaction = await openTransaction(work, { kind: KINDS[kind], polarUserId });
  const ids = transaction && (await listItems(work, transaction));
  if (!transaction || !ids || ids.length === 0) return false;
  const items = await readAll(work, transaction, ids);
  if (items === null) return true;
  const stored = { ...work.owner, transactionId: transaction.id };
  await work.store.keep(stored, items);
  for (const { id } of items) kept.add(id);
  await commit(work, stored);
  return true;
}

/**
 * All items whole, or null when somebody else has committed them meanwhile: what was read after that may be half. An
 * item that AccessLink lists and does not hand over stops everything, since a commit would delete it.
 */
async function readAll(work: Work, transaction: Transaction, ids: readonly string[]): Promise<CollectedItem[] | null> {
  const startedAt = work.now();
  const values = await sideBySide(ids, ITEMS_AT_ONCE, (id) => readItem(work, transaction, id));
  const still = new Set(await listItems(work, transaction));
  if (!ids.every((id) => still.has(id))) return null;
  if (values.includes(null)) {
    throw new AccessLinkError('invalid', `Cannot collect ${transaction.kind}: AccessLink lists what it does not have`);
  }
  // Instants ascend in the order in which items were handed over.
  return ids.map((id, index) => ({ id, value: values[index], collectedAt: startedAt + index }));
}

async function commit(work: Work, stored: StoredTransaction): Promise<void> {
  const { kind, polarUserId, transactionId } = stored;
  await commitTransaction(work, { kind: KINDS[kind], polarUserId, id: transactionId });
  await work.store.markCommitted(stored);
}
