// What is added at once is written together, and what spoils a group harms itself alone.
import { expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import { createGroupCommit } from '../../../src/store/tables/group-commit.ts';

const LIMITS = { maxItems: 4, maxWaiting: 8 };

/** A group commit whose groups are written when the test says so. */
function gated(fails: (item: number) => Error | null = () => null) {
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const add = createGroupCommit<number, string>(async (items) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => gates.push(resolve));
    for (const item of items) {
      const failure = fails(item);
      if (failure) throw failure;
    }
    return items.map((item) => `stored ${item}`);
  }, LIMITS);
  const open = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { add, groups, open };
}

it('Items that are added while a group is written are the next group, each with its own result', async () => {
  const { add, groups, open } = gated();
  const first = [add(1), add(2)];
  await open();
  expect(await Promise.all(first)).toEqual(['stored 1', 'stored 2']);
  const second = add(3);
  await new Promise((resolve) => setImmediate(resolve));
  const more = [4, 5, 6, 7, 8].map(add);
  await open();
  expect(await second).toBe('stored 3');
  await open();
  await open();
  expect(await Promise.all(more)).toEqual([4, 5, 6, 7, 8].map((item) => `stored ${item}`));
  expect(groups).toEqual([[1, 2], [3], [4, 5, 6, 7], [8]]);
});

it('An item whose value is refused spoils no other of its group', async () => {
  const { add, groups, open } = gated((item) => (item === 2 ? new StoreError('invalid', 'no') : null));
  const all = Promise.allSettled([1, 2, 3].map(add));
  for (let times = 0; times < 4; times += 1) await open();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([[1, 2, 3], [1], [2], [3]]);
});

it('A database that is not available is asked once for a group, which it rejects', async () => {
  const { add, groups, open } = gated(() => new StoreError('unavailable', 'gone'));
  const all = Promise.allSettled([1, 2, 3].map(add));
  await open();
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(groups).toHaveLength(1);
});

it('An item that finds too many waiting is rejected at once', async () => {
  const { add, open } = gated();
  const all = Array.from({ length: 8 }, (_, item) => add(item));
  await expect(add(9)).rejects.toMatchObject({ code: 'unavailable' });
  await open();
  await open();
  expect(await Promise.all(all)).toHaveLength(8);
});
