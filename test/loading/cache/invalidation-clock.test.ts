// A webhook invalidates records at once: exactly those it names, also those that are in flight.
import { describe, expect, it } from 'vitest';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import { createWorld, daysAgo, everyActivity, lastDays, stepsOf, TODAY } from '../support.ts';

const of = (polarUserId: string | null, resource: string, key: string) => ({ polarUserId, resource, key });

describe('an invalidation', () => {
  it('is of the records it names and of no others', () => {
    const invalidations = createInvalidationClock();
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: ['monday', 'tuesday'] }]);
    expect(invalidations.isCurrent(of('1', 'sleep', 'monday'), version)).toBe(false);
    expect(invalidations.isCurrent(of('1', 'sleep', 'tuesday'), version)).toBe(false);
    expect(invalidations.isCurrent(of('1', 'sleep', 'sunday'), version)).toBe(true);
    expect(invalidations.isCurrent(of('2', 'sleep', 'monday'), version)).toBe(true);
    expect(invalidations.isCurrent(of('1', 'activity', 'monday'), version)).toBe(true);
    expect(invalidations.isCurrent(of(null, 'sleep', 'monday'), version)).toBe(true);
    expect(invalidations.isCurrent(of('1', 'sleep', 'monday'), invalidations.version())).toBe(true);
  });

  it('may be of a whole resource, or of everything', () => {
    const invalidations = createInvalidationClock();
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: null }]);
    expect(invalidations.isCurrent(of('1', 'sleep', 'monday'), version)).toBe(false);
    expect(invalidations.isCurrent(of('1', 'activity', 'monday'), version)).toBe(true);
    invalidations.invalidateAll();
    expect(invalidations.isCurrent(of('2', 'activity', 'monday'), version)).toBe(false);
    expect(invalidations.isCurrent(of(null, 'activity', 'monday'), version)).toBe(false);
    expect(invalidations.isCurrent(of('1', 'sleep', 'monday'), invalidations.version())).toBe(true);
  });

  it('is never forgotten: when there are too many, nothing requested before the oldest is current', () => {
    const invalidations = createInvalidationClock(2);
    const before = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: ['monday'] }]);
    const after = invalidations.version();
    invalidations.invalidate('2', [{ resource: 'sleep', keys: ['monday'] }]);
    invalidations.invalidate('3', [{ resource: 'sleep', keys: ['monday'] }]);
    expect(invalidations.isCurrent(of('1', 'sleep', 'monday'), before)).toBe(false);
    expect(invalidations.isCurrent(of('4', 'sleep', 'monday'), before)).toBe(false);
    expect(invalidations.isCurrent(of('4', 'sleep', 'monday'), after)).toBe(true);
  });
});

describe('invalidated records', () => {
  it('are requested again, and those of other days are not', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(7), world.context());
    world.paths();
    world.invalidations.invalidate('1', [{ resource: 'daily activity', keys: [daysAgo(2)] }]);
    await stepsOf(lastDays(7), world.context());
    expect(world.paths()).toEqual([expect.stringContaining(daysAgo(2))]);
    await stepsOf(lastDays(7), world.context());
    expect(world.paths()).toEqual([]);
  });

  it('of one user leave those of another fresh', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.context({ user: '2' }));
    world.paths();
    world.invalidations.invalidate('1', [{ resource: 'daily activity', keys: null }]);
    await stepsOf([TODAY], world.context({ user: '2' }));
    expect(world.paths()).toEqual([]);
  });

  it('are not joined while in flight, and their late reply neither is fresh nor replaces what is newer', async () => {
    const world = createWorld(everyActivity);
    const context = world.context();
    const old = Promise.withResolvers<void>();
    let steps = 100;
    const slow = async (request: Parameters<typeof context.send>[0]) => {
      const mine = steps;
      if (mine === 100) await old.promise;
      world.answers = () => [{ start_time: `${TODAY}T00:00`, steps: mine }];
      return context.send(request);
    };
    const before = stepsOf([TODAY], { ...context, send: slow });
    await new Promise(setImmediate);
    world.invalidations.invalidate('1', [{ resource: 'daily activity', keys: [TODAY] }]);
    steps = 200;
    expect(await stepsOf([TODAY], { ...context, send: slow })).toEqual([[200]]);
    old.resolve();
    expect(await before).toEqual([[100]]);
    expect(await stepsOf([TODAY], context)).toEqual([[200]]);
    expect(world.paths()).toHaveLength(2);
  });

  it('that were in flight alone are requested again', async () => {
    const world = createWorld(everyActivity);
    const context = world.context();
    const gate = Promise.withResolvers<void>();
    const slow = (request: Parameters<typeof context.send>[0]) => gate.promise.then(() => context.send(request));
    const before = stepsOf([TODAY], { ...context, send: slow });
    await new Promise(setImmediate);
    world.invalidations.invalidate('1', [{ resource: 'daily activity', keys: [TODAY] }]);
    gate.resolve();
    await before;
    await stepsOf([TODAY], context);
    expect(world.paths()).toHaveLength(2);
  });
});
