import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/accesslink/wire-times.ts';
import {
  dateFromWire,
  dateTimeOf,
  localDateTime,
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
