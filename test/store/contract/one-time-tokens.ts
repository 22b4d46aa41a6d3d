// One-time tokens: redeemed once, or never.
import { expect, it } from 'vitest';
import { type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { oneTimeToken } from '../samples.ts';

export function oneTimeTokenContract(inDatabase: InDatabase): void {
  it(
    'lets exactly one of 100 callers in two processes redeem a token',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      for (let round = 0; round < 5; round++) {
        await one.oneTimeTokens.put(oneTimeToken({ hash: `${round}` }));
        const calls = Array.from({ length: 100 }, (_, index) =>
          (index % 2 ? one : two).oneTimeTokens.redeem('state', `${round}`, NOW),
        );
        const redeemed = await Promise.all(calls);
        expect(redeemed.filter((value) => value !== null)).toEqual([{ returnTo: '/' }]);
      }
    }),
  );

  it(
    'returns null for a token that is unknown, of another kind, expired or redeemed',
    inDatabase(async ({ open }) => {
      const { oneTimeTokens } = await open();
      const { hash, expiresAt } = oneTimeToken();
      await oneTimeTokens.put(oneTimeToken());
      expect(await oneTimeTokens.redeem('state', 'unknown', NOW)).toBeNull();
      expect(await oneTimeTokens.redeem('code', hash, NOW)).toBeNull();
      expect(await oneTimeTokens.redeem('state', hash, expiresAt)).toBeNull();
      expect(await oneTimeTokens.redeem('state', hash, NOW)).toBeNull();
    }),
  );

  it(
    'deletes expired tokens',
    inDatabase(async ({ open }) => {
      const { oneTimeTokens } = await open();
      await oneTimeTokens.put(oneTimeToken({ hash: '1', expiresAt: NOW }));
      await oneTimeTokens.put(oneTimeToken({ hash: '2', expiresAt: NOW + MINUTE }));
      expect(await oneTimeTokens.deleteExpired(NOW)).toBe(1);
      expect(await oneTimeTokens.redeem('state', '2', NOW)).toEqual({ returnTo: '/' });
    }),
  );

  it(
    'rejects the same token twice, and repeats no value in the error',
    inDatabase(async ({ open }) => {
      const { oneTimeTokens } = await open();
      await oneTimeTokens.put(oneTimeToken({ hash: 'canary-hash' }));
      const error: unknown = await oneTimeTokens
        .put(oneTimeToken({ hash: 'canary-hash' }))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'StoreError', code: 'invalid' });
      const { message, cause } = error as Error;
      expect(`${message} ${JSON.stringify(cause)} ${String(cause)} ${(cause as Error).stack}`).not.toContain('canary');
    }),
  );
}
