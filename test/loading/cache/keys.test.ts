import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysFor, recordKey, partitionOf, type RecordRequest } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';

const ALL = ['steps', 'zones', 'stamps'];
const wishOf = (resource: string, what: string, flags: readonly string[]): RecordRequest => ({
  resource,
  key: what,
  flags,
  allFlags: ALL,
});

/** Short texts of the signs that could be taken for a border between two of them. */
const texts = fc.oneof(fc.string({ unit: fc.constantFrom('a', '"', ',', '[', ']', '\\', ':', '\ud800') }), fc.string());
const parts = fc.record({
  user: fc.option(fc.oneof(texts, fc.constant('null')), { nil: null }),
  token: texts,
  resource: texts,
  what: texts,
  flags: fc.array(texts, { maxLength: 3 }),
});
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

const keyOf = ({ user, token, resource, what, flags }: Parts) =>
  recordKey(partitionOf(user, createSecret(token)), wishOf(resource, what, flags));

describe('recordKey', () => {
  it('is the same for the same user, token, resource, what and flags, and for no others', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(keyOf({ ...one })).toBe(keyOf(one));
      }),
    );
  });

  it.each(['user', 'token', 'resource', 'what', 'flags'] as const)('differs when only the %s does', (part) => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one[part]) !== JSON.stringify(other[part]));
        expect(keyOf({ ...one, [part]: other[part] })).not.toBe(keyOf(one));
      }),
    );
  });

  it('does not run user and token, or what and flags, into one another', () => {
    const parted = { user: 'a', token: 'bc', resource: 'r', what: 'w', flags: ['x'] };
    expect(keyOf(parted)).not.toBe(keyOf({ ...parted, user: 'ab', token: 'c' }));
    expect(keyOf(parted)).not.toBe(keyOf({ ...parted, resource: 'rw', what: '' }));
    expect(keyOf({ ...parted, flags: ['x', 'y'] })).not.toBe(keyOf({ ...parted, flags: ['x,y'] }));
    expect(keyOf({ ...parted, user: 'null' })).not.toBe(keyOf({ ...parted, user: null }));
  });
});

describe('scopeOf', () => {
  it('does not show the token or the user', () => {
    expect(partitionOf('4711', createSecret('secret'))).toMatch(/^[\w-]{43}$/);
  });
});

describe('keysFor', () => {
  it('finds a record under every set of flags that holds the wanted ones, and under no other', () => {
    const scope = partitionOf('1', createSecret('t'));
    const subsets = fc.subarray(ALL);
    fc.assert(
      fc.property(subsets, subsets, (wanted, read) => {
        const key = recordKey(scope, wishOf('activity', '2026-11-22', read));
        const isRichEnough = wanted.every((flag) => read.includes(flag));
        expect(keysFor(scope, wishOf('activity', '2026-11-22', wanted)).includes(key)).toBe(isRichEnough);
      }),
    );
    expect(keysFor(scope, wishOf('activity', '2026-11-22', []))).toHaveLength(8);
  });
});
