// Requests that several operations share.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/calendar.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { createWorld, daysAgo, everyActivity, failure, lastDays, stepsOf, TODAY } from '../support.ts';

describe('requests in flight', () => {
  const rich = { flags: { 'daily activity': ['steps'] } };

  it('are shared by ten operations of one person at once', async () => {
    const world = createWorld(everyActivity);
    const contexts = Array.from({ length: 10 }, () => world.context());
    const found = await Promise.all(contexts.map((context) => stepsOf(lastDays(28), context)));
    expect(found).toEqual(contexts.map(() => lastDays(28).map(() => [100])));
    expect(world.paths()).toHaveLength(1);
    expect(contexts.map(({ stats }) => stats.joined)).toEqual([0, ...Array.from({ length: 9 }, () => 1)]);
  });

  it('leave only the other days to request', async () => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf(lastDays(28), world.context()), stepsOf(lastDays(40), world.context())]);
    expect(world.paths().at(-1)).toBe('/v3/users/activities/?from=2026-10-14&to=2026-10-25');
  });

  it.each([
    ['another person', { user: '2' }],
    ['another token', { token: 'two' }],
  ])('and cached records are never shared with %s', async (_, other) => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf([TODAY], world.context()), stepsOf([TODAY], world.context(other))]);
    expect(world.paths()).toHaveLength(2);
    await stepsOf([daysAgo(1)], world.context());
    await stepsOf([daysAgo(1)], world.context(other));
    expect(world.paths()).toHaveLength(2);
  });

  it('answer a request for fewer flags, never one for more', async () => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf([TODAY], world.context(rich)), stepsOf([TODAY], world.context())]);
    expect(world.paths()).toHaveLength(1);
    await Promise.all([stepsOf([daysAgo(1)], world.context()), stepsOf([daysAgo(1)], world.context(rich))]);
    expect(world.paths()).toHaveLength(2);
  });

  it('are of one resource', async () => {
    const world = createWorld(() => []);
    await Promise.all([stepsOf([TODAY], world.context()), createDateReader(sleepResource, world.context())([TODAY])]);
    expect(world.paths()).toHaveLength(2);
  });

  it('are counted as joined once, and not when they are our own', async () => {
    const world = createWorld(everyActivity);
    const [first, second] = [world.context(), world.context()];
    const reads: [IsoDate, LoadContext][] = [
      [daysAgo(1), first],
      [TODAY, first],
      [daysAgo(1), first],
      [TODAY, second],
      [TODAY, second],
    ];
    await Promise.all(reads.map(([date, context]) => stepsOf([date], context)));
    expect(world.paths()).toHaveLength(2);
    expect([first.stats.joined, second.stats.joined]).toEqual([0, 1]);
  });

  it('fail for everybody who joined', async () => {
    const world = createWorld(() => failure('timeout'));
    const found = await Promise.all([stepsOf([TODAY], world.context()), stepsOf([TODAY], world.context())]);
    expect(found).toMatchObject([[{ code: 'timeout' }], [{ code: 'timeout' }]]);
    expect(world.paths()).toHaveLength(1);
  });
});
