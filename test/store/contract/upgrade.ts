// A database that version 0.1.0 has written: every row is there after the upgrade.
import { expect, it } from 'vitest';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { migrationTo } from '../../../src/store/tables/migrations.ts';
import { type InDatabase, NOW, type TestDatabase } from '../test-database.ts';

/** The key with which version 0.1.0 encrypted the texts below. */
const KEY = `old:${Buffer.alloc(32, 7).toString('base64')}`;

/** Rows as 0.1.0 wrote them, of schema version 2. */
const ROWS = `
  insert into records (scope, polar_user_id, resource, what, flags, value, is_nothing, fetched_at, fresh_until) values
    ('${partitionOfUser('1')}', '1', 'sleep', '2026-11-20', '[]', '[{"sleep_score":80}]', 0, 10, 20),
    ('of a token', '1', 'sleep', '2026-11-20', '[]', '[{"canary":"claimed"}]', 0, 10, 20),
    ('of another token', null, 'sleep', '2026-11-20', '[]', '[{"canary":"unnamed"}]', 0, 10, 20);
  insert into users (polar_user_id, member_id, registered_at, token_sealed, state, linked_at) values
    ('1', 'm1', 5, 'old.G99WccFhnEKZpiPg.-msp8Ixgka4APw.B1K9cvenPxk9QjpZHVhvrw', 'linked', 6),
    ('2', null, null, 'old.5fGaqld5ustQG8C3.WpjxaJuFChdlkQ.g8m825th6rWIQtgpgr5nAw', 'broken', 7),
    ('3', 'm3', 5, 'old.gcXq0jPPUdC2MRth.JBp79digw02ufg.bR4gZ_zrLdW6McNbEThq3g', 'leaving', 8);
  insert into sessions (token_hash, polar_user_id, kind, created_at, expires_at) values
    ('session', '1', 'app', 1, ${NOW + 1});
  insert into grants (kind, hash, polar_user_id, value, expires_at) values ('code', 'hash', '1', '{"a":1}', ${NOW + 1});
  insert into webhooks (id, url, events, key_sealed, created_at, paused_at) values
    ('webhook-1', 'https://gateway.example/webhook', '["SLEEP"]',
     'old.b4DtCe3mwfQpx3d9.tp4C1Lyw2kvPa3E.zmOh3FBB7959OicQYfNdtQ', 9, null);
  insert into inbox (key_hash, polar_user_id, body, received_at, due_at, attempts, done_at) values
    ('key', '1', '{"event":"SLEEP"}', 1, 1, 0, null);
  insert into events (key_hash, polar_user_id, type, date, entity_id, created_at) values
    ('event', '1', 'SLEEP', '2026-11-20', null, 11);
  insert into transactions (kind, polar_user_id, transaction_id, kept_at, committed_at) values ('ACTIVITY', '1', 't1', 12, null);
  insert into collected (kind, polar_user_id, item_id, value, collected_at) values ('ACTIVITY', '1', 'i1', '{"steps":3}', 13);
  insert into pulse (id, at, room) values (1, 1, 'x')`;

async function createVersion2({ run, engine }: TestDatabase): Promise<void> {
  for (const version of [1, 2]) for (const statement of migrationTo(version, engine)) await run(statement);
  await run(
    `create table schema_versions (version bigint primary key, applied_at bigint)`.replaceAll(
      'bigint',
      engine === 'sqlite' ? 'integer' : 'bigint',
    ),
  );
  await run('insert into schema_versions (version, applied_at) values (1, 1), (2, 1)');
  await run(ROWS);
}

export function upgradeContract(inDatabase: InDatabase): void {
  it(
    'of a database of 0.1.0 loses no row but those that a token has read without proving whose it is',
    inDatabase(async (database) => {
      await createVersion2(database);
      const store = await database.open({ keys: parseEncryptionKeys(KEY) });
      const record = { resource: 'sleep', key: '2026-11-20', flags: [], value: [{ sleep_score: 80 }] };
      expect(await store.records.read(partitionOfUser('1'), 'sleep', ['2026-11-20'])).toEqual([
        { ...record, fetchedAt: 10, freshUntil: 20 },
      ]);
      for (const partition of ['of a token', 'of another token'])
        expect(await store.records.read(partition, 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await store.records.ownerOf(partitionOfUser('1'))).toBe('1');
      const users = await Promise.all(['1', '2', '3'].map((id) => store.users.find(id)));
      expect(users.map((user) => [user?.state, user?.token.reveal(), user?.connectedAt])).toEqual([
        ['connected', 'token-of-1', 6],
        ['reauthentication-required', 'token-of-2', 7],
        ['deletion-pending', 'token-of-3', 8],
      ]);
      expect(await store.sessions.find('session', NOW)).toMatchObject({ polarUserId: '1', kind: 'app' });
      const use = { kind: 'code', hash: 'hash', now: NOW, result: '', keepUntil: NOW } as const;
      expect(await store.oneTimeTokens.use(use)).toMatchObject({ value: { a: 1 }, uses: 1 });
      expect((await store.webhooks.find())?.key?.reveal()).toBe('webhook-key');
      expect(await store.inbox.claim({ now: NOW, leaseMs: 1, limit: 5 })).toMatchObject([
        { body: '{"event":"SLEEP"}' },
      ]);
      expect(await store.events.after('1', null, 5)).toMatchObject([{ type: 'SLEEP', createdAt: 11 }]);
      expect(await store.imports.uncommitted('1', 'ACTIVITY')).toMatchObject([{ transactionId: 't1' }]);
      expect(await store.imports.items('1', 'ACTIVITY', 5)).toEqual([
        { id: 'i1', value: { steps: 3 }, importedAt: 13 },
      ]);
      await store.ping();
    }),
  );
}
