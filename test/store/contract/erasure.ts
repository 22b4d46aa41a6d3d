// Erasing a user: every row, every byte, and what requests in progress write.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract/store.ts';
import { type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { delivery, event, oneTimeToken, record, session, user, webhook } from '../samples.ts';
import { clockAt } from '../../support/clocks.ts';

/** Writes rows about a user into every table, with a canary in every column that can hold one. */
async function fill(store: Store, id: string, canary: string): Promise<void> {
  const about = { polarUserId: id };
  const big = { canary, padding: canary.repeat(400) };
  await store.users.connect({ ...user(id), memberId: canary });
  await store.records.write({ partition: `${canary}-1`, ...about }, [
    record({ value: big }),
    ...Array.from({ length: 50 }, (_, day) => record({ key: `d${day}`, value: { canary } })),
  ]);
  await store.records.write({ partition: `${canary}-2`, ...about, tokenHash: `${canary}-token` }, [
    record({ value: big }),
  ]);
  await store.sessions.create(session({ tokenHash: `${canary}-session`, ...about }));
  await store.oneTimeTokens.put(oneTimeToken({ kind: 'code', hash: `${canary}-one-time-token`, ...about, value: big }));
  await store.inbox.add(delivery(`${canary}-delivery`, { ...about, body: JSON.stringify(big) }));
  await store.events.append(event(`${canary}-event`, { ...about, entityId: canary }));
  const transaction = { kind: 'EXERCISE', ...about, transactionId: canary } as const;
  await store.imports.put(transaction, [{ id: canary, value: big, importedAt: NOW }]);
}

/** In both spellings of bytes. */
function countOf(bytes: Buffer, canary: string): number {
  return bytes.toString('latin1').split(canary).length - 1;
}

export function erasureContract(inDatabase: InDatabase): void {
  it(
    'leaves no byte of the user and everything of the others',
    inDatabase(async ({ open, contents }) => {
      const store = await open({ clock: clockAt(() => NOW) });
      await store.webhooks.put(webhook());
      const ids = Array.from({ length: 12 }, (_, index) => `90000${index}`);
      for (const id of ids) await fill(store, id, `canary-${id}-`);
      for (const id of ids)
        await store.records.write({ partition: `canary-${id}--1`, polarUserId: id }, [record({ fetchedAt: NOW + 1 })]);
      expect(countOf(await contents(), 'canary-900003-')).toBeGreaterThan(3);

      const erased = ids.filter((_, index) => index % 3 === 0);
      for (const id of erased) await store.erasure.user(id);
      const bytes = await contents();
      for (const id of erased) expect(countOf(bytes, `canary-${id}-`)).toBe(0);
      for (const id of erased) expect(countOf(bytes, id)).toBe(0);
      for (const id of ids) {
        expect((await store.users.find(id)) !== null).toBe(!erased.includes(id));
        expect(await store.records.read(`canary-${id}--2`, 'sleep', ['2026-11-20'])).toHaveLength(
          erased.includes(id) ? 0 : 1,
        );
      }
      expect(await store.webhooks.find()).not.toBeNull();
    }),
  );

  it(
    'drops what requests in progress write for the user in the next minute',
    inDatabase(async ({ open }) => {
      let now = NOW;
      const store = await open({ clock: clockAt(() => now) });
      await store.users.connect(user('475'));
      await store.erasure.user('475');
      await store.records.write({ partition: 's', polarUserId: '475' }, [record({ fetchedAt: NOW + 1 })]);
      expect(await store.records.read('s', 'sleep', ['2026-11-20'])).toEqual([]);
      expect(await store.events.append(event('a'))).toBeNull();
      const transaction = { kind: 'ACTIVITY', polarUserId: '475', transactionId: 't' } as const;
      await expect(store.imports.put(transaction, [])).rejects.toMatchObject({ code: 'invalid' });
      await store.records.write({ partition: 't', polarUserId: '476' }, [record()]);
      expect(await store.records.read('t', 'sleep', ['2026-11-20'])).toHaveLength(1);

      now += MINUTE;
      await store.records.write({ partition: 's', polarUserId: '475' }, [record()]);
      expect(await store.records.read('s', 'sleep', ['2026-11-20'])).toHaveLength(1);
    }),
  );

  it(
    'itself leaves no trace after that minute',
    inDatabase(async ({ open, contents }) => {
      const hash = createHash('sha256').update('475').digest('hex');
      let now = NOW;
      const store = await open({ clock: clockAt(() => now) });
      await store.erasure.user('475');
      await store.users.deleteExpiredErasures();
      expect((await contents()).includes(hash)).toBe(true);
      now += MINUTE;
      await store.users.deleteExpiredErasures();
      await store.close();
      expect((await contents()).includes(hash)).toBe(false);
    }),
  );

  it(
    'of what one token has read leaves the key to the other tokens of the person, and takes it with the last',
    inDatabase(async ({ open, backUp }) => {
      const store = await open({ clock: clockAt(() => NOW) });
      const write = (tokenHash: string) =>
        store.records.write({ partition: tokenHash, polarUserId: '475', tokenHash }, [record()]);
      const count = async (from: Store, partition: string) =>
        (await from.records.read(partition, 'sleep', ['2026-11-20'])).length;
      await write('one');
      await write('two');
      const backup = await backUp();
      await store.erasure.dataOfToken('one');
      expect([await count(store, 'one'), await count(store, 'two')]).toEqual([0, 1]);
      await store.erasure.dataOfToken('two');
      await store.close();
      await backup.restore();
      const restored = await open();
      expect([await count(restored, 'one'), await count(restored, 'two')]).toEqual([0, 0]);
      expect(await restored.encryption.deleteUnreadable()).toBe(2);
    }),
  );

  it(
    'ends when the user signs in again',
    inDatabase(async ({ open }) => {
      const store = await open({ clock: clockAt(() => NOW) });
      await store.users.connect(user('475'));
      await store.erasure.user('475');
      await store.erasure.user('475');
      await store.users.connect(user('475', 'again'));
      await store.records.write({ partition: 's', polarUserId: '475' }, [record({ value: 'is-back' })]);
      expect(await store.records.read('s', 'sleep', ['2026-11-20'])).toMatchObject([{ value: 'is-back' }]);
    }),
  );

  it(
    'leaves nothing behind when two processes write during it',
    inDatabase(async ({ open }) => {
      const stores = [await open({ clock: clockAt(() => NOW) }), await open({ clock: clockAt(() => NOW) })] as const;
      const write = (index: number) =>
        stores[index % 2 ? 1 : 0].records.write({ partition: 's', polarUserId: '475' }, [record({ key: `w${index}` })]);
      const keys = Array.from({ length: 60 }, (_, index) => `w${index}`);
      const writes = keys.map((_, index) => (index === 30 ? stores[0].erasure.user('475') : write(index)));
      await Promise.all(writes);
      expect(await stores[1].records.read('s', 'sleep', keys)).toEqual([]);
    }),
  );
}
