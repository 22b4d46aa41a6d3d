// Records with UTC times alone lie on the day of the caller's zone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateCalendar, dateOfInstant, datesBetween, isoDate } from '../../../src/calendar.ts';
import { todayOf } from '../../../src/loading/plan/limits.ts';
import { byLocalDay } from '../../../src/domain/biosensing/local-days.ts';

const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Helsinki', 'America/New_York', 'Asia/Kolkata'];
/** A week around the end of summer time in Europe. */
const WEEK = datesBetween(isoDate('2026-10-22'), isoDate('2026-10-29'));
const INSIDE = { min: Date.parse('2026-10-23T14:00:00Z'), max: Date.parse('2026-10-28T10:00:00Z') };

const today = todayOf(isoDate('2026-11-22'), Date.parse('2026-11-22T12:00:00Z'));

const recordAt = (start: number) => ({ start_time: new Date(start).toISOString().slice(0, 19) });

it('a period lies on one day, by the clock of the zone, and every day that it may lie on in UTC is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ZONES), fc.array(fc.integer(INSIDE)), async (zone, starts) => {
      const whole = starts.map((start) => Math.floor(start / 1000) * 1000);
      const read = new Set<string>();
      const loader = {
        load: async (date: string) => {
          read.add(date);
          const value = whole.filter((start) => dateOfInstant(start) === date).map(recordAt);
          return { value, fetchedAt: 1, stale: false };
        },
      };
      const dayOf = dateCalendar(zone);
      const local = byLocalDay(loader as never, { dayOf, today });
      const found = await Promise.all(WEEK.map(async (date) => (await local.load(date)).value));
      const expected = WEEK.map((date) => whole.filter((start) => dayOf(start) === date).map(recordAt));
      const sorted = (days: readonly (readonly unknown[])[]) =>
        days.map((day) => day.map((one) => JSON.stringify(one)).sort());
      expect(sorted(found)).toEqual(sorted(expected));
      expect(zone === 'UTC' ? [...read].toSorted() : WEEK).toEqual(WEEK);
    }),
  );
});

it('a period without a time stays on the day that it was sent for', async () => {
  const loader = { load: async () => ({ value: [{ start_time: null }], fetchedAt: 1, stale: false }) };
  const local = byLocalDay(loader as never, { dayOf: dateCalendar('Europe/Helsinki'), today });
  expect((await local.load(isoDate('2026-10-22'))).value).toEqual([{ start_time: null }]);
});

it('a day of UTC that has not begun is not read for the day of a zone behind it', async () => {
  const read: string[] = [];
  const loader = {
    load: async (date: string) => {
      read.push(date);
      return { value: [], fetchedAt: 1, stale: false };
    },
  };
  const local = byLocalDay(loader as never, { dayOf: dateCalendar('America/New_York'), today });
  await local.load(isoDate('2026-11-22'));
  await local.load(isoDate('2026-11-21'));
  await local.load(isoDate('2026-11-25'));
  expect(read).toEqual(['2026-11-22', '2026-11-21', '2026-11-22', '2026-11-25']);
});
