// Grants: redeemed once, or never.
import { expect, it } from 'vitest';
import { type InPlace, MINUTE, NOW } from '../place.ts';
import { grant } from '../samples.ts';

export function grantContract(inPlace: InPlace): void {
  it(
    'gives a grant to exactly one of 100 callers, in two processes',
    inPlace(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      for (let round = 0; round < 5; round++) {
        await one.oneTimeTokens.put(grant({ hash: `${round}` }));
        const calls = Array.from({ length: 100 }, (_, index) =>
          (index % 2 ? one : two).oneTimeTokens.redeem('state', `${round}`, NOW),
        );
        const redeemed = await Promise.all(calls);
        expect(redeemed.filter((value) => value !== null)).toEqual([{ returnTo: '/' }]);
      }
    }),
  );

  it(
    'gives nothing for what is unknown, of another kind, or expired',
    inPlace(async ({ open }) => {
      const { oneTimeTokens: grants } = await open();
      const { hash, expiresAt } = grant();
      await grants.put(grant());
      expect(await grants.redeem('state', 'unknown', NOW)).toBeNull();
      expect(await grants.redeem('code', hash, NOW)).toBeNull();
      expect(await grants.redeem('state', hash, expiresAt)).toBeNull();
      expect(await grants.redeem('state', hash, NOW)).toBeNull();
    }),
  );

  it(
    'deletes what expired',
    inPlace(async ({ open }) => {
      const { oneTimeTokens: grants } = await open();
      await grants.put(grant({ hash: '1', expiresAt: NOW }));
      await grants.put(grant({ hash: '2', expiresAt: NOW + MINUTE }));
      expect(await grants.deleteExpired(NOW)).toBe(1);
      expect(await grants.redeem('state', '2', NOW)).toEqual({ returnTo: '/' });
    }),
  );

  it(
    'refuses the same grant twice, naming no value',
    inPlace(async ({ open }) => {
      const { oneTimeTokens: grants } = await open();
      await grants.put(grant({ hash: 'canary-hash' }));
      const error: unknown = await grants.put(grant({ hash: 'canary-hash' })).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'StoreError', code: 'invalid' });
      const { message, cause } = error as Error;
      expect(`${message} ${JSON.stringify(cause)} ${String(cause)} ${(cause as Error).stack}`).not.toContain('canary');
    }),
  );
}
