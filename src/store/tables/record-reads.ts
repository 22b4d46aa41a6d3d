// Reading records: with their values, decrypted, or what is known of them without.
import type { RecordMetadata, RecordStore, StoredRecord } from '../contract/records.ts';
import { recordAdditionalData, recordsAdditionalData } from '../crypto/additional-data.ts';
import { decryptJson } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import { textsFrom } from './json.ts';
import type { PersonKeys } from './person-keys.ts';
import { READ_METADATA, readRecords } from './record-statements.ts';
import type { Tables } from './schema.ts';

export interface RecordSelection {
  readonly partition: string;
  readonly resource: string;
  readonly keys: readonly string[];
}

type Owned<T> = T & { readonly polar_user_id: string };

/** All variants of some records of a partition. What was altered, or whose key is gone, is left out: it is asked for again. */
export async function readSome(
  { name, rows: readers }: Pick<Engine, 'name' | 'rows'>,
  { partition, resource, keys }: RecordSelection,
  personKeys: PersonKeys,
): Promise<StoredRecord[]> {
  const { sql, parameters } = readRecords(name, partition, { resource, keys });
  const rows = await readers.data<Owned<Tables['records']>>(sql, parameters);
  const found = await personKeys.findFast(readers, ownersOf(rows));
  const common = recordsAdditionalData(partition, resource);
  const records: StoredRecord[] = [];
  for (const row of rows) {
    const { value: text, value_encrypted: stored } = row;
    const key = found.get(row.polar_user_id);
    const value = stored === null ? JSON.parse(text) : decryptJson(key, stored, recordAdditionalData(common, row));
    if (value === undefined) continue;
    const { record_key, flags, fetched_at, fresh_until } = row;
    records.push({
      resource,
      key: record_key,
      flags: flagsFrom(flags),
      value,
      fetchedAt: fetched_at,
      freshUntil: fresh_until,
    });
  }
  return records;
}

function flagsFrom(json: string): readonly string[] {
  return json === '[]' ? NO_FLAGS : textsFrom(json);
}

const NO_FLAGS: readonly string[] = [];

/** A partition is of one person. */
function ownersOf(rows: readonly Owned<unknown>[]): string[] {
  return [...new Set(rows.map((row) => row.polar_user_id))];
}

type MetadataRow = Owned<Omit<Tables['records'], 'value' | 'value_encrypted'>> & { readonly is_plain: number };

/** What is stored of a resource from one key to another, without the values. What no key is there for is left out. */
export async function readMetadata(
  { rows: readers }: Pick<Engine, 'rows'>,
  range: Parameters<RecordStore['metadata']>,
  personKeys: PersonKeys,
): Promise<RecordMetadata[]> {
  const rows = await readers.data<MetadataRow>(READ_METADATA, range);
  const found = await personKeys.findFast(readers, ownersOf(rows));
  return rows
    .filter((row) => row.is_plain === 1 || found.has(row.polar_user_id))
    .map((row) => ({
      key: row.record_key,
      flags: flagsFrom(row.flags),
      isNothing: row.is_nothing === 1,
      fetchedAt: row.fetched_at,
      freshUntil: row.fresh_until,
    }));
}
