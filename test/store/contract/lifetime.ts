// Opening, closing, opening again; one family of errors.
import { expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import type { InPlace } from '../place.ts';
import { delivery, event, grant, record, session, user, webhook } from '../samples.ts';
import { NOW } from '../place.ts';

export function lifetimeContract(inPlace: InPlace): void {
  it(
    'keeps everything over a restart',
    inPlace(async ({ open }) => {
      const first = await open();
      const kept = { kind: 'ACTIVITY', polarUserId: '475', transactionId: 't1' } as const;
      await first.users.connect(user('475'));
      await first.records.write({ partition: 's', polarUserId: '475' }, [record()]);
      await first.sessions.create(session());
      await first.oneTimeTokens.put(grant());
      await first.webhooks.put(webhook());
      await first.inbox.add(delivery('a'));
      const appended = await first.events.append(event('a'));
      await first.imports.put(kept, [{ id: 'i', value: 1, importedAt: NOW }]);
      await first.close();

      const second = await open();
      expect((await second.users.find('475'))?.token.reveal()).toBe('token-of-475');
      expect(await second.records.read('s', 'sleep', ['2026-11-20'])).toEqual([record()]);
      expect(await second.sessions.find(session().tokenHash, NOW)).toEqual(session());
      expect(await second.oneTimeTokens.redeem('state', grant().hash, NOW)).toEqual(grant().value);
      expect((await second.webhooks.find())?.key?.reveal()).toBe('webhook-key');
      expect(await second.inbox.pending()).toBe(1);
      expect(await second.events.after('475', null, 5)).toEqual([appended]);
      expect(await second.imports.uncommitted('475', 'ACTIVITY')).toEqual([kept]);
    }),
  );

  it(
    'brings one database up to date for many that open it at once',
    inPlace(async ({ open }) => {
      const stores = await Promise.all(Array.from({ length: 6 }, () => open()));
      await Promise.all(stores.map((store) => store.ping()));
      await stores[0]?.users.connect(user('475'));
      expect((await stores[5]?.users.find('475'))?.state).toBe('connected');
    }),
  );

  it(
    'refuses a database that a newer program has changed',
    inPlace(async ({ open, run }) => {
      await open();
      await run('insert into schema_versions (version, applied_at) values (999, 0)');
      await expect(open()).rejects.toMatchObject({ name: 'StoreError', code: 'invalid' });
    }),
  );

  it(
    'answers what was asked before it closed, and refuses what comes after',
    inPlace(async ({ open }) => {
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
