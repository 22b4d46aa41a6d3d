// The items of transactions, which AccessLink sends once: all are stored before the transaction is committed there.
import type { Kysely, Transaction } from 'kysely';
import type { ImportedItem, ImportKind, ImportOwner, ImportStore, StoredTransaction } from '../contract/imports.ts';
import { chunksOf } from './chunks.ts';
import type { Engine } from '../engines/engine.ts';
import { lockUserShared, wasErased } from './erasure-marks.ts';
import { StoreError } from '../contract/errors.ts';
import type { Instant } from '../contract/instant.ts';
import { toJson } from './json.ts';
import type { Tables } from './schema.ts';

const ROWS_AT_ONCE = 100;
const IDS_AT_ONCE = 500;

/** Imports in the tables of an engine. */
export function createImportStore(engine: Engine, now: () => Instant): ImportStore {
  const { db } = engine;
  return {
    put: (transaction, items) =>
      db.transaction().execute(async (trx) => {
        await rejectErased(engine, trx, { polarUserId: transaction.polarUserId, now: now() });
        await upsertTransaction(trx, transaction, now());
        for (const rows of chunksOf(rowsOf(transaction, items), ROWS_AT_ONCE)) await upsert(trx, rows);
      }),
    add: (owner, items) =>
      db.transaction().execute(async (trx) => {
        await rejectErased(engine, trx, { polarUserId: owner.polarUserId, now: now() });
        for (const rows of chunksOf(rowsOf(owner, items), ROWS_AT_ONCE)) await upsert(trx, rows);
      }),
    markCommitted: (transaction) => markCommitted(db, transaction, now()),
    uncommitted: (polarUserId, kind) => readUncommitted(db, polarUserId, kind),
    items: async (polarUserId, kind, limit) => {
      const rows = await rowsIn(db, { polarUserId, kind })
        .select('value')
        .orderBy('imported_at', 'desc')
        .orderBy('item_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(itemFrom);
    },
    list: async (owner) => {
      const rows = await rowsIn(db, owner).orderBy('imported_at').orderBy('item_id').execute();
      return rows.map((row) => ({ id: row.item_id, importedAt: row.imported_at }));
    },
    read: async (owner, ids) => {
      const found: ImportedItem[] = [];
      for (const some of chunksOf(ids, IDS_AT_ONCE)) {
        const rows = await rowsIn(db, owner).select('value').where('item_id', 'in', some).execute();
        found.push(...rows.map(itemFrom));
      }
      return found.sort(inOrder);
    },
  };
}

function rowsIn(db: Kysely<Tables>, { polarUserId, kind }: ImportOwner) {
  return db
    .selectFrom('imported_items')
    .select(['item_id', 'imported_at'])
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind);
}

function itemFrom(row: Pick<Row, 'item_id' | 'value' | 'imported_at'>): ImportedItem {
  return { id: row.item_id, value: JSON.parse(row.value), importedAt: row.imported_at };
}

function inOrder(a: ImportedItem, b: ImportedItem): number {
  if (a.importedAt !== b.importedAt) return a.importedAt - b.importedAt;
  return a.id < b.id ? -1 : 1;
}

async function markCommitted(
  db: Kysely<Tables>,
  { kind, polarUserId, transactionId }: StoredTransaction,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('transactions')
    .set({ committed_at: now })
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind)
    .where('transaction_id', '=', transactionId)
    .where('committed_at', 'is', null)
    .execute();
}

async function rejectErased(
  engine: Engine,
  trx: Transaction<Tables>,
  { polarUserId, now }: { readonly polarUserId: string; readonly now: Instant },
): Promise<void> {
  await lockUserShared(engine, trx, polarUserId);
  if (await wasErased(trx, { polarUserId }, now)) {
    throw new StoreError('invalid', 'Cannot store imported items: their user was erased a moment ago');
  }
}

async function readUncommitted(
  db: Kysely<Tables>,
  polarUserId: string,
  kind: ImportKind,
): Promise<StoredTransaction[]> {
  const rows = await db
    .selectFrom('transactions')
    .select('transaction_id')
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind)
    .where('committed_at', 'is', null)
    .orderBy('stored_at')
    .orderBy('transaction_id')
    .execute();
  return rows.map(({ transaction_id }) => ({ kind, polarUserId, transactionId: transaction_id }));
}

async function upsertTransaction(
  trx: Transaction<Tables>,
  transaction: StoredTransaction,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('transactions')
    .values({
      kind: transaction.kind,
      polar_user_id: transaction.polarUserId,
      transaction_id: transaction.transactionId,
      stored_at: now,
      committed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['polar_user_id', 'kind', 'transaction_id']).doNothing())
    .execute();
}

type Row = Tables['imported_items'];

/** The newest of each item once, in the order of ids. */
function rowsOf({ kind, polarUserId }: ImportOwner, items: readonly ImportedItem[]): Row[] {
  const newest = new Map<string, Row>();
  for (const { id, value, importedAt } of items) {
    if ((newest.get(id)?.imported_at ?? -Infinity) > importedAt) continue;
    newest.set(id, {
      kind,
      polar_user_id: polarUserId,
      item_id: id,
      value: toJson(value),
      imported_at: importedAt,
    });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

async function upsert(trx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  await trx
    .insertInto('imported_items')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['polar_user_id', 'kind', 'item_id'])
        .doUpdateSet((row) => ({ value: row.ref('excluded.value'), imported_at: row.ref('excluded.imported_at') }))
        .whereRef('excluded.imported_at', '>=', 'imported_items.imported_at'),
    )
    .execute();
}
