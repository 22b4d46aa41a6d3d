// Encrypting what was stored before values were encrypted: some rows at a time, while others read and write, and resumable.
import type { Kysely, Transaction } from 'kysely';
import {
  itemAdditionalData,
  memberIdAdditionalData,
  recordAdditionalData,
  recordsAdditionalData,
} from '../crypto/additional-data.ts';
import { encryptJson } from '../crypto/packed-value.ts';
import { encryptValue, type ValueKey } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import { encryptBodies } from './delivery-bodies.ts';
import { lockUser } from './erasure-marks.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';

const ROWS_AT_ONCE = 50;

/** How many values were encrypted. */
export async function encryptPlainValues(engine: Engine, keys: PersonKeys): Promise<number> {
  let all = await encryptDeliveries(engine, keys);
  for (const part of parts) {
    for (;;) {
      const some = await encryptSome(engine, keys, part);
      if (some === 0) break;
      all += some;
    }
  }
  return all;
}

/** Rows in plain of one table. */
interface PlainPart {
  /** Somebody of whom there are any. */
  readonly findPerson: (engine: Engine) => Promise<string | undefined>;
  /** Encrypts some of them; how many. */
  readonly encrypt: (trx: Transaction<Tables>, person: string, key: ValueKey) => Promise<number>;
}

/** One person at a time: two locks at once could wait for each other. */
async function encryptSome(engine: Engine, keys: PersonKeys, part: PlainPart): Promise<number> {
  const person = await part.findPerson(engine);
  if (person === undefined) return 0;
  return engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, person);
    return part.encrypt(trx, person, await keys.forWriting(trx, person));
  });
}

const parts: readonly PlainPart[] = [
  { findPerson: personWithPlainRecords, encrypt: encryptRecords },
  { findPerson: personWithPlainItems, encrypt: encryptItems },
  { findPerson: personWithMemberId, encrypt: encryptMemberId },
];

async function personWithPlainRecords({ db }: Engine): Promise<string | undefined> {
  const query = plainRecords(db).select('partitions.polar_user_id').limit(1);
  return (await query.executeTakeFirst())?.polar_user_id;
}

function plainRecords(db: Kysely<Tables>) {
  return db
    .selectFrom('records')
    .innerJoin('partitions', 'partitions.id', 'records.partition_id')
    .innerJoin('resources', 'resources.id', 'records.resource_id')
    .where('value_encrypted', 'is', null);
}

async function personWithPlainItems({ db }: Engine): Promise<string | undefined> {
  const query = db.selectFrom('imported_items').select('polar_user_id').where('value_encrypted', 'is', null).limit(1);
  return (await query.executeTakeFirst())?.polar_user_id;
}

async function encryptRecords(trx: Transaction<Tables>, person: string, key: ValueKey): Promise<number> {
  const rows = await plainRecords(trx)
    .selectAll('records')
    .select(['partitions.partition', 'resources.name'])
    .where('partitions.polar_user_id', '=', person)
    .limit(ROWS_AT_ONCE)
    .execute();
  for (const row of rows) {
    const additionalData = recordAdditionalData(recordsAdditionalData(row.partition, row.name), row);
    await trx
      .updateTable('records')
      .set({ value: '', value_encrypted: encryptJson(key, JSON.parse(row.value), additionalData) })
      .where('partition_id', '=', row.partition_id)
      .where('resource_id', '=', row.resource_id)
      .where('record_key', '=', row.record_key)
      .where('flags', '=', row.flags)
      .execute();
  }
  return rows.length;
}

async function encryptItems(trx: Transaction<Tables>, person: string, key: ValueKey): Promise<number> {
  const rows = await trx
    .selectFrom('imported_items')
    .selectAll()
    .where('polar_user_id', '=', person)
    .where('value_encrypted', 'is', null)
    .limit(ROWS_AT_ONCE)
    .execute();
  for (const row of rows) {
    await trx
      .updateTable('imported_items')
      .set({ value: '', value_encrypted: encryptJson(key, JSON.parse(row.value), itemAdditionalData(row)) })
      .where('polar_user_id', '=', row.polar_user_id)
      .where('kind', '=', row.kind)
      .where('item_id', '=', row.item_id)
      .execute();
  }
  return rows.length;
}

async function personWithMemberId({ db }: Engine): Promise<string | undefined> {
  const query = db.selectFrom('users').select('polar_user_id').where('member_id', 'is not', null).limit(1);
  return (await query.executeTakeFirst())?.polar_user_id;
}

async function encryptMemberId(trx: Transaction<Tables>, person: string, key: ValueKey): Promise<number> {
  const query = trx.selectFrom('users').select('member_id').where('polar_user_id', '=', person);
  const memberId = (await query.executeTakeFirst())?.member_id ?? null;
  if (memberId === null) return 0;
  await trx
    .updateTable('users')
    .set({ member_id: null, member_id_encrypted: encryptValue(key, memberId, memberIdAdditionalData(person)) })
    .where('polar_user_id', '=', person)
    .execute();
  return 1;
}

/** Of an earlier version, and not processed yet. They are few. */
async function encryptDeliveries({ db }: Engine, keys: PersonKeys): Promise<number> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'key_hash', 'polar_user_id', 'body'])
    .where('done_at', 'is', null)
    .where('body_encrypted', 'is', null)
    .execute();
  const bodies = await encryptBodies(db, rows, keys);
  for (const [index, row] of rows.entries()) {
    await db
      .updateTable('inbox')
      .set(bodies[index] ?? {})
      .where('id', '=', row.id)
      .where('done_at', 'is', null)
      .execute();
  }
  return rows.length;
}
