// What is asked, and what is remembered of it.
import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { readDates } from '../../../src/loading/readers/date-reader.ts';
import {
  activityOf,
  createWorld,
  daysAgo,
  daysIn,
  everyActivity,
  lastDays,
  MINUTE,
  stepsOf,
  TODAY,
} from '../support.ts';

describe('what is remembered', () => {
  it('is not asked for again', async () => {
    const world = createWorld(everyActivity);
    expect(await stepsOf(lastDays(28), world.session())).toEqual(lastDays(28).map(() => [100]));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-26&to=2026-11-22']);
    const session = world.session();
    expect(await stepsOf(lastDays(28), session)).toEqual(lastDays(28).map(() => [100]));
    expect(world.paths()).toEqual([]);
    expect(session.stats).toMatchObject({ fromMemory: 28, joined: 0, stale: 0 });
  });

  it('is told in the order in which it was wanted', async () => {
    const world = createWorld((path) => daysIn(path).map((date) => activityOf(date, Number(date.slice(8)))));
    expect(await stepsOf([daysAgo(0), daysAgo(2), daysAgo(1), daysAgo(2)], world.session())).toEqual([
      [22],
      [20],
      [21],
      [20],
    ]);
  });

  it('leaves only the twelve new days to ask for when 28 days become 40', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(28), world.session());
    world.paths();
    await stepsOf(lastDays(40), world.session());
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-14&to=2026-10-25']);
  });

  it('is asked for again when it may not be believed any more, today first', async () => {
    const world = createWorld(everyActivity);
    const wanted = [daysAgo(2), daysAgo(1), daysAgo(0)];
    await stepsOf(wanted, world.session());
    world.paths();
    world.now += 3 * MINUTE;
    await stepsOf(wanted, world.session());
    expect(world.paths()).toEqual([]);
    world.now += 2 * MINUTE;
    await stepsOf(wanted, world.session());
    expect(world.paths()).toEqual(['/v3/users/activities/2026-11-22']);
    world.now += 25 * MINUTE;
    await stepsOf(wanted, world.session());
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-11-21&to=2026-11-22']);
  });

  it('ends at the millisecond that was said', async () => {
    const freshUntil: number[] = [];
    const world = createWorld(everyActivity, {
      get: () => ({ value: [], fetchedAt: 0, freshUntil: world.now }),
      set: (_, entry) => freshUntil.push(entry.freshUntil),
    });
    await stepsOf([TODAY], world.session());
    expect(world.paths()).toHaveLength(1);
    expect((freshUntil[0] ?? 0) - world.now).toBeGreaterThanOrEqual(4 * MINUTE);
  });

  it('may be that there is nothing', async () => {
    const world = createWorld(() => undefined);
    expect(await stepsOf([daysAgo(3)], world.session())).toEqual([[]]);
    expect(await stepsOf([daysAgo(3)], world.session())).toEqual([[]]);
    expect(world.paths()).toHaveLength(1);
    world.now += 61 * MINUTE;
    await stepsOf([daysAgo(3)], world.session());
    expect(world.paths()).toHaveLength(1);
  });

  it('carries the time at which it was read', async () => {
    const world = createWorld(everyActivity);
    const readAt = world.now;
    const fresh = await readDates(activityResource, [daysAgo(9)], world.session());
    world.now += MINUTE;
    const again = await readDates(activityResource, [daysAgo(9)], world.session());
    expect([...fresh, ...again]).toMatchObject([
      { fetchedAt: readAt, stale: false },
      { fetchedAt: readAt, stale: false },
    ]);
  });

  it('weighs what its records weighed, and nothing weighs nothing', async () => {
    const weights: number[] = [];
    const memory = {
      get: () => undefined,
      set: (_key: string, _entry: object, bytes: number) => void weights.push(bytes),
    };
    const world = createWorld(() => [activityOf(daysAgo(1)), activityOf(TODAY)], memory);
    await stepsOf(lastDays(3), world.session());
    const bytes = JSON.stringify(activityOf(TODAY)).length;
    expect(weights.splice(0)).toEqual([0, bytes + 1.5, bytes + 1.5]);
    world.answers = () => activityOf(TODAY);
    await stepsOf([TODAY], world.session());
    expect(weights.splice(0)).toEqual([bytes]);
    world.answers = () => undefined;
    await stepsOf(lastDays(2), world.session());
    expect(weights).toEqual([0, 0]);
  });
});

describe('flags', () => {
  const rich = { selected: ['ActivitySamples.steps'] };

  it('are read from what the operation selects', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(
      [TODAY],
      world.session({ selected: ['ActivitySamples.zones', 'ActivitySamples.totalSteps', 'Day.date'] }),
    );
    expect(world.paths()).toEqual(['/v3/users/activities/2026-11-22?steps=true&activity_zones=true']);
  });

  it('let a richer record serve a poorer wish', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(2), world.session(rich));
    expect(await stepsOf(lastDays(2), world.session())).toEqual([[100], [100]]);
    expect(world.paths()).toHaveLength(1);
  });

  it('never let a poorer record serve a richer wish', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.session());
    await stepsOf([TODAY], world.session({ selected: ['ActivitySamples.zones'] }));
    await stepsOf([TODAY], world.session(rich));
    expect(world.paths()).toEqual([
      '/v3/users/activities/2026-11-22',
      '/v3/users/activities/2026-11-22?activity_zones=true',
      '/v3/users/activities/2026-11-22?steps=true',
    ]);
  });

  it('leave the newest of several records to speak', async () => {
    const world = createWorld((path) => everyActivity(path));
    await stepsOf([TODAY], world.session(rich));
    world.now += 6 * MINUTE;
    world.answers = () => [activityOf(TODAY, 200)];
    await stepsOf([TODAY], world.session());
    world.now += MINUTE;
    expect(await stepsOf([TODAY], world.session())).toEqual([[200]]);
    expect(world.paths()).toHaveLength(2);
    world.answers = () => [activityOf(TODAY, 300)];
    await stepsOf([TODAY], world.session(rich));
    expect(await stepsOf([TODAY], world.session())).toEqual([[300]]);
  });
});
