import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/calendar.ts';
import { availabilityOf, firstDateOf, listedAvailabilityOf, todayOf } from '../../../src/loading/plan/limits.ts';

const utc = isoDate('2026-11-22');
const MORNING = Date.parse('2026-11-22T09:59:59Z');
const LATER = Date.parse('2026-11-22T10:00:00Z');
const same = todayOf(utc, MORNING);

describe('todayOf', () => {
  it('knows the later of the two days, and the latest that has begun anywhere', () => {
    const yesterday = addDays(utc, -1);
    expect(todayOf(yesterday, MORNING)).toEqual({ today: yesterday, utc, latestDate: utc, begunDate: utc });
    const tomorrow = addDays(utc, 1);
    expect(todayOf(utc, LATER)).toEqual({ today: utc, utc, latestDate: utc, begunDate: tomorrow });
    expect(todayOf(tomorrow, LATER)).toEqual({ today: tomorrow, utc, latestDate: tomorrow, begunDate: tomorrow });
  });
});

describe('availabilityOf', () => {
  it.each([
    [-31, 'out-of-window'],
    [-30, 'available'],
    [0, 'available'],
    [7, 'available'],
    [8, 'not-yet'],
  ])('states where the day %i days from today lies', (days, availability) => {
    expect(availabilityOf({ maxAgeDays: 30, aheadDays: 7 }, addDays(utc, days), same)).toBe(availability);
  });

  it('has no oldest day where none is documented', () => {
    expect(availabilityOf({ maxAgeDays: null, aheadDays: 0 }, isoDate('1970-01-01'), same)).toBe('available');
  });

  it('counts days to come from the day that has begun anywhere, and age from the clock that is behind', () => {
    const limits = { maxAgeDays: 30, aheadDays: 0 };
    const behind = todayOf(addDays(utc, -1), LATER);
    expect(availabilityOf(limits, addDays(utc, 1), behind)).toBe('available');
    expect(availabilityOf(limits, addDays(utc, 2), behind)).toBe('not-yet');
    expect(availabilityOf(limits, addDays(utc, -31), behind)).toBe('available');
    expect(availabilityOf(limits, addDays(utc, -32), behind)).toBe('out-of-window');
  });

  it('requests nothing behind an edge that was learnt, whichever end it is at', () => {
    const edge = { maxAgeDays: 27, aheadDays: 2 };
    const limits = { maxAgeDays: null, aheadDays: 7, edge };
    const at = (days: number) => availabilityOf(limits, addDays(utc, days), same);
    expect([-28, -27, 2, 3].map(at)).toEqual(['out-of-window', 'available', 'available', 'not-yet']);
    const open = { ...limits, edge: { maxAgeDays: null, aheadDays: null } };
    expect(availabilityOf(open, addDays(utc, -900), same)).toBe('available');
  });
});

describe('listedAvailabilityOf', () => {
  it.each([-1, 0, 1])('counts age from the clock that is ahead, whose day is %i days from UTC’s', (ahead) => {
    const today = todayOf(addDays(utc, ahead), LATER);
    const at = (days: number) => listedAvailabilityOf(30, addDays(today.latestDate, days), today);
    expect([-31, -30, 0].map(at)).toEqual(['out-of-window', 'available', 'available']);
    expect(listedAvailabilityOf(30, addDays(today.begunDate, 1), today)).toBe('not-yet');
  });
});

describe('firstDateOf', () => {
  it('counts the latest date itself', () => {
    expect(firstDateOf(1, same)).toBe(utc);
    expect(firstDateOf(28, todayOf(addDays(utc, -1), MORNING))).toBe('2026-10-26');
  });
});
