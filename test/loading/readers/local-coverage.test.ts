// The coverage of records with UTC times alone is of the days of the person.
import { expect, it } from 'vitest';
import { dateCalendar, dateOfInstant, type IsoDate, isoDate } from '../../../src/calendar.ts';
import { bodyTemperatureResource as resource } from '../../../src/domain/biosensing/loader.ts';
import type { Calendar } from '../../../src/loading/day-clock.ts';
import { factsOfDated } from '../../../src/loading/readers/coverage.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { clockOf, createWorld, daysIn } from '../support.ts';

const [BEFORE, DAY, AFTER] = ['2026-11-19', '2026-11-20', '2026-11-21'].map((date) => isoDate(date)) as [
  IsoDate,
  IsoDate,
  IsoDate,
];
const helsinki: Calendar = { dayOf: dateCalendar('Europe/Helsinki'), isNamed: true };
const twoHours: Calendar = { dayOf: (epochMs) => dateOfInstant(epochMs + 7_200_000), isNamed: false };

/** What is cached of days when these UTC days were read, of somebody with a period from 22:30 UTC of the day before. */
async function cachedOn(dates: readonly IsoDate[], utcDates: readonly IsoDate[], calendar: Calendar) {
  const start = { start_time: `${BEFORE}T22:30:00` };
  const world = createWorld((path) => (daysIn(path).includes(BEFORE) ? [start] : []));
  const context = { ...world.context(), clock: clockOf(calendar) };
  if (utcDates.length > 0) await createDateReader(resource, context)(utcDates);
  const { days } = await factsOfDated(resource, dates, context);
  return days.map(({ cached }) => cached && [cached.isFresh, cached.isNothing]);
}

it('a day is cached when all UTC days are that it overlaps', async () => {
  expect(await cachedOn([DAY], [], helsinki)).toEqual([null]);
  expect(await cachedOn([DAY], [DAY], helsinki)).toEqual([null]);
  expect(await cachedOn([DAY], [BEFORE, DAY], helsinki)).toEqual([[true, false]]);
  expect(await cachedOn([AFTER], [DAY, AFTER], helsinki)).toEqual([[true, true]]);
});

it('by the last offset a day is cached when its own UTC day is: what lies around it is no reason for a request', async () => {
  expect(await cachedOn([DAY], [BEFORE], twoHours)).toEqual([null]);
  expect(await cachedOn([DAY], [DAY], twoHours)).toEqual([[true, true]]);
  expect(await cachedOn([DAY], [BEFORE, DAY], twoHours)).toEqual([[true, false]]);
  expect(await cachedOn([BEFORE, DAY], [BEFORE, DAY], twoHours)).toEqual([
    [true, true],
    [true, false],
  ]);
});

it('a day that has begun somewhere, but neither for the person nor in UTC, has nothing yet, and its age is known', async () => {
  const world = createWorld(() => []);
  const context = { ...world.context(), clock: clockOf({ dayOf: dateCalendar('America/Los_Angeles'), isNamed: true }) };
  const { days } = await factsOfDated(resource, [isoDate('2026-11-23')], context);
  expect(days).toMatchObject([{ cached: { fetchedAt: context.now(), isNothing: true } }]);
});
