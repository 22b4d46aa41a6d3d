import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/calendar.ts';
import { availabilityOf, firstDateOf, todayOf } from '../../../src/loading/plan/limits.ts';

const utc = isoDate('2026-11-22');
const same = todayOf(utc, utc);

describe('todayOf', () => {
  it('counts windows from the later of the two days', () => {
    expect(todayOf(addDays(utc, -1), utc)).toEqual({ today: '2026-11-21', latestDate: utc });
    expect(todayOf(addDays(utc, 1), utc)).toEqual({ today: '2026-11-23', latestDate: '2026-11-23' });
  });
});

describe('availabilityOf', () => {
  it.each([
    [-31, 'out-of-window'],
    [-30, 'available'],
    [0, 'available'],
    [7, 'available'],
    [8, 'not-yet'],
  ])('says where the day %i days from today lies', (days, availability) => {
    expect(availabilityOf({ maxAgeDays: 30, aheadDays: 7 }, addDays(utc, days), same)).toBe(availability);
  });

  it('has no oldest day where none is documented', () => {
    expect(availabilityOf({ maxAgeDays: null, aheadDays: 0 }, isoDate('1970-01-01'), same)).toBe('available');
  });

  it('counts days to come from the caller’s day, and age from the latest date', () => {
    const limits = { maxAgeDays: 30, aheadDays: 0 };
    const behind = todayOf(addDays(utc, -1), utc);
    expect(availabilityOf(limits, utc, behind)).toBe('not-yet');
    expect(availabilityOf(limits, addDays(utc, -31), behind)).toBe('out-of-window');
    expect(availabilityOf(limits, addDays(utc, 1), todayOf(addDays(utc, 1), utc))).toBe('available');
  });
});

describe('firstDateOf', () => {
  it('counts the latest date itself', () => {
    expect(firstDateOf(1, same)).toBe(utc);
    expect(firstDateOf(28, todayOf(addDays(utc, -1), utc))).toBe('2026-10-26');
  });
});
