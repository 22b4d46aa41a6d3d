// The calendar against a slow one that turns its pages day by day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateIn,
  dateOfInstant,
  datesBetween,
  daysBetween,
  type IsoDate,
  isIsoDate,
  isoDate,
  laterDate,
} from '../src/calendar.ts';

const HOUR = 3_600_000;

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function text(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The page after a page. */
function nextPage(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (day < daysInMonth(year, month)) return text(year, month, day + 1);
  return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1);
}

function turn(date: string, pages: number): string {
  return pages === 0 ? date : turn(nextPage(date), pages - 1);
}

const dates = fc
  .record({
    // 800 days after the last of these is still a date of four digits.
    year: fc.integer({ min: 1, max: 9996 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => isoDate(text(year, month, Math.min(day, daysInMonth(year, month)))));
const instants = fc.integer({ min: Date.parse('1970-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });

describe('isIsoDate', () => {
  it('knows the days of every month of every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
        expect(isIsoDate(text(year, month, day))).toBe(isReal);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '',
    '2026-1-01',
    '2026-01-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026/01/01',
    '+02026-01-01',
  ])('does not take %j', (other) => {
    expect(isIsoDate(other)).toBe(false);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
  ])('knows leap years: %s is %s', (date, isReal) => {
    expect(isIsoDate(date)).toBe(isReal);
  });
});

describe('isoDate', () => {
  it('is the text, or an error that says what was wrong', () => {
    expect(isoDate('2024-02-29')).toBe('2024-02-29');
    expect(() => isoDate('2023-02-29')).toThrow(
      new RangeError('Cannot read a date: "2023-02-29" is not a day of the calendar as YYYY-MM-DD'),
    );
  });
});

describe('addDays, daysBetween and datesBetween', () => {
  it('turn as many pages as they are told', () => {
    fc.assert(
      fc.property(dates, fc.nat(800), (date, pages) => {
        const later = turn(date, pages) as IsoDate;
        expect(addDays(date, pages)).toBe(later);
        expect(addDays(later, -pages)).toBe(date);
        expect([daysBetween(date, later), daysBetween(later, date)]).toEqual([pages, -pages || 0]);
      }),
    );
  });

  it('list every page once, both ends included, and none backwards', () => {
    fc.assert(
      fc.property(dates, fc.nat(60), (date, pages) => {
        const listed = datesBetween(date, addDays(date, pages));
        expect(listed).toEqual(Array.from({ length: pages + 1 }, (_, index) => turn(date, index)));
        expect(datesBetween(date, addDays(date, -1 - pages))).toEqual([]);
      }),
    );
  });

  it('stay within the four-digit years, so that dates always compare as texts', () => {
    expect(addDays(isoDate('9999-12-30'), 400)).toBe('9999-12-31');
    expect(addDays(isoDate('0000-01-02'), -400)).toBe('0000-01-01');
    expect(dateOfInstant(1e15)).toBe('9999-12-31');
  });
});

describe('laterDate', () => {
  it('is the one with more days before it', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(laterDate(one, other)).toBe(daysBetween(one, other) > 0 ? other : one);
      }),
    );
  });
});

describe('dateOfInstant', () => {
  it('is what an ISO text begins with, in every year of four digits', () => {
    const [min, max] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')];
    fc.assert(
      fc.property(fc.integer({ min, max }), (instant) => {
        expect(dateOfInstant(instant)).toBe(new Date(instant).toISOString().slice(0, 10));
      }),
      { numRuns: 5_000 },
    );
    expect(() => dateOfInstant(Number.NaN)).toThrow(RangeError);
  });

  it('changes at midnight UTC', () => {
    expect(dateOfInstant(Date.parse('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
    expect(dateOfInstant(Date.parse('2026-11-23T00:00:00Z'))).toBe('2026-11-23');
    expect(dateOfInstant(-1)).toBe('1969-12-31');
  });
});

describe('dateIn', () => {
  it('is what a clock with a fixed offset shows', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -12, max: 14 }), (instant, offset) => {
        const zone = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
        expect(dateIn(zone, instant)).toBe(dateOfInstant(instant + offset * HOUR));
      }),
    );
  });

  it.each([
    ['2026-03-08T04:59:59Z', '2026-03-07'],
    ['2026-03-08T05:00:00Z', '2026-03-08'],
    ['2026-03-09T03:59:59Z', '2026-03-08'],
    ['2026-03-09T04:00:00Z', '2026-03-09'],
  ])('follows a clock that is put forward: at %s it is %s in New York', (instant, date) => {
    expect(dateIn('America/New_York', Date.parse(instant))).toBe(date);
  });

  it('does not know a zone that there is not', () => {
    expect(() => dateIn('Mars/Olympus', 0)).toThrow(RangeError);
  });
});
