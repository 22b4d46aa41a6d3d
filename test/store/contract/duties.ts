// Duties: one holder at a time, a progress that outlives it, and a time at which it is due again.
import { expect, it } from 'vitest';
import { DAY, type InDatabase, MINUTE, NOW } from '../test-database.ts';

const claimOf = (holder: string, now = NOW) => ({ name: 'duty', holder, now, leaseMs: MINUTE });

export function dutyContract(inDatabase: InDatabase): void {
  it(
    'is given to one of many who claim it in two processes',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const claims = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? one : two).duties.claim(claimOf(`holder ${index}`), DAY),
      );
      const given = (await Promise.all(claims)).filter(({ isHeld }) => isHeld);
      expect(given).toEqual([{ isHeld: true, progress: null }]);
      expect(await one.duties.claim({ ...claimOf('another'), name: 'another duty' }, DAY)).toMatchObject({
        isHeld: true,
      });
    }),
  );

  it(
    'is with its holder until the lease ends, which it may extend, and then with another, who goes on at its progress',
    inDatabase(async ({ open }) => {
      const { duties } = await open();
      await duties.claim(claimOf('a'), DAY);
      expect(await duties.save(claimOf('a'), 'here')).toBe(true);
      expect(await duties.renew(claimOf('a', NOW + MINUTE - 1))).toBe(true);
      const until = NOW + 2 * MINUTE - 1;
      expect(await duties.claim(claimOf('b', until - 1), DAY)).toEqual({ isHeld: false, dueAt: until });
      expect(await duties.claim(claimOf('b', until), DAY)).toEqual({ isHeld: true, progress: 'here' });
      expect(await duties.renew(claimOf('a', until))).toBe(false);
      expect(await duties.save(claimOf('a'), 'elsewhere')).toBe(false);
      await duties.release(claimOf('a'), NOW);
      expect(await duties.claim(claimOf('c', until + 1), DAY)).toMatchObject({ isHeld: false });
    }),
  );

  it(
    'is not given before it is due again, to whoever it may be',
    inDatabase(async ({ open }) => {
      const { duties } = await open();
      await duties.claim(claimOf('a'), DAY);
      await duties.save(claimOf('a'), 'here');
      await duties.release(claimOf('a'), NOW + DAY);
      for (const holder of ['a', 'b'])
        expect(await duties.claim(claimOf(holder, NOW + DAY - 1), DAY)).toEqual({ isHeld: false, dueAt: NOW + DAY });
      expect(await duties.claim(claimOf('b', NOW + DAY), DAY)).toEqual({ isHeld: true, progress: 'here' });
    }),
  );

  it(
    'does not wait for a time that only a wrong clock can have written',
    inDatabase(async ({ open }) => {
      const { duties } = await open();
      const wrong = NOW + 30 * DAY;
      await duties.claim(claimOf('a', wrong), DAY);
      expect(await duties.claim(claimOf('b'), DAY)).toMatchObject({ isHeld: true });
      await duties.release(claimOf('b'), wrong);
      expect(await duties.claim(claimOf('c'), DAY)).toMatchObject({ isHeld: true });
    }),
  );
}
