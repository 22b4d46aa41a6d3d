// One run of an import: every transaction is read whole, stored in one durable step, and only then committed.
import {
  commitTransaction,
  listItems,
  openTransaction,
  type Transaction,
  type TransactionKind,
} from '../../accesslink/endpoints/transactions.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Clock } from '../../clock.ts';
import type {
  ImportedItem,
  ImportKind,
  ImportOwner,
  ImportStore,
  StoredTransaction,
} from '../../store/contract/imports.ts';
import type { ImportResult } from '../../domain/context.ts';
import type { ItemTransport } from './item-files.ts';
import { readItem } from './item.ts';
import { mapConcurrently } from './concurrency.ts';

/** What a run works with. */
export interface ImportRun extends ItemTransport {
  readonly owner: ImportOwner;
  readonly store: Pick<ImportStore, 'put' | 'markCommitted' | 'uncommitted'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Whether no other transaction is to be begun; the next run goes on. */
  readonly isSpent?: () => boolean;
}

const KINDS: Readonly<Record<ImportKind, TransactionKind>> = {
  PHYSICAL_INFORMATION: 'physical-information',
  ACTIVITY: 'activity',
  EXERCISE: 'exercise',
};
/** A thousand items, more than a month has: a server that always has another transaction must not be asked for ever. */
const MAX_TRANSACTIONS = 20;
/** A transaction of sessions takes hundreds of requests. */
const MAX_CONCURRENT_ITEMS = 4;

/**
 * Imports until no transaction waits, or the caller has sent enough. Never rejects: what was stored before a failure stays stored, and what was not
 * committed is committed by the next run, or sent again by AccessLink.
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const stored = new Set<string>();
  try {
    await commitStored(run);
    for (let count = 0; count < MAX_TRANSACTIONS && !run.isSpent?.(); count += 1)
      if (!(await importNext(run, stored))) break;
    return { importedCount: stored.size, failure: null };
  } catch (failure) {
    return { importedCount: stored.size, failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }
}

/** Commits what an earlier run stored and did not see committed. A repeated commit changes nothing. */
async function commitStored(run: ImportRun): Promise<void> {
  const { kind, polarUserId } = run.owner;
  for (const transaction of await run.store.uncommitted(polarUserId, kind)) await commit(run, transaction);
}

/** False when no transaction waits. */
async function importNext(run: ImportRun, stored: Set<string>): Promise<boolean> {
  const { kind, polarUserId } = run.owner;
  const transaction = await openTransaction(run, { kind: KINDS[kind], polarUserId });
  const ids = transaction && (await listItems(run, transaction));
  if (!transaction || !ids || ids.length === 0) return false;
  const items = await readAll(run, transaction, ids);
  if (items === null) return true;
  const storedTransaction = { ...run.owner, transactionId: transaction.id };
  await run.store.put(storedTransaction, items);
  for (const { id } of items) stored.add(id);
  await commit(run, storedTransaction);
  return true;
}

/**
 * All items whole, or null when another process has committed them meanwhile: what was read after that may be half. An
 * item that AccessLink lists and does not send stops the run, since a commit would delete it.
 */
async function readAll(
  run: ImportRun,
  transaction: Transaction,
  ids: readonly string[],
): Promise<ImportedItem[] | null> {
  const startedAt = run.clock.now();
  const values = await mapConcurrently(ids, MAX_CONCURRENT_ITEMS, (id) => readItem(run, transaction, id));
  const stillListed = new Set(await listItems(run, transaction));
  if (!ids.every((id) => stillListed.has(id))) return null;
  if (values.includes(null)) {
    throw new AccessLinkError('invalid', `Cannot import ${transaction.kind}: AccessLink lists what it does not have`);
  }
  // Instants ascend in the order in which AccessLink lists the items.
  return ids.map((id, index) => ({ id, value: values[index], importedAt: startedAt + index }));
}

async function commit(run: ImportRun, stored: StoredTransaction): Promise<void> {
  const { kind, polarUserId, transactionId } = stored;
  await commitTransaction(run, { kind: KINDS[kind], polarUserId, id: transactionId });
  await run.store.markCommitted(stored);
}
