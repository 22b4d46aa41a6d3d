// Writes the records of many operations in one transaction.
import { type KeyObject, randomFillSync } from 'node:crypto';
import type { Instant } from '../contract/instant.ts';
import type { RecordOwner, StoredRecord } from '../contract/records.ts';
import { recordAdditionalData, recordsAdditionalData } from '../crypto/additional-data.ts';
import { packValue } from '../crypto/packed-value.ts';
import { encryptedLength, encryptPacked, type PackedValue } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import type { RelaxedTransaction, WrittenRows } from '../engines/engine-rows.ts';
import { padded } from './chunks.ts';
import { numberPartitions } from './partition-numbers.ts';
import { isUndecryptable, StoreError } from '../contract/errors.ts';
import { erasedSince, lockName, lockUserShared, marksOf, wasErased } from './erasure-marks.ts';
import { toJson } from './json.ts';
import type { PersonKeys } from './person-keys.ts';
import { PUT_RECORDS, readErasures } from './record-statements.ts';
import type { ResourceNumbers } from './resource-numbers.ts';

/** What one operation writes. */
export interface RecordWrite {
  readonly owner: RecordOwner;
  readonly records: readonly StoredRecord[];
}

export interface RecordTables {
  readonly engine: Engine;
  readonly keys: PersonKeys;
  readonly resources: ResourceNumbers;
  readonly now: () => Instant;
}

/** A key that is made is deleted again before it is used only by an erasure, which leaves a mark. */
const MAX_TRIES = 3;

/**
 * Writes all or none, but for people whose key cannot be opened: why, by what they write. What is of somebody erased a moment
 * ago is left out.
 */
export async function writeRecords(
  writes: readonly RecordWrite[],
  tables: RecordTables,
): Promise<ReadonlyMap<RecordWrite, unknown>> {
  const { engine, resources } = tables;
  const failures = new Map<RecordWrite, unknown>();
  await resources.add(writes.flatMap(({ records }) => records.map(({ resource }) => resource)));
  let left = writes;
  for (let tries = 0; tries < MAX_TRIES && left.length > 0; tries++) {
    const some = left;
    await engine.relaxed(async (trx) => {
      const { written, keyless } = await plan(trx, some, tables);
      left = keyless;
      return written;
    });
    left = await withKeys(left, failures, tables);
  }
  if (left.length > 0)
    throw new StoreError('unavailable', 'Cannot write records: their keys are deleted again and again');
  return failures;
}

/** Makes the keys of people who have none; what can be written then. */
async function withKeys(
  writes: readonly RecordWrite[],
  failures: Map<RecordWrite, unknown>,
  tables: RecordTables,
): Promise<RecordWrite[]> {
  const able: RecordWrite[] = [];
  for (const write of writes) {
    try {
      await makeKey(write.owner, tables);
      able.push(write);
    } catch (failure) {
      if (!isUndecryptable(failure)) throw failure;
      failures.set(write, failure);
    }
  }
  return able;
}

/** A key is flushed, by a transaction of its own. */
async function makeKey(owner: RecordOwner, { engine, keys, now }: RecordTables): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await lockUserShared(engine, trx, owner.polarUserId);
    if (!(await wasErased(trx, owner, now()))) await keys.forWriting(trx, owner.polarUserId);
  });
}

/** The rows to write, and what is of people who have no key yet. */
async function plan(
  trx: RelaxedTransaction,
  writes: readonly RecordWrite[],
  tables: RecordTables,
): Promise<{ readonly written: WrittenRows | null; readonly keyless: readonly RecordWrite[] }> {
  const people = [...new Set(writes.map(({ owner }) => owner.polarUserId))];
  await trx.lockShared(people.map(lockName));
  const left = await withoutErased(trx, writes, tables.now());
  if (left.length === 0) return { written: null, keyless: [] };
  const keys = await tables.keys.current(trx.rows, people);
  const [ready, keyless] = [left.filter(hasKey(keys, true)), left.filter(hasKey(keys, false))];
  if (ready.length === 0) return { written: null, keyless };
  const partitions = await numberPartitions(
    trx,
    ready.map(({ owner }) => owner),
    tables.now(),
  );
  const rows = ready.flatMap(({ owner, records }) => {
    const [key, partitionId] = [keys.get(owner.polarUserId), partitions.get(owner.partition)];
    if (!key || partitionId === undefined) throw new Error('Cannot write records: their partition has no number');
    return plainRows({ owner, records }, { key, partitionId, resources: tables.resources });
  });
  return { written: encrypted(newestOf(rows), tables), keyless };
}

function hasKey(keys: ReadonlyMap<string, KeyObject>, has: boolean) {
  return ({ owner }: RecordWrite) => keys.has(owner.polarUserId) === has;
}

async function withoutErased(
  trx: RelaxedTransaction,
  writes: readonly RecordWrite[],
  now: Instant,
): Promise<RecordWrite[]> {
  const marks = padded([...new Set(writes.flatMap(({ owner }) => marksOf(owner)))]);
  const rows = await trx.rows.data<{ user_hash: string }>(readErasures(marks.length), [...marks, erasedSince(now)]);
  const erased = new Set(rows.map((row) => row.user_hash));
  return writes.filter(({ owner }) => !marksOf(owner).some((mark) => erased.has(mark)));
}

/** A row before its value is encrypted. */
interface PlainRow {
  readonly id: string;
  readonly key: KeyObject;
  readonly additionalData: string;
  readonly value: PackedValue;
  readonly columns: readonly [Instant, Instant, number, number, number, string, string];
}

/** Columns of a row without its value. */
const WIDTH = 7;

function plainRows(
  { owner, records }: RecordWrite,
  found: { readonly key: KeyObject; readonly partitionId: number; readonly resources: ResourceNumbers },
): PlainRow[] {
  const { key, partitionId, resources } = found;
  return records.map(({ resource, key: recordKey, flags: list, value, fetchedAt, freshUntil }) => {
    const flags = list.length === 0 ? '[]' : toJson(list);
    const resourceId = resources.numberOf(resource);
    const isNothing = Array.isArray(value) && value.length === 0 ? 1 : 0;
    return {
      id: `${partitionId} ${resourceId} ${flags} ${recordKey}`,
      key,
      additionalData: recordAdditionalData(recordsAdditionalData(owner.partition, resource), {
        record_key: recordKey,
        flags,
      }),
      value: packValue(value),
      columns: [fetchedAt, freshUntil, partitionId, resourceId, isNothing, recordKey, flags],
    };
  });
}

/** The newest of each record once, in the order of ids: two processes that write the same rows do not deadlock. */
function newestOf(rows: readonly PlainRow[]): PlainRow[] {
  const newest = new Map<string, PlainRow>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || known.columns[0] <= row.columns[0]) newest.set(row.id, row);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** All values are in one piece of memory, random at first: it goes to the thread that writes as it is. */
function encrypted(rows: readonly PlainRow[], { engine, now }: RecordTables): WrittenRows {
  const lengths = rows.map(({ value }) => encryptedLength(value));
  const memory = new ArrayBuffer(lengths.reduce((sum, length) => sum + length, 0));
  randomFillSync(new Uint8Array(memory));
  let at = 0;
  for (const [index, { key, value, additionalData }] of rows.entries()) {
    const stored = Buffer.from(memory, at, lengths[index]);
    at += stored.length;
    encryptPacked(key, { value, stored }, additionalData);
  }
  const values = rows.flatMap(({ columns }) => columns);
  return { sql: PUT_RECORDS[engine.name], values, width: WIDTH, memory, lengths, common: [now()] };
}
