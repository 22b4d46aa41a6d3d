import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/accesslink/wire-times.ts';
import {
  dateFromWire,
  dateTimeOf,
  localDateTime,
  localOf,
  localTimesOf,
  offsetDateTime,
  utcDateTime,
} from '../../../src/domain/convert/times.ts';

const instants = fc.integer({ min: 86_400_000, max: 4_000_000_000_000 });
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });

describe('localDateTime', () => {
  it.each([
    ['2025-09-10T00:00', '2025-09-10T00:00:00'],
    ['2025-09-10T23:59:59', '2025-09-10T23:59:59'],
    ['2022-11-20T20:52:20.57', '2022-11-20T20:52:20.570'],
    ['2008-10-13T10:40:2', '2008-10-13T10:40:02'],
    ['2025-09-10T00:00+02:00', '2025-09-10T00:00:00'],
    ['2025-09-10T24:00', '2025-09-11T00:00:00'],
    ['2025-09-10 12:00:00,5', '2025-09-10T12:00:00.500'],
  ])('spells %s as %s', (text, spelled) => {
    expect(localDateTime(text)).toBe(spelled);
  });

  it.each(['', '2025-09-10', '2025-02-30T00:00', '2025-09-10T24:01', '2025-09-10T12:60', 'today', '2025-09-10  12:00'])(
    'does not guess at %j',
    (text) => {
      expect(localDateTime(text)).toBeNull();
    },
  );
});

describe('localTimesOf', () => {
  it('A list of clock readings has the texts of each', () => {
    const near = fc.integer({ min: -130, max: 130 }).map((seconds) => seconds * 1000);
    const reading = fc.oneof(
      near,
      near.map((ms) => ms + 86_400_000),
      fc.integer({ min: -90_000, max: 90_000 }),
    );
    fc.assert(
      fc.property(fc.array(reading), fc.oneof(fc.constant(0), fc.nat({ max: 100_000 })), (offsets, day) => {
        const walls = offsets.map((offset) => day * 86_400_000 + offset);
        expect(localTimesOf(Float64Array.from(walls))).toEqual(walls.map(localOf));
      }),
    );
  });
});

describe('localOf', () => {
  it('spells every second of ten thousand years as Date does', () => {
    const seconds = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });
    fc.assert(
      fc.property(seconds, (second) => {
        expect(`${localOf(second * 1000)}.000Z`).toBe(new Date(second * 1000).toISOString());
      }),
      { numRuns: 2000 },
    );
  });

  it('spells every day of four hundred years as Date does', () => {
    const days = Array.from({ length: 146_097 }, (_, day) => (day + 3650) * 86_400_000);
    expect(days.filter((ms) => localOf(ms) !== new Date(ms).toISOString().slice(0, 19))).toEqual([]);
  });

  it('has a fraction where there is one', () => {
    expect([localOf(1), localOf(-1)]).toEqual(['1970-01-01T00:00:00.001', '1969-12-31T23:59:59.999']);
  });
});

describe('utcDateTime', () => {
  it.each([
    ['2022-11-20T20:52:20', '2022-11-20T20:52:20Z'],
    ['2008-10-13T10:40:02.000Z', '2008-10-13T10:40:02Z'],
    ['2022-11-20T23:30:00+02:00', '2022-11-20T21:30:00Z'],
    ['2022-11-20T23:30:00-0230', '2022-11-21T02:00:00Z'],
  ])('spells %s as %s', (text, spelled) => {
    expect(utcDateTime(text)).toBe(spelled);
  });
});

describe('offsetDateTime', () => {
  it('keeps the offset', () => {
    expect(offsetDateTime('2025-09-30T23:33:22.675+01:00')).toBe('2025-09-30T23:33:22.675+01:00');
  });

  it('does not take a clock without an offset for an instant', () => {
    expect(offsetDateTime('2025-09-30T23:33:22')).toBeNull();
  });
});

describe('dateTimeOf', () => {
  it('means the same instant whatever the offset', () => {
    fc.assert(
      fc.property(instants, offsets, (epochMs, offset) => {
        const text = dateTimeOf(epochMs, offset);
        expect(Date.parse(text)).toBe(epochMs);
        expect(readingOf(text)).toEqual({ wallMs: epochMs + offset * 60_000, offsetMinutes: offset });
      }),
    );
  });
});

describe('dateFromWire', () => {
  it('takes days of the calendar only', () => {
    expect(['2024-02-29', '2023-02-29', '2024-2-9', '', null].map(dateFromWire)).toEqual([
      '2024-02-29',
      null,
      null,
      null,
      null,
    ]);
  });
});
