import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { millisecondsOfClock } from '../../../src/accesslink/wire-times.ts';
import { localOf } from '../../../src/domain/convert/times.ts';
import { isDoubtfulNight, readingsOfNight } from '../../../src/domain/nights/night-readings.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe('readingsOfNight', () => {
  const readings = (text: string): string[] =>
    readingsOfNight(
      text.split(' ').map((clock) => millisecondsOfClock(clock) ?? 0),
      isoDate('2025-10-26'),
    ).map(localOf);

  it('puts times before midnight on the day before', () => {
    expect(readings('23:50 23:55 00:00 00:05')).toEqual([
      '2025-10-25T23:50:00',
      '2025-10-25T23:55:00',
      '2025-10-26T00:00:00',
      '2025-10-26T00:05:00',
    ]);
  });

  it('puts an evening without a midnight on the day before, a morning on the day', () => {
    expect(readings('18:00 22:00')).toEqual(['2025-10-25T18:00:00', '2025-10-25T22:00:00']);
    expect(readings('17:59 22:00')).toEqual(['2025-10-26T17:59:00', '2025-10-26T22:00:00']);
    expect(readings('00:30 04:30')).toEqual(['2025-10-26T00:30:00', '2025-10-26T04:30:00']);
  });

  it('does not take clocks put back for a midnight', () => {
    expect(readings('23:00 01:00 02:55 02:00')).toEqual([
      '2025-10-25T23:00:00',
      '2025-10-26T01:00:00',
      '2025-10-26T02:55:00',
      '2025-10-26T02:00:00',
    ]);
    expect(readings('02:55 02:00')[0]).toBe('2025-10-26T02:55:00');
  });

  it('finds every night that ends on its date and begins in the evening or later', () => {
    const nightsOfDate = fc.record({
      start: fc.integer({ min: -6 * 60, max: 6 * 60 }),
      steps: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }),
    });
    const midnight = Date.parse('2025-10-26');
    fc.assert(
      fc.property(nightsOfDate, ({ start, steps }) => {
        let minute = start;
        const measured = [start, ...steps.map((step) => (minute += step))];
        const times = measured.map((at) => midnight + at * MINUTE);
        expect(
          readingsOfNight(
            times.map((at) => at % DAY),
            isoDate('2025-10-26'),
          ),
        ).toEqual(times);
      }),
    );
  });

  it('does not need an order of the times', () => {
    expect(readings('00:00 00:05 23:50 23:55')).toEqual([
      '2025-10-26T00:00:00',
      '2025-10-26T00:05:00',
      '2025-10-25T23:50:00',
      '2025-10-25T23:55:00',
    ]);
  });

  it.each([
    ['18:46 22:06', true],
    ['14:00', true],
    ['23:50 00:05', false],
    ['00:30 04:30', false],
    ['11:59', false],
  ])('says whether the day of %s is doubtful: %s', (text, isDoubtful) => {
    const clocks = text.split(' ').map((clock) => millisecondsOfClock(clock) ?? 0);
    expect(isDoubtfulNight(clocks)).toBe(isDoubtful);
    expect(isDoubtfulNight([])).toBe(false);
  });

  it('has nothing to say of no times', () => {
    expect(readingsOfNight([], isoDate('2025-10-26'))).toEqual([]);
  });
});
