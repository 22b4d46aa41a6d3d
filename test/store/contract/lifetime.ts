// A database that is opened, closed and opened again.
import { expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import type { InDatabase } from '../test-database.ts';
import { delivery, event, oneTimeToken, record, session, user, webhook } from '../samples.ts';
import { NOW } from '../test-database.ts';

export function lifetimeContract(inDatabase: InDatabase): void {
  it(
    'holds everything after a restart',
    inDatabase(async ({ open }) => {
      const first = await open();
      const transaction = { kind: 'ACTIVITY', polarUserId: '475', transactionId: 't1' } as const;
      await first.users.connect(user('475'));
      await first.records.write({ partition: 's', polarUserId: '475' }, [record()]);
      await first.sessions.create(session());
      await first.oneTimeTokens.put(oneTimeToken());
      await first.webhooks.put(webhook());
      await first.inbox.add(delivery('a'));
      const appended = await first.events.append(event('a'));
      await first.imports.put(transaction, [{ id: 'i', value: 1, importedAt: NOW }]);
      await first.close();

      const second = await open();
      expect((await second.users.find('475'))?.token.reveal()).toBe('token-of-475');
      expect(await second.records.read('s', 'sleep', ['2026-11-20'])).toEqual([record()]);
      expect(await second.sessions.find(session().tokenHash, NOW)).toEqual(session());
      const { kind, hash, value } = oneTimeToken();
      const use = { kind, hash, now: NOW, result: '', keepUntil: NOW };
      expect(await second.oneTimeTokens.use(use)).toMatchObject({ value });
      expect((await second.webhooks.find())?.key?.reveal()).toBe('webhook-key');
      expect(await second.inbox.pending()).toBe(1);
      expect(await second.events.after('475', null, 5)).toEqual([appended]);
      expect(await second.imports.uncommitted('475', 'ACTIVITY')).toEqual([transaction]);
    }),
  );

  it(
    'is brought up to date once when many processes open it at once',
    inDatabase(async ({ open }) => {
      const stores = await Promise.all(Array.from({ length: 6 }, () => open()));
      await Promise.all(stores.map((store) => store.ping()));
      await stores[0]?.users.connect(user('475'));
      expect((await stores[5]?.users.find('475'))?.state).toBe('connected');
    }),
  );

  it(
    'that a newer program has changed cannot be opened',
    inDatabase(async ({ open, run }) => {
      await open();
      await run('insert into schema_versions (version, applied_at) values (999, 0)');
      await expect(open()).rejects.toMatchObject({ name: 'StoreError', code: 'invalid' });
    }),
  );

  it(
    'answers the calls made before it was closed, and rejects later ones',
    inDatabase(async ({ open }) => {
      const store = await open();
      const writes = Array.from({ length: 20 }, (_, index) =>
        store.records.write({ partition: 's', polarUserId: '475' }, [record({ key: `w${index}` })]),
      );
      await store.close();
      await Promise.all(writes);
      const late: unknown = await store.ping().catch((error: unknown) => error);
      expect(late).toBeInstanceOf(StoreError);
      expect(late).toMatchObject({ code: 'unavailable' });
      await store.close();
    }),
  );
}
