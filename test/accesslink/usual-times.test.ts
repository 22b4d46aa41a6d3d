// The short way to read a time equals the long one, wherever it knows the answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualReadingOf } from '../../src/accesslink/usual-times.ts';
import { unusualReadingOf } from '../../src/accesslink/wire-times.ts';

const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
const sign = fc.constantFrom('+', '-');
const fraction = fc.constantFrom('', '.0', '.123', '.000', '.1234', ',123', '.');
const offset = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+0300', '+03', '[Europe/Helsinki]'),
  fc.tuple(sign, two(15), two(61)).map(([which, hours, minutes]) => `${which}${hours}:${minutes}`),
);
const year = fc.oneof(fc.integer({ min: 1960, max: 2100 }), fc.constantFrom(1900, 2000, 9998, 9999)).map(String);
/** Times, most of which are some: days such as February 30th and hours such as 25 are among them. */
const times = fc
  .tuple(
    year,
    two(13),
    two(32),
    fc.tuple(two(25), two(60), two(60)).map((parts) => parts.slice(0, Number(parts[2]) % 8 === 0 ? 2 : 3)),
    fraction,
    offset,
  )
  .map(([y, month, day, clock, rest, zone]) => `${y}-${month}-${day}T${clock.join(':')}${rest}${zone}`);
/** One character of a time is another one, or missing. */
const broken = fc
  .tuple(times, fc.nat(), fc.constantFrom('', ' ', '0', '9', '-', ':', 'T', 't', '.', '٣'))
  .map(([text, at, other]) => text.slice(0, at % text.length) + other + text.slice((at % text.length) + 1));

describe('the short way to read a time', () => {
  it('equals the long one, or does not know', () => {
    fc.assert(
      fc.property(fc.oneof(times, broken), (text) => {
        expect([undefined, unusualReadingOf(text)]).toContainEqual(usualReadingOf(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    '2025-09-10T00:00',
    '2025-09-10T00:00:00',
    '2024-02-29T23:59:59.123',
    '2025-09-10T07:05:00Z',
    '2025-09-10T07:05:00.000Z',
    '2025-09-10T07:05:00+03:00',
    '1970-01-01T07:05:00.999-11:30',
  ])('knows %s', (text) => {
    expect(usualReadingOf(text)).toEqual(unusualReadingOf(text));
    expect(usualReadingOf(text)).toBeDefined();
  });
});
