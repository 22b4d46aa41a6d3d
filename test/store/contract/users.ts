// Users and the states of their links.
import { expect, it } from 'vitest';
import type { InPlace } from '../place.ts';
import { user } from '../samples.ts';

export function userContract(inPlace: InPlace): void {
  it(
    'gives back a linked user with the token',
    inPlace(async ({ open }) => {
      const { users } = await open();
      await users.connect({ ...user('475'), memberId: null, registeredAt: null });
      const found = await users.find('475');
      expect(found).toMatchObject({ polarUserId: '475', memberId: null, registeredAt: null, state: 'connected' });
      expect(found?.token.reveal()).toBe('token-of-475');
      expect(await users.find('476')).toBeNull();
    }),
  );

  it(
    'links again with another token, whatever the state was',
    inPlace(async ({ open }) => {
      const { users } = await open();
      await users.connect(user('475'));
      await users.mark('475', 'deletion-pending');
      await users.connect(user('475', 'another'));
      const found = await users.find('475');
      expect([found?.state, found?.token.reveal()]).toEqual(['connected', 'another']);
    }),
  );

  it(
    'lists the users of a state',
    inPlace(async ({ open }) => {
      const { users } = await open();
      for (const id of ['3', '1', '2']) await users.connect(user(id));
      await users.mark('2', 'reauthentication-required');
      expect((await users.list('connected')).map(({ polarUserId }) => polarUserId)).toEqual(['1', '3']);
      expect((await users.list('reauthentication-required')).map(({ token }) => token.reveal())).toEqual([
        'token-of-2',
      ]);
      expect(await users.list('deletion-pending')).toEqual([]);
    }),
  );

  it(
    'gives stretches of the users in any state, without their tokens',
    inPlace(async ({ open }) => {
      const { users } = await open();
      for (const id of ['3', '1', '20', '2']) await users.connect(user(id));
      await users.mark('2', 'deletion-pending');
      const ids = async (stretch: Partial<Parameters<typeof users.page>[0]> = {}) => {
        const found = await users.page({ after: null, before: null, limit: 10, end: 'first', ...stretch });
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
  ] as const)('a %s user marked %s: %s', (from, to, changes) =>
    inPlace(async ({ open }) => {
      const { users } = await open();
      await users.connect(user('475'));
      if (from !== 'connected') await users.mark('475', from);
      expect(await users.mark('475', to)).toBe(changes);
      expect((await users.find('475'))?.state).toBe(changes ? to : from);
    })(),
  );

  it(
    'marks for one of many callers at once, and nobody for a user that is not there',
    inPlace(async ({ open }) => {
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
