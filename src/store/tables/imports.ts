// The items of transactions, which AccessLink sends once: all are stored before the transaction is committed there.
import type { Kysely, Transaction } from 'kysely';
import type { ImportedItem, ImportOwner, ImportStore } from '../contract/imports.ts';
import { itemAdditionalData } from '../crypto/additional-data.ts';
import { encryptJson } from '../crypto/packed-value.ts';
import { decryptJson, type ValueKey } from '../crypto/value-cipher.ts';
import { chunksOf } from './chunks.ts';
import type { Engine } from '../engines/engine.ts';
import { lockUserShared, wasErased } from './erasure-marks.ts';
import { StoreError } from '../contract/errors.ts';
import type { Instant } from '../contract/instant.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';
import { markCommitted, readUncommitted, upsertTransaction } from './transactions.ts';

const ROWS_AT_ONCE = 100;
const IDS_AT_ONCE = 500;

/** Imports in the tables of an engine. */
export function createImportStore(engine: Engine, keys: PersonKeys, now: () => Instant): ImportStore {
  const { db } = engine;
  return {
    put: (transaction, items) =>
      db.transaction().execute(async (trx) => {
        await rejectErased(engine, trx, { polarUserId: transaction.polarUserId, now: now() });
        const key = await keys.forWriting(trx, transaction.polarUserId);
        await upsertTransaction(trx, transaction, now());
        await upsertItems(trx, { ...transaction, items }, key);
      }),
    add: (owner, items) =>
      db.transaction().execute(async (trx) => {
        await rejectErased(engine, trx, { polarUserId: owner.polarUserId, now: now() });
        await upsertItems(trx, { ...owner, items }, await keys.forWriting(trx, owner.polarUserId));
      }),
    markCommitted: (transaction) => markCommitted(db, transaction, now()),
    uncommitted: async (polarUserId, kind) => {
      // To commit transactions whose items cannot be read would delete the last copy.
      return (await unreadableIn(db, { polarUserId, kind }, keys)) ? [] : readUncommitted(db, polarUserId, kind);
    },
    items: async (polarUserId, kind, limit) => {
      const rows = await valuesIn(db, { polarUserId, kind })
        .orderBy('imported_at', 'desc')
        .orderBy('item_id', 'desc')
        .limit(limit)
        .execute();
      return readItems(db, rows, keys);
    },
    list: async (owner) => {
      const isLost = await unreadableIn(db, owner, keys);
      const rows = await rowsIn(db, owner)
        .$if(isLost, (query) => query.where('value_encrypted', 'is', null))
        .orderBy('imported_at')
        .orderBy('item_id')
        .execute();
      return rows.map((row) => ({ id: row.item_id, importedAt: row.imported_at }));
    },
    read: (owner, ids) => readByIds(db, { owner, ids }, keys),
  };
}

async function readByIds(
  db: Kysely<Tables>,
  { owner, ids }: { readonly owner: ImportOwner; readonly ids: readonly string[] },
  keys: PersonKeys,
): Promise<ImportedItem[]> {
  const found: ImportedItem[] = [];
  for (const some of chunksOf(ids, IDS_AT_ONCE)) {
    const rows = await valuesIn(db, owner).where('item_id', 'in', some).execute();
    found.push(...(await readItems(db, rows, keys)));
  }
  return found.sort(inOrder);
}

function rowsIn(db: Kysely<Tables>, { polarUserId, kind }: ImportOwner) {
  return db
    .selectFrom('imported_items')
    .select(['item_id', 'imported_at'])
    .where('polar_user_id', '=', polarUserId)
    .where('kind', '=', kind);
}

function valuesIn(db: Kysely<Tables>, owner: ImportOwner) {
  return rowsIn(db, owner).select(['polar_user_id', 'kind', 'value', 'value_encrypted']);
}

/** Whether there are encrypted items, and the key of their owner is gone. */
async function unreadableIn(db: Kysely<Tables>, owner: ImportOwner, keys: PersonKeys): Promise<boolean> {
  if ((await keys.find(db, [owner.polarUserId])).has(owner.polarUserId)) return false;
  const row = await rowsIn(db, owner).where('value_encrypted', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Rows of one person. What was altered, or whose key is gone, is left out. */
async function readItems(db: Kysely<Tables>, rows: readonly Row[], keys: PersonKeys): Promise<ImportedItem[]> {
  const [first] = rows;
  if (!first) return [];
  const key = (await keys.find(db, [first.polar_user_id])).get(first.polar_user_id);
  return rows.flatMap((row) => {
    const { value, value_encrypted: stored } = row;
    const json = stored === null ? JSON.parse(value) : decryptJson(key, stored, itemAdditionalData(row));
    return json === undefined ? [] : [{ id: row.item_id, value: json, importedAt: row.imported_at }];
  });
}

async function upsertItems(
  trx: Transaction<Tables>,
  { kind, polarUserId, items }: ImportOwner & { readonly items: readonly ImportedItem[] },
  key: ValueKey,
): Promise<void> {
  const rows = newestOf(items).map(({ id, value, importedAt }): Row => {
    const names = { kind, polar_user_id: polarUserId, item_id: id };
    const encrypted = encryptJson(key, value, itemAdditionalData(names));
    return { ...names, value: '', value_encrypted: encrypted, imported_at: importedAt };
  });
  for (const some of chunksOf(rows, ROWS_AT_ONCE)) await upsert(trx, some);
}

function inOrder(a: ImportedItem, b: ImportedItem): number {
  if (a.importedAt !== b.importedAt) return a.importedAt - b.importedAt;
  return a.id < b.id ? -1 : 1;
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

type Row = Tables['imported_items'];

/** The newest of each item once, in the order of ids. */
function newestOf(items: readonly ImportedItem[]): ImportedItem[] {
  const newest = new Map<string, ImportedItem>();
  for (const item of items)
    if ((newest.get(item.id)?.importedAt ?? -Infinity) <= item.importedAt) newest.set(item.id, item);
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

async function upsert(trx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  await trx
    .insertInto('imported_items')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['polar_user_id', 'kind', 'item_id'])
        .doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          value_encrypted: row.ref('excluded.value_encrypted'),
          imported_at: row.ref('excluded.imported_at'),
        }))
        .whereRef('excluded.imported_at', '>=', 'imported_items.imported_at'),
    )
    .execute();
}
