// Sessions, until they expire or are deleted.
import { expect, it } from 'vitest';
import { type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { session } from '../samples.ts';

export function sessionContract(inDatabase: InDatabase): void {
  it(
    'returns a session until it expires',
    inDatabase(async ({ open }) => {
      const { sessions } = await open();
      await sessions.create(session());
      expect(await sessions.find(session().tokenHash, NOW)).toEqual(session());
      expect(await sessions.find(session().tokenHash, session().expiresAt - 1)).toEqual(session());
      expect(await sessions.find(session().tokenHash, session().expiresAt)).toBeNull();
      expect(await sessions.find('unknown', NOW)).toBeNull();
    }),
  );

  it(
    'lists the sessions of a user that have not expired, newest first, and when each was used',
    inDatabase(async ({ open }) => {
      const { sessions } = await open();
      const make = (tokenHash: string, createdAt: number, polarUserId = '475') =>
        sessions.create(session({ tokenHash, createdAt, polarUserId, expiresAt: createdAt + 10 * MINUTE }));
      await Promise.all([make('old', NOW - 20 * MINUTE), make('1', NOW), make('2', NOW + 1), make('b', NOW, 'b')]);
      await sessions.use('1', NOW + 2);
      const listed = await sessions.list('475', NOW + 2);
      expect(listed.map(({ tokenHash, lastUsedAt }) => [tokenHash, lastUsedAt])).toEqual([
        ['2', NOW + 1],
        ['1', NOW + 2],
      ]);
    }),
  );

  it(
    'ends the oldest of more than a hundred sessions of a user',
    inDatabase(async ({ open }) => {
      const { sessions } = await open();
      for (let index = 0; index < 102; index++)
        await sessions.create(session({ tokenHash: `${index}`, createdAt: NOW + index }));
      const listed = await sessions.list('475', NOW);
      expect([listed.length, listed.at(-1)?.tokenHash]).toEqual([100, '2']);
    }),
  );

  it(
    'signals in every process that sessions of a user have ended, and nothing where none has',
    inDatabase(async ({ open }) => {
      const store = await open();
      const heard: unknown[] = [];
      store.signals.listen((signal) => heard.push(signal));
      await store.sessions.create(session({ tokenHash: '1' }));
      await store.sessions.delete('unknown');
      await store.sessions.delete('1');
      expect(await store.sessions.deleteOfUser('475')).toBe(0);
      await store.signals.send({ type: 'event', polarUserId: '9', id: '1' });
      await expect.poll(() => heard).toHaveLength(2);
      expect(heard).toEqual([
        { type: 'sessions', polarUserId: '475' },
        { type: 'event', polarUserId: '9', id: '1' },
      ]);
    }),
  );

  it(
    'deletes one session, those of a user, and those that have expired',
    inDatabase(async ({ open }) => {
      const { sessions } = await open();
      const make = (tokenHash: string, polarUserId: string, expiresAt = NOW + MINUTE) =>
        sessions.create(session({ tokenHash, polarUserId, expiresAt, kind: 'app' }));
      await Promise.all([make('1', 'a'), make('2', 'b'), make('3', 'b'), make('4', 'c', NOW), make('5', 'c', NOW + 1)]);
      const left = async () => {
        const found = await Promise.all(['1', '2', '3', '4', '5'].map((hash) => sessions.find(hash, NOW - MINUTE)));
        return found.flatMap((one) => (one ? [one.tokenHash] : []));
      };
      await sessions.delete('1');
      expect(await left()).toEqual(['2', '3', '4', '5']);
      await sessions.deleteOfUser('b');
      expect(await left()).toEqual(['4', '5']);
      expect(await sessions.deleteExpired(NOW)).toBe(1);
      expect(await left()).toEqual(['5']);
    }),
  );
}
