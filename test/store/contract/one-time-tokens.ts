// One-time tokens: used first by one caller, and states: claimed by one.
import { expect, it } from 'vitest';
import type { StateClaim, TokenUse } from '../../../src/store/contract/one-time-tokens.ts';
import { type InDatabase, MINUTE, NOW } from '../test-database.ts';
import { oneTimeToken } from '../samples.ts';

const use = (changes: Partial<TokenUse> = {}): TokenUse => ({
  kind: 'code',
  hash: oneTimeToken().hash,
  now: NOW,
  result: 'session',
  keepUntil: NOW + 10 * MINUTE,
  ...changes,
});
const claim = (changes: Partial<StateClaim> = {}): StateClaim => ({
  hash: 'state',
  now: NOW,
  expiresAt: NOW + MINUTE,
  limit: 100,
  ...changes,
});

export function oneTimeTokenContract(inDatabase: InDatabase): void {
  it(
    'lets exactly one of 100 callers in two processes be the first to use a token, and tells all the others its result',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      for (let round = 0; round < 5; round++) {
        await one.oneTimeTokens.put(oneTimeToken({ hash: `${round}` }));
        const calls = Array.from({ length: 100 }, (_, index) =>
          (index % 2 ? one : two).oneTimeTokens.use(use({ hash: `${round}`, result: `${index}` })),
        );
        const used = await Promise.all(calls);
        const first = used.filter((each) => each?.uses === 1);
        expect(first).toMatchObject([{ value: { returnTo: '/' } }]);
        expect(new Set(used.map((each) => each?.result))).toEqual(new Set([first[0]?.result]));
        expect(await two.oneTimeTokens.uses('code', `${round}`)).toBe(100);
      }
    }),
  );

  it(
    'counts no use of a token that is unknown, or has expired, and stores nothing about it',
    inDatabase(async ({ open, contents }) => {
      const { oneTimeTokens } = await open();
      const { hash, expiresAt } = oneTimeToken();
      await oneTimeTokens.put(oneTimeToken());
      expect(await oneTimeTokens.use(use({ hash: 'canary-hash', result: 'canary' }))).toBeNull();
      expect(await oneTimeTokens.use(use({ now: expiresAt }))).toBeNull();
      expect([await oneTimeTokens.uses('code', 'canary-hash'), await oneTimeTokens.uses('code', hash)]).toEqual([0, 0]);
      expect((await contents()).includes('canary')).toBe(false);
    }),
  );

  it(
    'remembers a used token until the time that its first use says, and deletes what has expired',
    inDatabase(async ({ open }) => {
      const { oneTimeTokens } = await open();
      await oneTimeTokens.put(oneTimeToken({ hash: '1', expiresAt: NOW + MINUTE }));
      await oneTimeTokens.put(oneTimeToken({ hash: '2', expiresAt: NOW + MINUTE }));
      await oneTimeTokens.use(use({ hash: '2', keepUntil: NOW + 2 * MINUTE }));
      await oneTimeTokens.use(use({ hash: '2', keepUntil: NOW + 9 * MINUTE }));
      expect(await oneTimeTokens.deleteExpired(NOW + MINUTE)).toBe(1);
      expect(await oneTimeTokens.use(use({ hash: '2', now: NOW + MINUTE }))).toMatchObject({ uses: 3 });
      expect(await oneTimeTokens.deleteExpired(NOW + 2 * MINUTE)).toBe(1);
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

  it(
    'gives a state to exactly one of 100 callers in two processes, until it has expired',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const calls = Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? one : two).oneTimeTokens.claimState(claim({ limit: 1_000 })),
      );
      expect((await Promise.all(calls)).filter((claimed) => claimed !== 'used')).toEqual(['claimed']);
      expect(await one.oneTimeTokens.deleteExpired(NOW + MINUTE)).toBe(1);
    }),
  );

  it(
    'remembers a limited number of used states, and counts those that have expired no more',
    inDatabase(async ({ open }) => {
      const { oneTimeTokens } = await open();
      const next = (hash: string, now = NOW) => oneTimeTokens.claimState(claim({ hash, now, limit: 2 }));
      expect([await next('1'), await next('2'), await next('3')]).toEqual(['claimed', 'claimed', 'full']);
      expect(await next('3', NOW + MINUTE)).toBe('claimed');
    }),
  );
}
