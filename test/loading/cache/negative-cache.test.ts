// Cached denials: what they are of, and how long they last.
import { beforeEach, describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createNegativeCache, type NegativeCache } from '../../../src/loading/cache/negative-cache.ts';

const [MINE, THEIRS] = [partitionOfUser('1'), partitionOfUser('2')];
const MINUTE = 60_000;

let now: number;
let cache: NegativeCache;
beforeEach(() => {
  now = 1_000_000;
  cache = createNegativeCache(() => now, 2);
});

const error = (code: AccessLinkErrorCode, retryAfterSeconds?: number) =>
  new AccessLinkError(code, code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

it('a clock that is set back makes nothing last longer', () => {
  const right = now;
  now += 10 * 24 * 60 * MINUTE;
  cache.put(MINE, 'sleep', error('forbidden'));
  cache.putRegistration(MINE, false);
  now = right;
  expect([cache.find(MINE, 'sleep'), cache.findRegistration(MINE)]).toEqual([null, null]);
});

describe('a cached denial', () => {
  it('is of one person and resource', () => {
    cache.put(MINE, 'sleep', error('forbidden'));
    expect(cache.find(MINE, 'sleep')).toBe('forbidden');
    expect([cache.find(MINE, 'exercises'), cache.find(THEIRS, 'sleep')]).toEqual([null, null]);
  });

  it.each([
    ['of a missing right lasts for a quarter of an hour', error('forbidden'), 15 * MINUTE],
    ['of a rate limit lasts as long as AccessLink says', error('rate-limited', 90), 90_000],
    ['of somebody who is not registered lasts as long', error('unregistered'), 15 * MINUTE],
    [
      'of a rate limit lasts for a quarter of an hour when AccessLink does not say how long',
      error('rate-limited'),
      15 * MINUTE,
    ],
  ])('%s', (_, denial, ttlMs) => {
    cache.put(MINE, 'sleep', denial);
    now += ttlMs - 1;
    expect(cache.find(MINE, 'sleep')).toBe(denial.code);
    now += 1;
    expect(cache.find(MINE, 'sleep')).toBeNull();
  });

  it.each([
    ['a reply', null],
    ['a failure that denies nothing', error('timeout')],
    ['a failure of another kind', new Error('forbidden')],
  ])('ends with %s', (_, outcome) => {
    cache.put(MINE, 'sleep', error('forbidden'));
    cache.put(MINE, 'sleep', outcome);
    expect(cache.find(MINE, 'sleep')).toBeNull();
  });

  it('gives way to newer ones when there are too many', () => {
    for (const resource of ['sleep', 'exercises', 'cardio load']) cache.put(MINE, resource, error('forbidden'));
    expect(cache.find(MINE, 'sleep')).toBeNull();
    expect(cache.find(MINE, 'exercises')).toBe('forbidden');
  });
});

describe('a cached registration', () => {
  it('is of one person, and lasts for five minutes', () => {
    cache.putRegistration(MINE, false);
    expect([cache.findRegistration(MINE), cache.findRegistration(THEIRS)]).toEqual([false, null]);
    cache.putRegistration(MINE, true);
    now += 5 * MINUTE - 1;
    expect(cache.findRegistration(MINE)).toBe(true);
    now += 1;
    expect(cache.findRegistration(MINE)).toBeNull();
  });
});
