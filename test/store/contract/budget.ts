// The contract of the request budget.
import { expect, it } from 'vitest';
import type { StoredBudget } from '../../../src/store/contract/budget.ts';
import { user } from '../samples.ts';
import type { InDatabase } from '../test-database.ts';

const NOTHING: StoredBudget = { short: null, long: null, blockedUntil: null };
const WINDOW = { limit: 520, used: 3, taken: 7, resetsAt: 1_000 };

export function budgetContract(inDatabase: InDatabase): void {
  it(
    'is empty at first, and then what the last change made of it, also for another process',
    inDatabase(async ({ open }) => {
      const store = await open();
      const seen: StoredBudget[] = [];
      const keep = (next: StoredBudget) =>
        store.budget.update((stored) => {
          seen.push(stored);
          return next;
        });
      await keep({ ...NOTHING, short: WINDOW });
      await keep({ short: WINDOW, long: { ...WINDOW, used: null }, blockedUntil: 5 });
      await store.close();
      const again = await open();
      await again.budget.update((stored) => {
        seen.push(stored);
        return stored;
      });
      expect(seen).toEqual([
        NOTHING,
        { ...NOTHING, short: WINDOW },
        { short: WINDOW, long: { ...WINDOW, used: null }, blockedUntil: 5 },
      ]);
    }),
  );

  it(
    'loses no change of those that are made at once',
    inDatabase(async ({ open }) => {
      const [one, other] = [await open(), await open()];
      const takeOne = ({ short, ...others }: StoredBudget): StoredBudget => ({
        ...others,
        short: { ...WINDOW, taken: (short?.taken ?? 0) + 1 },
      });
      const changes = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? one : other).budget.update(takeOne));
      await Promise.all(changes);
      const taken: (number | undefined)[] = [];
      await one.budget.update((stored) => {
        taken.push(stored.short?.taken);
        return stored;
      });
      expect(taken).toEqual([20]);
    }),
  );

  it(
    'stays as it was when a change fails',
    inDatabase(async ({ open }) => {
      const { budget } = await open();
      await budget.update(() => ({ ...NOTHING, blockedUntil: 7 }));
      const failing = budget.update(() => {
        throw new Error('Cannot change it');
      });
      await expect(failing).rejects.toThrow('budget.update');
      const seen: StoredBudget[] = [];
      await budget.update((stored) => {
        seen.push(stored);
        return stored;
      });
      expect(seen).toEqual([{ ...NOTHING, blockedUntil: 7 }]);
    }),
  );

  it(
    'knows how many users are stored',
    inDatabase(async ({ open }) => {
      const { budget, users } = await open();
      expect(await budget.countUsers()).toBe(0);
      await users.connect(user('1'));
      await users.connect(user('2'));
      expect(await budget.countUsers()).toBe(2);
    }),
  );
}
