// Packed values are what JSON gives back, whatever they are, in bytes that never change.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dictionary } from '../../../src/store/packing/dictionary.ts';
import { pack } from '../../../src/store/packing/pack.ts';
import { unpack } from '../../../src/store/packing/unpack.ts';

/** The slow obvious model: JSON. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const packed = (value: unknown): unknown => unpack(pack(value));

const digits = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
const clock = fc.tuple(digits(24), digits(60)).map((parts) => parts.join(':'));
const clockWithSeconds = fc.tuple(digits(24), digits(60), digits(60)).map((parts) => parts.join(':'));
const date = fc.tuple(fc.integer({ min: 0, max: 9_999 }), digits(13), digits(32)).map(([year, month, day]) => {
  return `${String(year).padStart(4, '0')}-${month}-${day}`;
});
const time = fc
  .tuple(
    fc.oneof(clock, clockWithSeconds),
    fc.constantFrom('', '.000', '.594', '.59'),
    fc.constantFrom('', 'Z', '+', '-'),
    clock,
  )
  .map(
    ([start, fraction, sign, offset]) => `T${start}${fraction}${sign}${sign.length > 0 && sign !== 'Z' ? offset : ''}`,
  );
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...dictionary.words, ...dictionary.prefixes, '\ud800', 'https://', '__proto__'),
  fc.tuple(fc.constantFrom(...dictionary.prefixes), fc.string()).map((parts) => parts.join('')),
  clock,
  clockWithSeconds,
  date,
  fc.tuple(date, fc.string()).map((parts) => parts.join('')),
  time,
  fc.tuple(date, time).map((parts) => parts.join('')),
);
const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger(),
  fc.double(),
  fc.tuple(fc.integer(), fc.constantFrom(10, 100, 1_000, 10_000, 100_000)).map(([whole, power]) => whole / power),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false, undefined),
    number,
    text,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(number, { maxLength: 40 }),
    fc.array(fc.integer({ min: 50, max: 60 }).map(Number), { maxLength: 40 }),
    fc.array(fc.tuple(clock, number), { maxLength: 20 }),
    fc.array(fc.tuple(clockWithSeconds, tie('value')), { maxLength: 20 }),
    fc.array(fc.record({ heart_rate: number, sample_time: clockWithSeconds }), { maxLength: 20 }),
    fc.array(fc.record({ heart_rate: tie('value'), sample_time: text }), { maxLength: 5 }),
    fc.constantFrom(...dictionary.shapes).chain(({ keys }) =>
      fc.array(tie('value'), { minLength: keys.length, maxLength: keys.length }).map((values) => {
        return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
      }),
    ),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}));

it('A packed value is what JSON gives back', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const record = { value };
      const expected = asJson(record);
      expect(packed(record)).toEqual(expected);
      // Keys have their order, and numbers their sign, in the text.
      expect(JSON.stringify(packed(record))).toBe(JSON.stringify(expected));
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['a key that has a comma', { 'heart_rate,sample_time': 1 }],
  ['keys that are a shape in another order', { sample_time: '00:00:00', heart_rate: 1 }],
  ['a key that would set the prototype', JSON.parse('{"__proto__":{"a":1}}')],
  ['a value that is left out of a shape', [{ heart_rate: undefined, sample_time: '00:00:01' }]],
  [
    'rows of a shape of which one lacks a value',
    Array.from({ length: 4 }, (_, row) => ({ heart_rate: row || undefined, sample_time: '00:00:01' })),
  ],
  [
    'numbers that no decimals express',
    [0.1 + 0.2, 1e21, 5e-324, 2 ** 53, -(2 ** 53), 1 / 3, -0, Number.NaN, Number.POSITIVE_INFINITY],
  ],
  ['a series with more decimals in one place', [1.1, 2.22, 3.333, 4.4444, -5]],
  ['a series that a double must express', [0.1, 0.2, 0.1 + 0.2]],
  ['times that no clock has', ['24:00', '12:60', '1:00', '12:00:60', '2026-13-01', '2026-00-10', '2026-01-32']],
  [
    'times of all forms',
    ['2026-11-20T23:59', 'T00:00:00Z', 'T12:00:00.007-11:30', 'T12:00-00:00', 'T12:00.500', 'T12:00+24:00'],
  ],
  ['a date object, as JSON writes it', new Date(0)],
  [
    'lists within lists',
    [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [],
      [[]],
    ],
  ],
])('A packed value may have %s', (_, value) => {
  expect(JSON.stringify(packed(value))).toBe(JSON.stringify(value));
});

it('A number that JSON has no text for is not packed', () => {
  expect(() => pack([1n])).toThrow(TypeError);
});

it('The bytes of version 1 are those that databases have', () => {
  const { shapes, words, prefixes } = dictionary;
  const digest = createHash('sha256')
    .update(JSON.stringify([shapes, words, prefixes]))
    .digest('hex');
  expect(digest.slice(0, 16)).toBe('78771b33aaa8bcfe');
  const value = [
    {
      date: '2026-11-20',
      cardio_load_status: 'PRODUCTIVE',
      cardio_load: 21.84,
      strain: null,
      tolerance: -3,
      cardio_load_ratio: 1 / 3,
      cardio_load_level: {
        other: '2026-11-20T23:19:56.594+02:00',
        times: ['23:55', '00:00', '00:05', '00:10'],
        seconds: '00:00:59',
      },
    },
  ];
  expect(pack(value).toString('hex')).toBe(
    '0f0112010bd1822e202306902200040503555555555555d53f110309056f746865720bd1822e130bb2df8628f001090574696d65730f040c9b0b0c000c050c0a09077365636f6e64730d3b',
  );
  expect(unpack(pack(value))).toEqual(value);
});

it('Bytes that end too early are no value', () => {
  const bytes = pack([{ heart_rate: 70, sample_time: '00:00:01', other: 'text', list: [1.5, 300, 'x'] }]);
  for (let length = 0; length < bytes.length; length++)
    expect(() => unpack(bytes.subarray(0, length))).toThrow(RangeError);
});

it('A day of heart rates takes less than three bytes a sample', () => {
  const samples = Array.from({ length: 288 }, (_, index) => {
    const seconds = index * 300 + ((index * 7) % 5);
    const time = new Date(seconds * 1_000).toISOString().slice(11, 19);
    return { heart_rate: 60 + ((index * 31) % 17), sample_time: time };
  });
  expect(pack([{ polar_user: '', date: '2026-11-20', heart_rate_samples: samples }]).length).toBeLessThan(288 * 3);
});
