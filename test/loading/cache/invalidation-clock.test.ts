// A webhook ends the freshness of records at once: of exactly those it names, also of those that are under way.
import { describe, expect, it } from 'vitest';
import { createInvalidationClock } from '../../../src/loading/cache/invalidation-clock.ts';
import { createWorld, daysAgo, everyActivity, lastDays, stepsOf, TODAY } from '../support.ts';

const of = (polarUserId: string | null, resource: string, key: string) => ({ polarUserId, resource, key });

describe('an end', () => {
  it('is of the records it names and of no others', () => {
    const expiry = createInvalidationClock();
    const mark = expiry.version();
    expiry.invalidate('1', 'sleep', ['monday', 'tuesday']);
    expect(expiry.isCurrent(of('1', 'sleep', 'monday'), mark)).toBe(false);
    expect(expiry.isCurrent(of('1', 'sleep', 'tuesday'), mark)).toBe(false);
    expect(expiry.isCurrent(of('1', 'sleep', 'sunday'), mark)).toBe(true);
    expect(expiry.isCurrent(of('2', 'sleep', 'monday'), mark)).toBe(true);
    expect(expiry.isCurrent(of('1', 'activity', 'monday'), mark)).toBe(true);
    expect(expiry.isCurrent(of(null, 'sleep', 'monday'), mark)).toBe(true);
    expect(expiry.isCurrent(of('1', 'sleep', 'monday'), expiry.version())).toBe(true);
  });

  it('may be of a whole resource, or of everything', () => {
    const expiry = createInvalidationClock();
    const mark = expiry.version();
    expiry.invalidate('1', 'sleep', null);
    expect(expiry.isCurrent(of('1', 'sleep', 'monday'), mark)).toBe(false);
    expect(expiry.isCurrent(of('1', 'activity', 'monday'), mark)).toBe(true);
    expiry.invalidateAll();
    expect(expiry.isCurrent(of('2', 'activity', 'monday'), mark)).toBe(false);
    expect(expiry.isCurrent(of(null, 'activity', 'monday'), mark)).toBe(false);
    expect(expiry.isCurrent(of('1', 'sleep', 'monday'), expiry.version())).toBe(true);
  });

  it('is never forgotten: when there are too many, what was asked before the oldest is not believed', () => {
    const expiry = createInvalidationClock(2);
    const before = expiry.version();
    expiry.invalidate('1', 'sleep', ['monday']);
    const after = expiry.version();
    expiry.invalidate('2', 'sleep', ['monday']);
    expiry.invalidate('3', 'sleep', ['monday']);
    expect(expiry.isCurrent(of('1', 'sleep', 'monday'), before)).toBe(false);
    expect(expiry.isCurrent(of('4', 'sleep', 'monday'), before)).toBe(false);
    expect(expiry.isCurrent(of('4', 'sleep', 'monday'), after)).toBe(true);
  });
});

describe('records whose freshness has ended', () => {
  it('are asked for again, and those of other days are not', async () => {
    const world = createWorld(everyActivity);
    await stepsOf(lastDays(7), world.session());
    world.paths();
    world.expiry.invalidate('1', 'daily activity', [daysAgo(2)]);
    await stepsOf(lastDays(7), world.session());
    expect(world.paths()).toEqual([expect.stringContaining(daysAgo(2))]);
    await stepsOf(lastDays(7), world.session());
    expect(world.paths()).toEqual([]);
  });

  it('of another user are believed', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.session({ user: '2' }));
    world.paths();
    world.expiry.invalidate('1', 'daily activity', null);
    await stepsOf([TODAY], world.session({ user: '2' }));
    expect(world.paths()).toEqual([]);
  });

  it('are not joined while under way, and what they bring late neither is believed nor replaces what is newer', async () => {
    const world = createWorld(everyActivity);
    const session = world.session();
    const old = Promise.withResolvers<void>();
    let steps = 100;
    const slow = async (request: Parameters<typeof session.send>[0]) => {
      const mine = steps;
      if (mine === 100) await old.promise;
      world.answers = () => [{ start_time: `${TODAY}T00:00`, steps: mine }];
      return session.send(request);
    };
    const before = stepsOf([TODAY], { ...session, send: slow });
    await new Promise(setImmediate);
    world.expiry.invalidate('1', 'daily activity', [TODAY]);
    steps = 200;
    expect(await stepsOf([TODAY], { ...session, send: slow })).toEqual([[200]]);
    old.resolve();
    expect(await before).toEqual([[100]]);
    expect(await stepsOf([TODAY], session)).toEqual([[200]]);
    expect(world.paths()).toHaveLength(2);
  });

  it('that were under way alone are asked for again', async () => {
    const world = createWorld(everyActivity);
    const session = world.session();
    const gate = Promise.withResolvers<void>();
    const slow = (request: Parameters<typeof session.send>[0]) => gate.promise.then(() => session.send(request));
    const before = stepsOf([TODAY], { ...session, send: slow });
    await new Promise(setImmediate);
    world.expiry.invalidate('1', 'daily activity', [TODAY]);
    gate.resolve();
    await before;
    await stepsOf([TODAY], session);
    expect(world.paths()).toHaveLength(2);
  });
});
