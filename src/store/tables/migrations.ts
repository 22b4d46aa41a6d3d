// The versions of the schema, and the way from whatever a database has to the newest. Versions are added, never changed.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { StoreError } from '../contract/errors.ts';
import type { Instant } from '../contract/instant.ts';
import { steps } from './migration-steps.ts';
import type { Tables } from './schema.ts';

/** What the two engines write differently. Text compares by its bytes in both. */
const dialects = {
  sqlite: {
    text: 'text',
    whole: 'integer',
    bytes: 'blob',
    id: 'integer primary key autoincrement',
    end: 'strict',
    clustered: 'strict, without rowid',
  },
  postgres: {
    text: 'text collate "C"',
    whole: 'bigint',
    bytes: 'bytea',
    id: 'bigint generated always as identity primary key',
    end: '',
    clustered: '',
  },
};
type Dialect = (typeof dialects)[keyof typeof dialects];

const versions: readonly ((dialect: Dialect) => readonly string[])[] = [
  ({ text, whole, id, end }) => [
    `create table records (
      scope ${text} not null, polar_user_id ${text}, resource ${text} not null, what ${text} not null,
      flags ${text} not null, value ${text} not null, is_nothing ${whole} not null,
      fetched_at ${whole} not null, fresh_until ${whole} not null,
      primary key (scope, resource, what, flags)) ${end}`,
    'create index records_of_user on records (polar_user_id, resource)',
    `create table users (
      polar_user_id ${text} not null primary key, member_id ${text}, registered_at ${whole},
      token_sealed ${text} not null, state ${text} not null, linked_at ${whole} not null) ${end}`,
    `create table sessions (
      token_hash ${text} not null primary key, polar_user_id ${text} not null, kind ${text} not null,
      created_at ${whole} not null, expires_at ${whole} not null) ${end}`,
    'create index sessions_of_user on sessions (polar_user_id)',
    `create table grants (
      kind ${text} not null, hash ${text} not null, polar_user_id ${text}, value ${text} not null,
      expires_at ${whole} not null, primary key (kind, hash)) ${end}`,
    `create table webhooks (
      id ${text} not null primary key, url ${text} not null, events ${text} not null, key_sealed ${text},
      created_at ${whole} not null) ${end}`,
    `create table inbox (
      id ${id}, key_hash ${text} not null unique, polar_user_id ${text}, body ${text} not null,
      received_at ${whole} not null, due_at ${whole} not null, attempts ${whole} not null, done_at ${whole}) ${end}`,
    'create index inbox_pending on inbox (received_at, id) where done_at is null',
    `create table events (
      id ${id}, key_hash ${text} not null unique, polar_user_id ${text} not null, type ${text} not null,
      date ${text}, entity_id ${text}, created_at ${whole} not null) ${end}`,
    'create index events_of_user on events (polar_user_id, id)',
    'create index events_by_age on events (created_at)',
    `create table transactions (
      kind ${text} not null, polar_user_id ${text} not null, transaction_id ${text} not null,
      kept_at ${whole} not null, committed_at ${whole}, primary key (polar_user_id, kind, transaction_id)) ${end}`,
    `create table collected (
      kind ${text} not null, polar_user_id ${text} not null, item_id ${text} not null, value ${text} not null,
      collected_at ${whole} not null, primary key (polar_user_id, kind, item_id)) ${end}`,
    `create table erasures (user_hash ${text} not null primary key, erased_at ${whole} not null) ${end}`,
    `create table pulse (id ${whole} not null primary key, at ${whole} not null, room ${text} not null) ${end}`,
  ],
  ({ whole }) => [`alter table webhooks add column paused_at ${whole}`],
  () => [
    'alter table records rename column scope to partition',
    'alter table records rename column what to record_key',
    'alter table users rename column token_sealed to token_encrypted',
    'alter table users rename column linked_at to connected_at',
    "update users set state = 'connected' where state = 'linked'",
    "update users set state = 'reauthentication-required' where state = 'broken'",
    "update users set state = 'deletion-pending' where state = 'leaving'",
    'alter table grants rename to one_time_tokens',
    'alter table webhooks rename column key_sealed to key_encrypted',
    'alter table transactions rename column kept_at to stored_at',
    'alter table collected rename to imported_items',
    'alter table imported_items rename column collected_at to imported_at',
    'alter table pulse rename to write_probe',
    'alter table write_probe rename column room to padding',
  ],
  ({ text, whole }) => [
    `alter table one_time_tokens add column uses ${whole} not null default 0`,
    `alter table one_time_tokens add column result ${text}`,
    // States are in cookies of their browsers now: those of strangers that wait here are of no use.
    "delete from one_time_tokens where kind = 'state'",
  ],
  ({ text, whole, end }) => [
    `alter table inbox add column is_claimed ${whole} not null default 0`,
    'drop index inbox_pending',
    'create index inbox_due on inbox (due_at, id) where done_at is null',
    `create table duties (
      name ${text} not null primary key, holder ${text} not null, leased_until ${whole} not null,
      due_at ${whole} not null, progress ${text}) ${end}`,
  ],
  ({ text, whole, end }) => [
    `create table partitions (
      partition ${text} not null primary key, polar_user_id ${text} not null, token_hash ${text},
      used_at ${whole} not null) ${end}`,
    'create index partitions_of_user on partitions (polar_user_id)',
    'create index partitions_of_token on partitions (token_hash)',
  ],
  ({ whole }) => [`alter table sessions add column last_used_at ${whole}`],
  ({ text, whole, end }) => [
    `create table request_budget (id ${whole} not null primary key, state ${text} not null) ${end}`,
  ],
  ({ bytes }) => [
    ...['records', 'imported_items'].flatMap((table) => [
      `alter table ${table} add column value_encrypted ${bytes}`,
      `create index ${table}_in_plain on ${table} (polar_user_id) where value_encrypted is null`,
    ]),
    `alter table inbox add column body_encrypted ${bytes}`,
    `alter table users add column member_id_encrypted ${bytes}`,
  ],
  ({ text, end }) => [
    `create table value_keys (polar_user_id ${text} not null primary key, key_id ${text} not null) ${end}`,
  ],
  compactRecords,
];

/** Records name their partition and resource by numbers, and their person by the partition; no index repeats them. */
function compactRecords({ id, text, whole, bytes, end, clustered }: Dialect): readonly string[] {
  return [
    `create table resources (id ${id}, name ${text} not null unique) ${end}`,
    'insert into resources (name) select distinct resource from records',
    `create table numbered_partitions (
      id ${id}, partition ${text} not null unique, polar_user_id ${text} not null, token_hash ${text},
      used_at ${whole} not null) ${end}`,
    `insert into numbered_partitions (partition, polar_user_id, token_hash, used_at)
      select partition, polar_user_id, token_hash, used_at from partitions`,
    `create table compact_records (
      fetched_at ${whole} not null, fresh_until ${whole} not null, partition_id integer not null,
      resource_id integer not null, is_nothing integer not null, record_key ${text} not null, flags ${text} not null,
      value ${text} not null, value_encrypted ${bytes},
      primary key (partition_id, resource_id, record_key, flags)) ${clustered}`,
    `insert into compact_records (fetched_at, fresh_until, partition_id, resource_id, is_nothing, record_key, flags, value,
        value_encrypted)
      select fetched_at, fresh_until, numbered_partitions.id, resources.id, is_nothing, record_key, flags, value,
        value_encrypted
      from records join numbered_partitions on numbered_partitions.partition = records.partition
      join resources on resources.name = records.resource`,
    'drop table records',
    'drop table partitions',
    'alter table compact_records rename to records',
    'alter table numbered_partitions rename to partitions',
    'create index records_in_plain on records (partition_id) where value_encrypted is null',
    'create index partitions_of_user on partitions (polar_user_id)',
    'create index partitions_of_token on partitions (token_hash)',
  ];
}

/** The statements that bring a schema to a version from the one before. */
export function migrationTo(version: number, engine: Engine['name']): readonly string[] {
  return versions[version - 1]?.(dialects[engine]) ?? [];
}

/** Brings the schema up to date in one transaction; of processes that start at once, one does it and the others wait. */
export async function migrate(engine: Engine, now: Instant): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await engine.lock(trx, 'schema', 'exclusive');
    await engine.createKeyTables(trx);
    const { whole, end } = dialects[engine.name];
    await run(
      trx,
      `create table if not exists schema_versions (version ${whole} primary key, applied_at ${whole}) ${end}`,
    );
    const current = await versionOf(trx);
    if (current > versions.length) {
      throw new StoreError(
        'invalid',
        `Cannot open the database: its schema is of version ${current}, this program knows ${versions.length}. Run the newer program`,
      );
    }
    for (let version = current + 1; version <= versions.length; version++) {
      for (const statement of migrationTo(version, engine.name)) await run(trx, statement);
      await steps[version]?.(trx, now);
      await trx.insertInto('schema_versions').values({ version, applied_at: now }).execute();
    }
  });
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('schema_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

async function run(trx: Transaction<Tables>, statement: string): Promise<void> {
  await sql.raw(statement).execute(trx);
}
