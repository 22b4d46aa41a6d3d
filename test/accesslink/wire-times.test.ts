// Times in every form that AccessLink writes, and none that no clock, calendar or zone has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockIn, isWireDate, millisecondsOfClock, readingOf } from '../../src/accesslink/wire-times.ts';

describe('readingOf', () => {
  it.each([
    ['2025-09-10T00:00', null],
    ['2025-09-10T23:59:59.5Z', 0],
    ['2025-09-10T00:00+14:00', 840],
    ['2025-09-10T00:00-12:00', -720],
    ['2025-09-10T00:00-0330', -210],
    ['1970-01-01T00:00', null],
    ['9998-12-31T23:59', null],
  ])('reads %s', (text, offsetMinutes) => {
    const wallMs = Date.parse(`${text.replace(/(Z|[+-]\d\d:?\d\d)$/, '')}Z`);
    expect(readingOf(text)).toEqual({ wallMs, offsetMinutes });
  });

  it.each([
    ['an offset that no zone has', '2025-09-10T00:00+14:01'],
    ['an offset that no zone has', '2025-09-10T00:00-12:30'],
    ['an offset that no zone has', '2025-09-10T00:00+99:99'],
    ['a year before all devices', '1969-12-31T23:59:59Z'],
    ['a year that has no time left', '9999-12-31T23:59:59Z'],
    ['a year of five digits', '12025-09-10T00:00'],
    ['a day that no month has', '2025-02-30T00:00'],
    ['a date without a time', '2025-09-10'],
  ])('does not read %s: %s', (_, text) => {
    expect(readingOf(text)).toBeNull();
  });

  it('gives only readings whose instant, in any zone, has a year of four digits', () => {
    const texts = fc
      .record({
        at: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        offset: fc.constantFrom('', 'Z', '+14:00', '-12:00', '+05:30', '+15:00'),
      })
      .map(({ at, offset }) => at.toISOString().slice(0, 19) + offset);
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readingOf(text);
        if (!reading) return;
        for (const minutes of [-840, 840]) {
          expect(new Date(reading.wallMs + minutes * 60_000).toISOString()).toMatch(/^\d{4}-/);
        }
      }),
    );
  });
});

describe('isWireDate', () => {
  it.each([
    ['1900-01-01', true],
    ['2024-02-29', true],
    ['1899-12-31', false],
    ['9999-01-01', false],
    ['2023-02-29', false],
    ['2024-2-9', false],
  ])('of %s is %s', (text, isDate) => {
    expect(isWireDate(text)).toBe(isDate);
  });
});

describe('millisecondsOfClock', () => {
  it.each([
    ['00:00', 0],
    ['00:04:29', 269_000],
    ['7:05', 25_500_000],
    ['23:59:59.5', 86_399_500],
    ['23:59:59.9999', 86_399_999],
  ])('reads %s', (text, milliseconds) => {
    expect(millisecondsOfClock(text)).toBe(milliseconds);
  });

  it.each(['24:00', '12:60', '12', '', '12:00:60', 'noon'])('does not guess at %j', (text) => {
    expect(millisecondsOfClock(text)).toBeNull();
  });
});

describe('clockIn', () => {
  it.each([
    ['06:00', '06:00'],
    [' 06:00:30 ', '06:00:30'],
    ['2026-11-20T06:00:00', '06:00:00'],
    ['2026-11-20T06:00:00+02:00', '06:00:00'],
    ['2026-11-20T06:00:00+99:99', null],
    ['2026-11-31T06:00:00', null],
    ['2026-11-20T24:00:00', null],
    ['2026-11-20', null],
  ])('of %j is %j', (text, clock) => {
    expect(clockIn(text)).toBe(clock);
  });
});
