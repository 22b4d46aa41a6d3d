// What stands in the place of what could not be read.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { readDates } from '../../../src/loading/readers/date-reader.ts';
import { OutOfWindowError } from '../../../src/loading/errors.ts';
import { createWorld, DAY, daysAgo, everyActivity, failure, lastDays, stepsOf, TODAY, valueOf } from '../support.ts';

describe('a failure', () => {
  it('of one request leaves the other days standing, and is not remembered', async () => {
    const world = createWorld((path) =>
      path.includes('to=2026-11-22') ? failure('unavailable') : everyActivity(path),
    );
    const found = await stepsOf(lastDays(56), world.session());
    expect(found.slice(0, 28)).toEqual(lastDays(28).map(() => [100]));
    expect(found.slice(28)).toEqual(lastDays(28).map(() => expect.objectContaining({ code: 'unavailable' })));
    world.paths();
    world.answers = everyActivity;
    expect(await stepsOf(lastDays(56), world.session())).toEqual(lastDays(56).map(() => [100]));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-26&to=2026-11-22']);
  });

  it.each(['unavailable', 'timeout', 'invalid', 'rate-limited'] as const)(
    'of the kind %s lets old records speak',
    async (code) => {
      const world = createWorld(everyActivity);
      const readAt = world.now;
      await stepsOf(lastDays(2), world.session());
      world.now += 2 * DAY;
      world.answers = () => failure(code);
      const session = world.session();
      const found = await readDates(activityResource, lastDays(3), session);
      expect(found).toMatchObject([
        { code },
        { value: [{ steps: 100 }], fetchedAt: readAt, stale: true },
        { value: [{ steps: 100 }], fetchedAt: readAt, stale: true },
      ]);
      expect(session.stats).toMatchObject({ stale: 2, fromMemory: 0 });
    },
  );

  it.each(['unauthorized', 'forbidden'] as const)('of the kind %s is told, whatever is remembered', async (code) => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.session());
    world.now += DAY;
    world.answers = () => failure(code);
    const session = world.session();
    expect(await stepsOf([TODAY], session)).toMatchObject([{ code }]);
    expect(session.stats.stale).toBe(0);
  });

  it('that is a mistake of ours does not hide behind old records', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.session());
    world.now += DAY;
    world.answers = () => new TypeError('x is not a function');
    expect(await stepsOf([TODAY], world.session())).toMatchObject([{ name: 'TypeError' }]);
  });

  it('that is no Error becomes one, since everything else would pass for a value', async () => {
    const world = createWorld(() => {
      throw 'out of cheese';
    });
    const [found] = await readDates(activityResource, [TODAY], world.session());
    expect(found).toBeInstanceOf(Error);
    expect(valueOf(found)).toBe('Cannot read daily activity: out of cheese');
  });

  it('is not soothed with a poorer record than was wanted', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.session());
    world.answers = () => failure('timeout');
    const session = world.session({ selected: ['ActivitySamples.steps'] });
    expect(await stepsOf([TODAY], session)).toMatchObject([{ code: 'timeout' }]);
    expect(session.stats.stale).toBe(0);
  });

  it('of the kind refused means that the day is out of the window', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([daysAgo(1)], world.session());
    world.now += DAY;
    world.answers = () => failure('refused');
    const found = await readDates(activityResource, lastDays(2), world.session());
    expect(found).toMatchObject([{ stale: true }, { name: 'OutOfWindowError', date: TODAY, maxAgeDays: null }]);
    expect(valueOf(found[1])).toBe('Cannot read daily activity of 2026-11-22: AccessLink refused it as too old');
  });
});

describe('a day out of reach', () => {
  it('is never asked for: too old is an error, not here yet is nothing', async () => {
    const world = createWorld(everyActivity);
    const [tooOld, notYet] = await readDates(activityResource, [daysAgo(366), daysAgo(-1)], world.session());
    expect(tooOld).toBeInstanceOf(OutOfWindowError);
    expect(tooOld).toMatchObject({ date: daysAgo(366), maxAgeDays: 365 });
    expect(valueOf(tooOld)).toBe('Cannot read daily activity of 2025-11-21: AccessLink serves 365 days back');
    expect(notYet).toEqual({ value: [], fetchedAt: world.now, stale: false });
    expect(world.paths()).toEqual([]);
  });

  it('is still answered from memory: history does not grow stale', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([daysAgo(365)], world.session());
    world.paths();
    world.today = addDays(TODAY, 1);
    world.now += DAY;
    expect(await readDates(activityResource, [daysAgo(365)], world.session())).toMatchObject([{ stale: false }]);
    world.now += 14 * DAY;
    const session = world.session();
    expect(await readDates(activityResource, [daysAgo(365)], session)).toMatchObject([{ stale: false }]);
    expect(session.stats).toMatchObject({ stale: 0, fromMemory: 1 });
    expect(world.paths()).toEqual([]);
  });
});
