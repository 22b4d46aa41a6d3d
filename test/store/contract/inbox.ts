// The inbox: no delivery is lost, stored twice or claimed by two.
import { expect, it } from 'vitest';
import { DAY, type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { delivery } from '../samples.ts';

const claim = { now: NOW, leaseMs: MINUTE, limit: 10 };

export function inboxContract(inDatabase: InDatabase): void {
  it(
    'stores a delivery once, however often it is added at the same time',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      const added = await Promise.all(Array.from({ length: 20 }, () => inbox.add(delivery('a'))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await inbox.pending()).toBe(1);
    }),
  );

  it(
    'lets the oldest be claimed first, and nothing again before the lease ends',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      for (const [index, key] of ['c', 'a', 'b'].entries()) {
        await inbox.add(delivery(key, { receivedAt: NOW - index, body: key }));
      }
      const first = await inbox.claim({ ...claim, limit: 2 });
      expect(first.map(({ body, attempts }) => [body, attempts])).toEqual([
        ['b', 1],
        ['a', 1],
      ]);
      expect((await inbox.claim(claim)).map(({ body }) => body)).toEqual(['c']);
      expect(await inbox.claim({ ...claim, now: NOW + MINUTE - 1 })).toEqual([]);
      const again = await inbox.claim({ ...claim, now: NOW + MINUTE });
      expect(again.map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
      expect(again[0]).toMatchObject({ body: 'b', receivedAt: NOW - 2 });
    }),
  );

  it(
    'gives each delivery to one of many workers in two processes',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const keys = Array.from({ length: 100 }, (_, index) => `k${index}`);
      for (const key of keys) await one.inbox.add(delivery(key, { body: key }));
      const claims = Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? one : two).inbox.claim({ ...claim, limit: 5 }),
      );
      const claimed = (await Promise.all(claims)).flat();
      const rest = await one.inbox.claim({ ...claim, limit: 100 });
      expect([...claimed, ...rest].map(({ body }) => body).toSorted()).toEqual(keys.toSorted());
    }),
  );

  it(
    'deletes the body of a delivery that is done, and its key only on request',
    inDatabase(async ({ open, contents }) => {
      const { inbox } = await open();
      await inbox.add(delivery('a', { body: 'canary-body', polarUserId: 'canary-user' }));
      const [one] = await inbox.claim(claim);
      await inbox.done(one?.id ?? '', NOW);
      expect([await inbox.pending(), await inbox.claim({ ...claim, now: NOW + DAY })]).toEqual([0, []]);
      expect(await inbox.add(delivery('a'))).toBe(false);
      expect(await inbox.deleteDone(NOW)).toBe(0);
      expect(await inbox.deleteDone(NOW + 1)).toBe(1);
      expect(await inbox.add(delivery('a'))).toBe(true);
      expect(await inbox.claim(claim)).toMatchObject([{ body: delivery('a').body }]);
      expect((await contents()).includes('canary-body')).toBe(false);
    }),
  );

  it(
    'holds what is claimed for as long as its lease is renewed, and renews nothing that is done or given back',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      for (const key of ['a', 'b', 'c']) await inbox.add(delivery(key));
      const ids = (await inbox.claim(claim)).map(({ id }) => id);
      await inbox.done(ids[0] ?? '', NOW);
      await inbox.retry(ids[1] ?? '', NOW + 1);
      await inbox.renew(ids, NOW + 2 * MINUTE);
      expect(await inbox.claim({ ...claim, now: NOW + MINUTE })).toMatchObject([{ id: ids[1] }]);
      expect(await inbox.claim({ ...claim, now: NOW + 2 * MINUTE })).toHaveLength(2);
      await inbox.renew([], NOW);
    }),
  );

  it(
    'tells each of many who add at once whether theirs was new',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      await inbox.add(delivery('b'));
      const keys = ['c', 'a', 'b', 'a', 'd'];
      const added = await Promise.all(keys.map((key) => inbox.add(delivery(key))));
      expect(added).toEqual([true, true, false, false, true]);
      expect(await inbox.pending()).toBe(4);
    }),
  );

  it(
    'never deletes a delivery that is not done',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      await inbox.add(delivery('a'));
      expect(await inbox.deleteDone(NOW + DAY)).toBe(0);
      expect(await inbox.pending()).toBe(1);
    }),
  );

  it(
    'lets a delivery be claimed again at the time of its retry',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      await inbox.add(delivery('a'));
      const [one] = await inbox.claim(claim);
      await inbox.retry(one?.id ?? '', NOW + 10);
      expect(await inbox.claim({ ...claim, now: NOW + 9 })).toEqual([]);
      expect(await inbox.claim({ ...claim, now: NOW + 10 })).toMatchObject([{ id: one?.id, attempts: 2 }]);
      expect(await inbox.pending()).toBe(1);
    }),
  );

  it(
    'does not wait for a time that only a wrong clock can have written',
    inDatabase(async ({ open }) => {
      const { inbox } = await open();
      const wrong = NOW + 10 * DAY;
      for (const key of ['a', 'b', 'c']) await inbox.add(delivery(key, { receivedAt: wrong, body: key }));
      const [one] = await inbox.claim({ ...claim, now: wrong, limit: 1 });
      await inbox.retry(one?.id ?? '', wrong + MINUTE);
      await inbox.add(delivery('d', { body: 'd' }));
      const found = await inbox.claim({ ...claim, limit: 3 });
      expect(found.map(({ body }) => body).toSorted()).toEqual(['b', 'c', 'd']);
      expect(await inbox.claim(claim)).toMatchObject([{ body: 'a', attempts: 2 }]);
      expect(await inbox.claim(claim)).toEqual([]);
    }),
  );
}
