// The tables as queries see them; migrations.ts creates them. Instants are milliseconds, lists and values JSON text. What is
// encrypted under the key of a person is binary; the column of the same name without the ending then holds nothing: it is of
// versions that did not encrypt.
import type { Generated } from 'kysely';
import type { ImportKind } from '../contract/imports.ts';
import type { Instant } from '../contract/instant.ts';
import type { StoredOneTimeToken } from '../contract/one-time-tokens.ts';
import type { StoredSession } from '../contract/sessions.ts';
import type { ConnectionState } from '../contract/users.ts';

export interface Tables {
  /** Whose they are says their partition. */
  readonly records: {
    partition_id: number;
    resource_id: number;
    record_key: string;
    flags: string;
    value: string;
    value_encrypted: Uint8Array | null;
    /** 1 when the value is an empty list, so that this is known without reading the value. */
    is_nothing: number;
    fetched_at: Instant;
    fresh_until: Instant;
  };
  /** The names of resources: records have the numbers. */
  readonly resources: { id: Generated<number>; name: string };
  /** Whose records are in a partition: whom its credential has proved to be. */
  readonly partitions: {
    id: Generated<number>;
    partition: string;
    polar_user_id: string;
    /** Of a token of the caller's own; null: they signed in here. */
    token_hash: string | null;
    /** When it was used last, to the day. */
    used_at: Instant;
  };
  readonly users: {
    polar_user_id: string;
    member_id: string | null;
    member_id_encrypted: Uint8Array | null;
    registered_at: Instant | null;
    token_encrypted: string;
    state: ConnectionState;
    connected_at: Instant;
  };
  readonly sessions: {
    token_hash: string;
    polar_user_id: string;
    kind: StoredSession['kind'];
    created_at: Instant;
    expires_at: Instant;
    /** To the day; null: not since this is noted. */
    last_used_at: Instant | null;
  };
  readonly one_time_tokens: {
    kind: StoredOneTimeToken['kind'] | 'state';
    hash: string;
    polar_user_id: string | null;
    value: string;
    expires_at: Instant;
    uses: number;
    /** Of the first use. */
    result: string | null;
  };
  readonly webhooks: {
    id: string;
    url: string;
    events: string;
    key_encrypted: string | null;
    created_at: Instant;
    paused_at: Instant | null;
  };
  readonly inbox: {
    id: Generated<number>;
    key_hash: string;
    polar_user_id: string | null;
    body: string;
    body_encrypted: Uint8Array | null;
    received_at: Instant;
    /** When it may be claimed: the end of the lease, or the time of the next try. */
    due_at: Instant;
    attempts: number;
    done_at: Instant | null;
    /** 1 while somebody works on it under a lease. */
    is_claimed: number;
  };
  /** What one of all processes does again and again: who does it, how far it is, and when it is due again. */
  readonly duties: {
    name: string;
    holder: string;
    leased_until: Instant;
    due_at: Instant;
    progress: string | null;
  };
  readonly events: {
    id: Generated<number>;
    key_hash: string;
    polar_user_id: string;
    type: string;
    date: string | null;
    entity_id: string | null;
    created_at: Instant;
  };
  readonly transactions: {
    kind: ImportKind;
    polar_user_id: string;
    transaction_id: string;
    stored_at: Instant;
    committed_at: Instant | null;
  };
  readonly imported_items: {
    kind: ImportKind;
    polar_user_id: string;
    item_id: string;
    value: string;
    value_encrypted: Uint8Array | null;
    imported_at: Instant;
  };
  /** Under which key the values of a person are. Of who has none there are values of earlier versions alone. */
  readonly value_keys: { polar_user_id: string; key_id: string };
  /** One row: the request budget as JSON. */
  readonly request_budget: { id: number; state: string };
  /** Who, or what was read with which token, was erased in the last minute, and until the next cleanup. */
  readonly erasures: { user_hash: string; erased_at: Instant };
  /** One row that `ping` writes, with as much padding as ordinary work needs at once. */
  readonly write_probe: { id: number; at: Instant; padding: string };
  readonly schema_versions: { version: number; applied_at: Instant };
}

/** What is apart from the data, so that a backup of the data has no key. */
export interface KeyTables {
  /** The key under which what is stored of a person is encrypted, encrypted itself. The row without an id is the gateway's. */
  readonly person_keys: { polar_user_id: string; key_encrypted: string };
}

/** Every table that names users: an erasure deletes from each, the records of their partitions, and their key. */
export const personalTables = [
  'partitions',
  'users',
  'sessions',
  'one_time_tokens',
  'inbox',
  'events',
  'transactions',
  'imported_items',
  'value_keys',
] as const satisfies readonly (keyof Tables)[];

export type PersonalTable = (typeof personalTables)[number];
