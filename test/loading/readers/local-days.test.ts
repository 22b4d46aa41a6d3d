// Records with UTC times alone lie on the day of the person: of the zone that the request names, else of their last offset.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateCalendar, dateOfInstant, datesBetween, type IsoDate, isoDate } from '../../../src/calendar.ts';
import { bodyTemperatureResource } from '../../../src/domain/biosensing/loader.ts';
import type { Calendar } from '../../../src/loading/day-clock.ts';
import { createLocalDayReader } from '../../../src/loading/readers/local-days.ts';
import type { UtcDatedResource } from '../../../src/loading/plan/resource.ts';
import { clockOf, createWorld, daysIn, lastDays } from '../support.ts';

const resource = bodyTemperatureResource as UtcDatedResource<'BodyTemperaturePeriod'>;
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Helsinki', 'America/New_York', 'Asia/Kolkata'];
/** A week around the end of summer time in Europe. */
const WEEK = datesBetween(isoDate('2026-10-22'), isoDate('2026-10-29'));
const INSIDE = { min: Date.parse('2026-10-23T14:00:00Z'), max: Date.parse('2026-10-28T10:00:00Z') };

const recordAt = (start: number) => ({ start_time: new Date(start).toISOString().slice(0, 19) });
const zoned = (zone: string): Calendar => ({ dayOf: dateCalendar(zone), isNamed: true });
const ahead = (minutes: number): Calendar => ({
  dayOf: (epochMs) => dateOfInstant(epochMs + minutes * 60_000),
  isNamed: false,
});

/** A person with periods that start at these instants, and how days are read for them. */
function createPerson(starts: readonly number[]) {
  const world = createWorld((path) =>
    starts.filter((start) => daysIn(path).includes(dateOfInstant(start))).map((start) => recordAt(start)),
  );
  const read = async (dates: readonly IsoDate[], calendar: Calendar) => {
    const days = await createLocalDayReader(resource, { ...world.context(), clock: clockOf(calendar) })(dates);
    return days.map((day) => (day instanceof Error ? day : day.value.map(({ start_time: start }) => start)));
  };
  return { world, read, daysRead: () => world.paths().flatMap(daysIn) };
}

it('a period lies on one day, by the clock of the zone, and every day that it may lie on in UTC is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ZONES), fc.array(fc.integer(INSIDE)), async (zone, starts) => {
      const whole = starts.map((start) => Math.floor(start / 1000) * 1000);
      const { read, daysRead } = createPerson(whole);
      const found = await read(WEEK, zoned(zone));
      const expected = WEEK.map((date) =>
        whole.filter((start) => dateCalendar(zone)(start) === date).map((start) => recordAt(start).start_time),
      );
      const sorted = (days: readonly (Error | readonly (string | null)[])[]) =>
        days.map((day) => (day instanceof Error ? day : day.map(String).toSorted()));
      expect(sorted(found)).toEqual(sorted(expected));
      const asked = daysRead();
      expect(zone === 'UTC' ? asked : WEEK).toEqual(WEEK);
    }),
  );
});

it('a period without a time stays on the day that it was sent for', async () => {
  const { world, read } = createPerson([]);
  world.answers = () => [{ source_device_id: 'B', start_time: null }];
  expect(await read([isoDate('2026-11-20')], ahead(0))).toEqual([[null]]);
});

it('a day of UTC that has not begun is not read for the day of a zone behind it', async () => {
  const { read, daysRead } = createPerson([]);
  const days = ['2026-11-22', '2026-11-21', '2026-11-25'].map((date) => isoDate(date));
  for (const date of days) await read([date], zoned('America/New_York'));
  expect(daysRead()).toEqual(['2026-11-22', '2026-11-21']);
});

it('a day that has begun somewhere, but neither for the person nor in UTC, has a known age and costs no request', async () => {
  const { world, daysRead } = createPerson([]);
  const clock = clockOf(zoned('America/Los_Angeles'));
  const [day] = await createLocalDayReader(resource, { ...world.context(), clock })([isoDate('2026-11-23')]);
  expect(day).toMatchObject({ value: [], fetchedAt: world.context().now() });
  expect(daysRead()).toEqual([]);
});

it('every UTC day is read for a zone that is named, also where that takes one more request', async () => {
  const { world, read } = createPerson([Date.parse('2026-10-25T23:00:00Z')]);
  const [oldest] = await read(lastDays(28), zoned('Europe/Helsinki'));
  expect(oldest).toEqual(['2026-10-25T23:00:00']);
  expect(world.paths()).toHaveLength(2);
});

describe('by the last offset of the person', () => {
  const evening = Date.parse('2026-11-19T20:00:00Z');
  const DAY = isoDate('2026-11-20');

  it('the UTC day before comes along in the request for a day', async () => {
    const { world, read } = createPerson([evening]);
    expect(await read([DAY], ahead(600))).toEqual([['2026-11-19T20:00:00']]);
    expect(world.paths()).toHaveLength(1);
    expect(await read([DAY], ahead(600))).toEqual([['2026-11-19T20:00:00']]);
    expect(world.paths()).toEqual([]);
  });

  it('the UTC day after comes along for somebody behind UTC', async () => {
    const { read, daysRead } = createPerson([Date.parse('2026-11-21T03:00:00Z')]);
    expect(await read([DAY], ahead(-300))).toEqual([['2026-11-21T03:00:00']]);
    expect(daysRead()).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('no request is sent for a day around those that are at hand: an offset that was learnt since costs nothing', async () => {
    const { world, read } = createPerson([evening]);
    await read([DAY], ahead(0));
    world.paths();
    expect(await read([DAY], ahead(600))).toEqual([[]]);
    expect(world.paths()).toEqual([]);
  });

  it.each([0, 600, -300])('28 days are one request at %i minutes', async (minutes) => {
    const { world, read } = createPerson([evening]);
    const found = await read(lastDays(28), ahead(minutes));
    expect(found.flat()).toEqual(['2026-11-19T20:00:00']);
    expect(world.paths()).toHaveLength(1);
  });

  it('a day that has begun for the person but not in UTC is the UTC day that has', async () => {
    const { read, daysRead } = createPerson([Date.parse('2026-11-22T11:00:00Z')]);
    expect(await read([isoDate('2026-11-23')], ahead(840))).toEqual([['2026-11-22T11:00:00']]);
    expect(daysRead()).toEqual(['2026-11-22']);
  });
});
