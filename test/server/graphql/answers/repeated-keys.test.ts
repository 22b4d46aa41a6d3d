// What was asked before: known from the second time on.
import { expect, it } from 'vitest';
import { createRepeatedKeys } from '../../../../src/server/graphql/answers/repeated-keys.ts';

it('a key is known from the second time on, and others are not known with it', () => {
  const isRepeated = createRepeatedKeys();
  expect(['a', 'b', 'a', 'b', 'c', ''].map(isRepeated)).toEqual([false, false, true, true, false, false]);
});

it('a key is known for a while among others, and not for ever', () => {
  const isRepeated = createRepeatedKeys();
  isRepeated('a');
  for (let nth = 0; nth < 100; nth += 1) isRepeated(`another ${nth}`);
  expect(isRepeated('a')).toBe(true);
  for (let nth = 0; nth < 200_000; nth += 1) isRepeated(`another ${nth}`);
  expect(isRepeated('a')).toBe(false);
});
