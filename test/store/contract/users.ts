// Users and the states of their connections.
import { expect, it } from 'vitest';
import type { InDatabase } from '../test-database.ts';
import { user } from '../samples.ts';

export function userContract(inDatabase: InDatabase): void {
  it(
    'returns a connected user with the token',
    inDatabase(async ({ open }) => {
      const { users } = await open();
      await users.connect({ ...user('475'), memberId: null, registeredAt: null });
      const found = await users.find('475');
      expect(found).toMatchObject({ polarUserId: '475', memberId: null, registeredAt: null, state: 'connected' });
      expect(found?.token.reveal()).toBe('token-of-475');
      expect(await users.find('476')).toBeNull();
    }),
  );

  it(
    'connects a user again with another token, whatever the state was',
    inDatabase(async ({ open }) => {
      const { users } = await open();
      await users.connect(user('475'));
      await users.mark('475', 'deletion-pending');
      await users.connect(user('475', 'another'));
      const found = await users.find('475');
      expect([found?.state, found?.token.reveal()]).toEqual(['connected', 'another']);
    }),
  );

  it(
    'lists the users of a state, also those whose token cannot be decrypted',
    inDatabase(async ({ open, run }) => {
      const { users } = await open();
      for (const id of ['3', '1', '2']) await users.connect(user(id));
      await users.mark('2', 'reauthentication-required');
      expect((await users.list('connected')).map(({ polarUserId }) => polarUserId)).toEqual(['1', '3']);
      await run("update users set token_encrypted = 'broken' where polar_user_id <> '1'");
      expect((await users.list('connected')).map(({ polarUserId }) => polarUserId)).toEqual(['1', '3']);
      expect(await users.list('reauthentication-required')).toMatchObject([{ polarUserId: '2' }]);
      await expect(users.find('2')).rejects.toMatchObject({ code: 'undecryptable' });
      expect(await users.list('deletion-pending')).toEqual([]);
    }),
  );

  it(
    'returns pages of the users in any state, without their tokens',
    inDatabase(async ({ open }) => {
      const { users } = await open();
      for (const id of ['3', '1', '20', '2']) await users.connect(user(id));
      await users.mark('2', 'deletion-pending');
      const ids = async (page: Partial<Parameters<typeof users.page>[0]> = {}) => {
        const found = await users.page({ after: null, before: null, limit: 10, end: 'first', ...page });
        return found.map(({ polarUserId }) => polarUserId);
      };
      expect(await ids()).toEqual(['1', '2', '20', '3']);
      expect(await ids({ limit: 2 })).toEqual(['1', '2']);
      expect(await ids({ limit: 2, end: 'last' })).toEqual(['20', '3']);
      expect(await ids({ after: '1', before: '3' })).toEqual(['2', '20']);
      expect(await ids({ after: '1', before: '3', limit: 1, end: 'last' })).toEqual(['20']);
      const [, second] = await users.page({ after: null, before: null, limit: 2, end: 'first' });
      const { token: _, ...rest } = user('2');
      expect(second).toEqual({ ...rest, state: 'deletion-pending' });
    }),
  );

  it.each([
    ['connected', 'reauthentication-required', true],
    ['reauthentication-required', 'reauthentication-required', false],
    ['deletion-pending', 'reauthentication-required', false],
    ['connected', 'deletion-pending', true],
    ['reauthentication-required', 'deletion-pending', true],
    ['deletion-pending', 'deletion-pending', false],
  ] as const)('changes the state of a user from %s to %s: %s', (from, to, changes) =>
    inDatabase(async ({ open }) => {
      const { users } = await open();
      await users.connect(user('475'));
      if (from !== 'connected') await users.mark('475', from);
      expect(await users.mark('475', to)).toBe(changes);
      expect((await users.find('475'))?.state).toBe(changes ? to : from);
    })(),
  );

  it(
    'marks a user for exactly one of many callers, and for none when there is no such user',
    inDatabase(async ({ open }) => {
      const { users } = await open();
      await users.connect(user('475'));
      const marked = await Promise.all(
        Array.from({ length: 50 }, () => users.mark('475', 'reauthentication-required')),
      );
      expect(marked.filter(Boolean)).toHaveLength(1);
      expect(await users.mark('476', 'deletion-pending')).toBe(false);
    }),
  );
}
