// Calls that several operations share.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/calendar.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { readDates } from '../../../src/loading/readers/date-reader.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { createWorld, daysAgo, everyActivity, failure, lastDays, stepsOf, TODAY } from '../support.ts';

describe('calls under way', () => {
  const rich = { selected: ['ActivitySamples.steps'] };

  it('are shared by ten operations of one person at once', async () => {
    const world = createWorld(everyActivity);
    const sessions = Array.from({ length: 10 }, () => world.session());
    const found = await Promise.all(sessions.map((session) => stepsOf(lastDays(28), session)));
    expect(found).toEqual(sessions.map(() => lastDays(28).map(() => [100])));
    expect(world.paths()).toHaveLength(1);
    expect(sessions.map(({ stats: ledger }) => ledger.joined)).toEqual([0, ...Array.from({ length: 9 }, () => 1)]);
  });

  it('leave only the other days to ask for', async () => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf(lastDays(28), world.session()), stepsOf(lastDays(40), world.session())]);
    expect(world.paths().at(-1)).toBe('/v3/users/activities/?from=2026-10-14&to=2026-10-25');
  });

  it.each([
    ['another person', { user: '2' }],
    ['another token', { token: 'two' }],
  ])('and memories are never shared with %s', async (_, other) => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf([TODAY], world.session()), stepsOf([TODAY], world.session(other))]);
    expect(world.paths()).toHaveLength(2);
    await stepsOf([daysAgo(1)], world.session());
    await stepsOf([daysAgo(1)], world.session(other));
    expect(world.paths()).toHaveLength(2);
  });

  it('serve a poorer wish, never a richer one', async () => {
    const world = createWorld(everyActivity);
    await Promise.all([stepsOf([TODAY], world.session(rich)), stepsOf([TODAY], world.session())]);
    expect(world.paths()).toHaveLength(1);
    await Promise.all([stepsOf([daysAgo(1)], world.session()), stepsOf([daysAgo(1)], world.session(rich))]);
    expect(world.paths()).toHaveLength(2);
  });

  it('are of one resource', async () => {
    const world = createWorld(() => []);
    await Promise.all([stepsOf([TODAY], world.session()), readDates(sleepResource, [TODAY], world.session())]);
    expect(world.paths()).toHaveLength(2);
  });

  it('are counted as joined once, and not when they are our own', async () => {
    const world = createWorld(everyActivity);
    const [first, second] = [world.session(), world.session()];
    const wants: [IsoDate, LoadContext][] = [
      [daysAgo(1), first],
      [TODAY, first],
      [daysAgo(1), first],
      [TODAY, second],
      [TODAY, second],
    ];
    await Promise.all(wants.map(([date, session]) => stepsOf([date], session)));
    expect(world.paths()).toHaveLength(2);
    expect([first.stats.joined, second.stats.joined]).toEqual([0, 1]);
  });

  it('fail for everybody who joined', async () => {
    const world = createWorld(() => failure('timeout'));
    const found = await Promise.all([stepsOf([TODAY], world.session()), stepsOf([TODAY], world.session())]);
    expect(found).toMatchObject([[{ code: 'timeout' }], [{ code: 'timeout' }]]);
    expect(world.paths()).toHaveLength(1);
  });
});
