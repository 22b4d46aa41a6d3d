// "Nothing" that was read with more flags is over when a record was read since with fewer.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CacheEntry, hasFlags, newestWith } from '../../../src/loading/cache/entry.ts';

const FLAGS = ['samples', 'zones'];
const entry = fc.record({
  value: fc.constantFrom<readonly string[]>([], ['record']),
  flags: fc.subarray(FLAGS),
  fetchedAt: fc.nat(5),
});

function asEntry(one: {
  readonly value: readonly string[];
  readonly flags: readonly string[];
  readonly fetchedAt: number;
}) {
  return { ...one, freshUntil: 100, version: 1 } satisfies CacheEntry;
}

it('an entry of "nothing" answers only while no record was read after it, with whatever flags', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.subarray(FLAGS), (entries, flags) => {
      const all = entries.map(asEntry);
      const newest = newestWith(all, flags);
      const records = all.filter(({ value }) => value.length > 0);
      const isOver = (one: CacheEntry<readonly string[]>) =>
        one.value.length === 0 && records.some(({ fetchedAt }) => fetchedAt > one.fetchedAt);
      const answering = all.filter((one) => hasFlags(one, flags) && !isOver(one));
      expect(newest?.fetchedAt).toBe(answering.map(({ fetchedAt }) => fetchedAt).toSorted((a, b) => b - a)[0]);
    }),
  );
});

it('an entry of "nothing" without its value is over likewise', () => {
  const times = { freshUntil: 100, version: 1 };
  const nothing = { ...times, flags: ['samples'], fetchedAt: 1, isNothing: true };
  const record = { ...times, flags: [], fetchedAt: 2, isNothing: false };
  expect(newestWith([nothing, record], ['samples'])).toBeUndefined();
  expect(newestWith([nothing, { ...record, fetchedAt: 0 }], ['samples'])).toBe(nothing);
});
