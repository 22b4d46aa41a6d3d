// The statements of records, as text: they are run for every answer, so nothing builds them then.
import type { Engine } from '../engines/engine.ts';
import { padded } from './chunks.ts';

/** So many places for parameters: `?, ?, ?`. */
export function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** Reads all variants of some records of a partition, with their person. */
export interface ReadStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Postgres takes all keys as one list; SQLite has none. */
export function readRecords(
  engine: Engine['name'],
  partition: string,
  { resource, keys }: { readonly resource: string; readonly keys: readonly string[] },
): ReadStatement {
  if (engine === 'postgres') return { sql: readAmong('= any(?::text[])'), parameters: [partition, resource, keys] };
  const wanted = padded(keys);
  return { sql: readAmong(`in (${places(wanted.length)})`), parameters: [partition, resource, ...wanted] };
}

function readAmong(keys: string): string {
  return `select partitions.polar_user_id, records.record_key, records.flags, records.value, records.value_encrypted,
      records.fetched_at, records.fresh_until
    from partitions cross join resources cross join records
    where partitions.partition = ? and resources.name = ? and records.partition_id = partitions.id
      and records.resource_id = resources.id and records.record_key ${keys}
    order by records.record_key, records.flags`;
}

/** Partition, resource, first and last key: what is known of the records without their values. */
export const READ_METADATA = `select partitions.polar_user_id, records.record_key, records.flags, records.is_nothing,
    records.fetched_at, records.fresh_until, case when records.value_encrypted is null then 1 else 0 end as is_plain
  from partitions cross join resources cross join records
  where partitions.partition = ? and resources.name = ? and records.partition_id = partitions.id
    and records.resource_id = resources.id and records.record_key >= ? and records.record_key <= ?
  order by records.record_key, records.flags`;

export const READ_RESOURCES = 'select id, name from resources';

export function readPartitions(count: number): string {
  return `select id, partition, used_at from partitions where partition in (${places(count)})`;
}

/** Of each: partition, person, digest of the token, instant. */
export function putPartitions(count: number): string {
  const rows = Array.from({ length: count }, () => '(?, ?, ?, ?)').join(', ');
  return `insert into partitions (partition, polar_user_id, token_hash, used_at) values ${rows}
    on conflict (partition) do update set used_at = excluded.used_at returning id, partition`;
}

/** Digests of who was erased, and since when that counts. */
export function readErasures(count: number): string {
  return `select user_hash from erasures where user_hash in (${places(count)}) and erased_at > ?`;
}

export function readNotedKeys(count: number): string {
  return `select polar_user_id, key_id from value_keys where polar_user_id in (${places(count)})`;
}

const COLUMNS = `fetched_at, fresh_until, partition_id, resource_id, is_nothing, record_key, flags, value_encrypted, value`;

/** A row that claims to have been read after now was written by a clock that was wrong: it is replaced. */
const REPLACE = `on conflict (partition_id, resource_id, record_key, flags) do update set
    value = '', value_encrypted = excluded.value_encrypted, is_nothing = excluded.is_nothing,
    fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until
  where excluded.fetched_at >= records.fetched_at or records.fetched_at > ?`;

/** The columns but the last, which is empty, and then what time it is. Postgres takes all rows at once, as lists. */
export const PUT_RECORDS: Readonly<Record<Engine['name'], string>> = {
  sqlite: `insert into records (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, '') ${REPLACE}`,
  postgres: `insert into records (${COLUMNS}) select *, '' from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::integer[],
      ?::integer[], ?::text[], ?::text[], ?::bytea[]) ${REPLACE}`,
};

/** Where the keys of people are: on SQLite in a file, on Postgres in a schema of their own. */
export const PERSON_KEYS: Readonly<Record<Engine['name'], string>> = {
  sqlite: 'person_keys',
  postgres: 'accesslink_keys.person_keys',
};
