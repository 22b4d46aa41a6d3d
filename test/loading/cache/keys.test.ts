import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/calendar.ts';
import {
  cacheKey,
  dateKey,
  idKey,
  LIST_KEY,
  listDateKey,
  partitionOf,
  partitionOfUser,
  SINGLE_KEY,
} from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';

/** Short texts of the characters that could be taken for a border between two of them. */
const texts = fc.oneof(fc.string({ unit: fc.constantFrom('a', '"', ',', '[', ']', '\\', ':', '\ud800') }), fc.string());
const keys = fc.oneof(fc.string({ unit: fc.constantFrom('a', '\n', ':', '-') }), fc.string());
const users = fc.option(fc.oneof(texts, fc.constant('null')), { nil: null });
/** A resource is named by us: no line breaks. */
const names = keys.map((name) => name.replaceAll('\n', ' '));
const parts = fc.record({ user: users, token: texts, resource: names, key: keys });
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

const keyOf = ({ user, token, resource, key }: Parts) =>
  cacheKey(partitionOf(user, createSecret(token)), resource, idKey(key));

const dates = fc.nat(80_000).map((days) => addDays(isoDate('1900-01-01'), days));
/** Ids as AccessLink makes them. */
const ids = fc.stringMatching(/^[\w-]+$/);

describe('the key of a cache entry', () => {
  it('is the same for the same user, token, resource and key, and for no others', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(keyOf({ ...one })).toBe(keyOf(one));
      }),
    );
  });

  it.each(['user', 'token', 'resource', 'key'] as const)('differs when only the %s does', (part) => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one[part]) !== JSON.stringify(other[part]));
        expect(keyOf({ ...one, [part]: other[part] })).not.toBe(keyOf(one));
      }),
    );
  });

  it('does not run user and token, or resource and key, into one another', () => {
    const parted = { user: 'a', token: 'bc', resource: 'r', key: 'k' };
    expect(keyOf(parted)).not.toBe(keyOf({ ...parted, user: 'ab', token: 'c' }));
    expect(keyOf(parted)).not.toBe(keyOf({ ...parted, resource: 'rk', key: '' }));
    expect(keyOf({ ...parted, user: 'null' })).not.toBe(keyOf({ ...parted, user: null }));
  });
});

describe('a partition', () => {
  it('does not show the token or the user', () => {
    expect(partitionOf('4711', createSecret('secret'))).toMatch(/^[\w-]{43}$/);
    expect(partitionOfUser('4711')).toMatch(/^[\w-]{43}$/);
  });

  it('of a user who signed in is never one of a token', () => {
    fc.assert(
      fc.property(users, fc.oneof(texts, fc.constant('null')), texts, (user, token, signedIn) => {
        expect(partitionOf(user, createSecret(token))).not.toBe(partitionOfUser(signedIn));
      }),
    );
    expect(partitionOf('signed in', createSecret('4711'))).not.toBe(partitionOfUser('4711'));
    expect(partitionOf('4711', createSecret('null'))).not.toBe(partitionOfUser('4711'));
  });

  it('of a user who signed in is theirs alone', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(partitionOfUser(one) === partitionOfUser(other)).toBe(one === other);
      }),
    );
  });
});

describe('the key of a record', () => {
  it('is that of one date, one id, or one date of a list', () => {
    fc.assert(
      fc.property(fc.tuple(dates, dates), fc.tuple(ids, ids), ([date, otherDate], [id, otherId]) => {
        expect(dateKey(date) === dateKey(otherDate)).toBe(date === otherDate);
        expect(listDateKey(date) === listDateKey(otherDate)).toBe(date === otherDate);
        expect(idKey(id) === idKey(otherId)).toBe(id === otherId);
      }),
    );
  });

  it('of a date of a list is never one of an id, a date, or the list as a whole', () => {
    fc.assert(
      fc.property(dates, dates, ids, (date, otherDate, id) => {
        const others: string[] = [LIST_KEY, SINGLE_KEY, dateKey(otherDate), dateKey(date), idKey(id), idKey(date)];
        expect(others).not.toContain(listDateKey(date));
      }),
    );
  });

  it('of the list as a whole is empty, as no id and no date is', () => {
    expect(LIST_KEY).toBe('');
  });

  it('of dates of a list sorts as the dates do: a range of them is read from the store by its ends', () => {
    fc.assert(
      fc.property(dates, dates, (date, other) => {
        expect(listDateKey(date) < listDateKey(other)).toBe(date < other);
        expect(dateKey(date) < dateKey(other)).toBe(date < other);
      }),
    );
  });
});
