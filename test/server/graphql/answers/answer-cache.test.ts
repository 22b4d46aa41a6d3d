// Answers that are repeated: for as long as everything in them is true, and within their part of the memory.
import { beforeEach, describe, expect, it } from 'vitest';
import { partitionOfUser } from '../../../../src/loading/cache/keys.ts';
import {
  type AnswerCache,
  createAnswerCache,
  type RememberedAnswer,
} from '../../../../src/server/graphql/answers/answer-cache.ts';
import { NO_BUDGET } from '../../../../src/server/viewer-budget.ts';

const MINUTE = 60_000;
/** A quarter of an hour begins. */
const START = Date.parse('2026-11-22T18:30:00Z');

let now: number;
let isUnchanged: boolean;
let cache: AnswerCache;
beforeEach(() => {
  [now, isUnchanged] = [START, true];
  cache = createAnswerCache(100_000, () => now);
});

function answer(
  more: { readonly freshUntil?: number; readonly user?: string; readonly size?: number } = {},
): RememberedAnswer {
  const { freshUntil = START + 60 * MINUTE, user = '1', size = 100 } = more;
  return {
    headers: {},
    body: 'x'.repeat(size),
    windows: '',
    start: 0,
    rateLimit: () => NO_BUDGET,
    isAuthentic: () => true,
    person: null,
    partition: partitionOfUser(user),
    freshness: { freshUntil, isUnchanged: () => isUnchanged },
    summary: { type: 'query', name: null, codes: [], stats: null },
  };
}

const isThere = (key = 'a') => cache.find(key) !== null;

describe('an answer', () => {
  it('ends with the first record in it, to the millisecond', () => {
    cache.put('a', answer({ freshUntil: START + MINUTE }));
    now = START + MINUTE - 1;
    expect(isThere()).toBe(true);
    now = START + MINUTE;
    expect(isThere()).toBe(false);
  });

  it('ends with the quarter of an hour, with which a day may begin somewhere', () => {
    now = START + 14 * MINUTE;
    cache.put('a', answer());
    now = START + 15 * MINUTE - 1;
    expect(isThere()).toBe(true);
    now = START + 15 * MINUTE;
    expect(isThere()).toBe(false);
  });

  it('ends when what was looked up has changed, and does not come back', () => {
    cache.put('a', answer());
    isUnchanged = false;
    expect(isThere()).toBe(false);
    isUnchanged = true;
    expect(isThere()).toBe(false);
  });

  it('is not given out by a clock that was set back behind it', () => {
    cache.put('a', answer());
    now = START - 1;
    expect(isThere()).toBe(false);
  });

  it.each([
    ['has ended already', { freshUntil: START }],
    ['is larger than an eighth of all may be', { size: 12_500 }],
  ])('that %s is not remembered', (_, more) => {
    cache.put('a', answer(more));
    expect([isThere(), cache.bytes()]).toEqual([false, 0]);
  });

  it('whose records have changed since is not remembered', () => {
    isUnchanged = false;
    cache.put('a', answer());
    expect(cache.bytes()).toBe(0);
  });

  it('takes the place of the one before it, and counts once', () => {
    cache.put('a', answer());
    const bytes = cache.bytes();
    cache.put('a', answer());
    expect(cache.bytes()).toBe(bytes);
  });
});

it('all answers together stay within their bytes, and those that were used last stay', () => {
  for (let nth = 0; nth < 100; nth += 1) {
    cache.put(`key ${nth}`, answer({ size: 1_000 }));
    expect(isThere('key 0')).toBe(true);
    expect(cache.bytes()).toBeLessThanOrEqual(100_000);
  }
  expect(isThere('key 1')).toBe(false);
  expect(isThere('key 99')).toBe(true);
});

it('the answers of one person are forgotten, and no others', () => {
  cache.put('a', answer({ user: '1' }));
  cache.put('b', answer({ user: '2' }));
  cache.forget(partitionOfUser('1'));
  expect([isThere('a'), isThere('b')]).toEqual([false, true]);
  cache.clear();
  expect([isThere('b'), cache.bytes()]).toEqual([false, 0]);
});
