// Reading records: with their values, decrypted, or what is known of them without.
import type { Kysely } from 'kysely';
import { recordAdditionalData, recordsAdditionalData } from '../crypto/additional-data.ts';
import { decryptValue } from '../crypto/value-cipher.ts';
import type { RecordMetadata, RecordStore, StoredRecord } from '../contract/records.ts';
import { padded } from './chunks.ts';
import { textsFrom } from './json.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';

export interface RecordSelection {
  readonly partition: string;
  readonly resource: string;
  readonly keys: readonly string[];
}

/** All variants of some records of a partition. What was altered, or whose key is gone, is left out: it is asked for again. */
export async function readSome(
  db: Kysely<Tables>,
  { partition, resource, keys }: RecordSelection,
  personKeys: PersonKeys,
): Promise<StoredRecord[]> {
  const rows = await db
    .selectFrom('records')
    .select(['polar_user_id', 'record_key', 'flags', 'value', 'value_encrypted', 'fetched_at', 'fresh_until'])
    .where('partition', '=', partition)
    .where('resource', '=', resource)
    .where('record_key', 'in', padded(keys))
    .orderBy('record_key')
    .orderBy('flags')
    .execute();
  const found = await personKeys.find(db, ownersOf(rows));
  const common = recordsAdditionalData(partition, resource);
  return rows.flatMap((row) => {
    const { value, value_encrypted: stored } = row;
    const key = found.get(row.polar_user_id);
    const text = stored === null ? value : decryptValue(key, stored, recordAdditionalData(common, row));
    if (text === null) return [];
    return [
      {
        resource,
        key: row.record_key,
        flags: textsFrom(row.flags),
        value: JSON.parse(text),
        fetchedAt: row.fetched_at,
        freshUntil: row.fresh_until,
      },
    ];
  });
}

/** The records of a partition are of one person. */
function ownersOf(rows: readonly { readonly polar_user_id: string }[]): string[] {
  return [...new Set(rows.map((row) => row.polar_user_id))];
}

/** What is stored of a resource from one key to another, without the values. What no key is there for is left out. */
export async function readMetadata(
  db: Kysely<Tables>,
  range: Parameters<RecordStore['metadata']>,
  personKeys: PersonKeys,
): Promise<RecordMetadata[]> {
  const [partition, resource, from, to] = range;
  const rows = await db
    .selectFrom('records')
    .select(['polar_user_id', 'record_key', 'flags', 'is_nothing', 'fetched_at', 'fresh_until'])
    .select((row) => row('value_encrypted', 'is', null).as('is_plain'))
    .where('partition', '=', partition)
    .where('resource', '=', resource)
    .where('record_key', '>=', from)
    .where('record_key', '<=', to)
    .orderBy('record_key')
    .orderBy('flags')
    .execute();
  const found = await personKeys.find(db, ownersOf(rows));
  return rows
    .filter((row) => Boolean(row.is_plain) || found.has(row.polar_user_id))
    .map((row) => ({
      key: row.record_key,
      flags: textsFrom(row.flags),
      isNothing: row.is_nothing === 1,
      fetchedAt: row.fetched_at,
      freshUntil: row.fresh_until,
    }));
}
