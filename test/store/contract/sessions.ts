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
