// Values that records of one person share.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareEqualValues } from '../../../src/loading/cache/equal-values.ts';

const texts = fc.constantFrom('a', 'b', 'long enough to be no literal');
const numbers = fc.constantFrom(0, -0, Number.NaN, 1);
const part = fc.dictionary(fc.constantFrom('low', 'high'), fc.oneof(texts, numbers, fc.constant(null)), {
  noNullPrototype: true,
});
const value = fc.oneof(texts, numbers, fc.constant(null), part, fc.array(texts), fc.constant(undefined));
const record = fc.dictionary(fc.constantFrom('date', 'level'), value, { noNullPrototype: true });

test('A record that shares values says what it said', () => {
  fc.assert(
    fc.property(record, fc.option(record, { nil: undefined }), texts, (own, neighbour, key) => {
      const [before, others] = [structuredClone(own), structuredClone(neighbour)];
      shareEqualValues(own, { key, neighbour });
      expect(own).toStrictEqual(before);
      expect(neighbour).toStrictEqual(others);
    }),
    { numRuns: 2_000 },
  );
});

test('A part that equals that of another record is the same object', () => {
  const level = () => ({ low: 22.8, high: 113.98 });
  const [own, neighbour] = [{ level: level() }, { level: level() }];
  shareEqualValues(own, { key: '2026-03-01', neighbour });
  expect(own.level).toBe(neighbour.level);
});

test('A part that differs in one value, or has one more, stays its own', () => {
  for (const other of [{ low: 22.8 }, { low: 22.8, high: 114 }, { low: 22.8, high: 113.98, more: 1 }]) {
    const [own, neighbour] = [{ level: { low: 22.8, high: 113.98 } }, { level: other }];
    shareEqualValues(own, { key: '', neighbour });
    expect(own.level).not.toBe(neighbour.level);
  }
});

test('A list is never shared', () => {
  const [own, neighbour] = [{ samples: ['a'] }, { samples: ['a'] }];
  shareEqualValues(own, { key: '', neighbour });
  expect(own.samples).not.toBe(neighbour.samples);
});
