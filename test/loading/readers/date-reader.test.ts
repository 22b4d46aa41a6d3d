// What is requested by date, and what is cached of it.
import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
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

describe('what is cached', () => {
  it('is not requested again', async () => {
    const world = createWorld(everyActivity);
    expect(await stepsOf(lastDays(28), world.context())).toEqual(lastDays(28).map(() => [100]));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-26&to=2026-11-22']);
    const context = world.context();
    expect(await stepsOf(lastDays(28), context)).toEqual(lastDays(28).map(() => [100]));
    expect(world.paths()).toEqual([]);
    expect(context.stats).toMatchObject({ fromMemory: 28, joined: 0, stale: 0 });
  });

  it('is returned in the order in which it was requested', async () => {
    const world = createWorld((path) => daysIn(path).map((date) => activityOf(date, Number(date.slice(8)))));
    expect(await stepsOf([daysAgo(0), daysAgo(2), daysAgo(1), daysAgo(2)], world.context())).toEqual([
      [22],
      [20],
      [21],
      [20],
    ]);
  });

  it('leaves only the twelve new days to request when 28 days become 40', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(28), world.context());
    world.paths();
    await stepsOf(lastDays(40), world.context());
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-14&to=2026-10-25']);
  });

  it('is requested again when its time to live is over, today first', async () => {
    const world = createWorld(everyActivity);
    const dates = [daysAgo(2), daysAgo(1), daysAgo(0)];
    await stepsOf(dates, world.context());
    world.paths();
    world.now += 3 * MINUTE;
    await stepsOf(dates, world.context());
    expect(world.paths()).toEqual([]);
    world.now += 2 * MINUTE;
    await stepsOf(dates, world.context());
    expect(world.paths()).toEqual(['/v3/users/activities/2026-11-22']);
    world.now += 25 * MINUTE;
    await stepsOf(dates, world.context());
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-11-21&to=2026-11-22']);
  });

  it('is stale at the millisecond at which its time to live ends', async () => {
    const freshUntil: number[] = [];
    const world = createWorld(everyActivity, {
      of: () => ({
        get: () => [{ value: [], flags: [], fetchedAt: 0, freshUntil: world.now, version: 0 }],
        set: (_, entries) => freshUntil.push(...entries.map((entry) => entry.freshUntil)),
        state: () => undefined,
      }),
    });
    await stepsOf([TODAY], world.context());
    expect(world.paths()).toHaveLength(1);
    expect((freshUntil[0] ?? 0) - world.now).toBeGreaterThanOrEqual(4 * MINUTE);
  });

  it('may be that there is nothing', async () => {
    const world = createWorld(() => undefined);
    expect(await stepsOf([daysAgo(3)], world.context())).toEqual([[]]);
    expect(await stepsOf([daysAgo(3)], world.context())).toEqual([[]]);
    expect(world.paths()).toHaveLength(1);
    world.now += 61 * MINUTE;
    await stepsOf([daysAgo(3)], world.context());
    expect(world.paths()).toHaveLength(1);
  });

  it('carries the time at which it was read', async () => {
    const world = createWorld(everyActivity);
    const readAt = world.now;
    const fresh = await createDateReader(activityResource, world.context())([daysAgo(9)]);
    world.now += MINUTE;
    const again = await createDateReader(activityResource, world.context())([daysAgo(9)]);
    expect([...fresh, ...again]).toMatchObject([
      { fetchedAt: readAt, stale: false },
      { fetchedAt: readAt, stale: false },
    ]);
  });
});

describe('flags', () => {
  const rich = { flags: { 'daily activity': ['steps'] } };

  it('are sent as the operation needs them of the resource', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(
      [TODAY],
      world.context({ flags: { 'daily activity': ['steps', 'activity_zones'], exercises: ['route'] } }),
    );
    expect(world.paths()).toEqual(['/v3/users/activities/2026-11-22?steps=true&activity_zones=true']);
  });

  it('let a richer record answer a request for a poorer one', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(2), world.context(rich));
    expect(await stepsOf(lastDays(2), world.context())).toEqual([[100], [100]]);
    expect(world.paths()).toHaveLength(1);
  });

  it('never let a poorer record answer a request for a richer one', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.context());
    await stepsOf([TODAY], world.context({ flags: { 'daily activity': ['activity_zones'] } }));
    await stepsOf([TODAY], world.context(rich));
    expect(world.paths()).toEqual([
      '/v3/users/activities/2026-11-22',
      '/v3/users/activities/2026-11-22?activity_zones=true',
      '/v3/users/activities/2026-11-22?steps=true',
    ]);
  });

  it('leave the newest of several records to answer', async () => {
    const world = createWorld((path) => everyActivity(path));
    await stepsOf([TODAY], world.context(rich));
    world.now += 6 * MINUTE;
    world.answers = () => [activityOf(TODAY, 200)];
    await stepsOf([TODAY], world.context());
    world.now += MINUTE;
    expect(await stepsOf([TODAY], world.context())).toEqual([[200]]);
    expect(world.paths()).toHaveLength(2);
    world.answers = () => [activityOf(TODAY, 300)];
    await stepsOf([TODAY], world.context(rich));
    expect(await stepsOf([TODAY], world.context())).toEqual([[300]]);
  });
});
