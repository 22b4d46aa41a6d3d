// What is taken from a reply.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/calendar.ts';
import { skinContactResource } from '../../../src/domain/biosensing/loader.ts';
import { cardioLoadResource } from '../../../src/domain/cardio-load/loader.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { activityOf, createWorld, daysAgo, daysIn, lastDays, MINUTE, stepsOf, TODAY, valueOf } from '../support.ts';

describe('a reply', () => {
  it('with strange records is served without them, and they are counted', async () => {
    const world = createWorld(() => [activityOf(daysAgo(1)), 'strange', 'stranger']);
    const context = world.context();
    expect(await stepsOf(lastDays(2), context)).toEqual([[100], []]);
    const leftOut = { resource: 'daily activity', date: null, property: null, reason: 'record', count: 2 };
    expect([...context.stats.warnings.values()]).toEqual([leftOut]);
  });

  it('with a value that does not fit is served without it, and the warning names day and property', async () => {
    const world = createWorld(() => [activityOf(daysAgo(1), 2 ** 32 - 1), activityOf(TODAY)]);
    const context = world.context();
    expect(await stepsOf(lastDays(2), context)).toEqual([[null], [100]]);
    expect([...context.stats.warnings.values()]).toEqual([
      {
        resource: 'daily activity',
        date: daysAgo(1),
        property: 'ActivitySummaryWithAllSamples.steps',
        reason: 'value',
        count: 1,
      },
    ]);
  });

  it('about one day gives that day to its warnings', async () => {
    const world = createWorld(() => ({ start_time: 'soon', steps: 1 }));
    const context = world.context();
    await stepsOf([TODAY], context);
    expect([...context.stats.warnings.values()]).toMatchObject([{ date: TODAY, reason: 'value' }]);
  });

  it('with a record without a date gives it to the only day requested, and else skips it', async () => {
    const world = createWorld(() => [{ source_device_id: 'B', start_time: null }]);
    const context = world.context();
    const count = async (dates: readonly IsoDate[]) => {
      const found = await createDateReader(skinContactResource, context)(dates);
      return found.map((day) => valueOf(day)?.length);
    };
    expect(await count([daysAgo(5)])).toEqual([1]);
    expect(context.stats.warnings.size).toBe(0);
    expect(await count(lastDays(2))).toEqual([0, 0]);
    const stray = { resource: 'skin contact', date: null, property: null, reason: 'stray', count: 1 };
    expect([...context.stats.warnings.values()]).toEqual([stray]);
  });

  it('about one day is about that day, whatever its records say', async () => {
    const world = createWorld(() => [activityOf(daysAgo(1))]);
    expect(await stepsOf([TODAY], world.context())).toEqual([[100]]);
  });

  it('is not cached for days around those requested, which may be incomplete in it', async () => {
    const world = createWorld(() => lastDays(5).map((date) => ({ start_time: `${date}T10:00:00` })));
    await createDateReader(skinContactResource, world.context())([daysAgo(2), daysAgo(1)]);
    world.paths();
    await createDateReader(skinContactResource, world.context())(lastDays(5));
    expect(world.paths()).toEqual(['/v3/users/biosensing/skincontacts?from=2026-11-18&to=2026-11-22']);
  });

  it('has the fullest of several records of a day first, or the last of equal ones', async () => {
    const world = createWorld(() => [activityOf(daysAgo(1), 1), activityOf(TODAY, 3), activityOf(daysAgo(1), 2)]);
    expect(await stepsOf(lastDays(2), world.context())).toEqual([[2, 1], [3]]);
    const fuller = createWorld(() => [Object.assign({ calories: 1 }, activityOf(TODAY, 1)), activityOf(TODAY, 2)]);
    expect(await stepsOf([TODAY], fuller.context())).toEqual([[1, 2]]);
  });

  it('with a record that only fills a day has nothing for that day', async () => {
    const filler = { date: daysAgo(1), cardio_load_status: 'LOAD_STATUS_NOT_AVAILABLE', cardio_load: -1 };
    const world = createWorld(() => [filler, { date: TODAY, cardio_load: 42 }]);
    const found = await createDateReader(cardioLoadResource, world.context())(lastDays(2));
    expect(found.map(valueOf)).toMatchObject([[], [{ cardio_load: 42 }]]);
  });
});

describe('nights', () => {
  it('come from the recent list and one by one beyond it', async () => {
    const night = (date: IsoDate) => ({ date, sleep_score: 80 });
    const world = createWorld((path) =>
      path.endsWith('sleep') ? { nights: [night(daysAgo(1))] } : night(daysIn(path)[0] ?? TODAY),
    );
    const read = async (dates: readonly IsoDate[]) => {
      const found = await createDateReader(sleepResource, world.context())(dates);
      return found.map((one) => valueOf(one)?.length);
    };
    expect(await read(lastDays(30))).toEqual([1, 1, ...lastDays(26).map(() => 0), 1, 0]);
    expect(world.paths().toSorted()).toEqual(['', '/2026-10-24', '/2026-10-25'].map((end) => `/v3/users/sleep${end}`));
    expect(await read(lastDays(30))).toEqual([1, 1, ...lastDays(26).map(() => 0), 1, 0]);
    expect(world.paths()).toEqual([]);
  });

  it('at the ends of the list are not settled by it when it has nothing: alone, such a day is requested', async () => {
    const night = (date: IsoDate) => ({ date, sleep_score: 80 });
    const world = createWorld((path) =>
      path.endsWith('sleep') ? { nights: [night(daysAgo(1))] } : night(daysIn(path)[0] ?? TODAY),
    );
    await createDateReader(sleepResource, world.context())(lastDays(28));
    world.paths();
    for (const date of [daysAgo(27), TODAY]) {
      const [found] = await createDateReader(sleepResource, world.context())([date]);
      expect(valueOf(found)).toMatchObject([{ date }]);
    }
    await createDateReader(sleepResource, world.context())([daysAgo(26)]);
    expect(world.paths()).toEqual(['/v3/users/sleep/2026-10-26', '/v3/users/sleep/2026-11-22']);
  });

  it('at the ends of the list stay settled when they were read alone before it', async () => {
    const world = createWorld((path) => (path.endsWith('sleep') ? { nights: [] } : undefined));
    const read = (dates: readonly IsoDate[]) => createDateReader(sleepResource, world.context())(dates);
    await read([TODAY]);
    await read(lastDays(28).slice(0, -1));
    expect(world.paths()).toEqual(['/v3/users/sleep/2026-11-22', '/v3/users/sleep']);
    await read([TODAY]);
    expect(world.paths()).toEqual([]);
    world.now += 5 * MINUTE;
    await read([TODAY]);
    expect(world.paths()).toEqual(['/v3/users/sleep/2026-11-22']);
  });
});
