// What stands in the place of what could not be read.
import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import { addDays } from '../../../src/calendar.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { createWorld, DAY, daysAgo, everyActivity, failure, lastDays, stepsOf, TODAY, valueOf } from '../support.ts';

describe('a failure', () => {
  it('of one request leaves the other days standing, and is not cached', async () => {
    const world = createWorld((path) =>
      path.includes('to=2026-11-22') ? failure('unavailable') : everyActivity(path),
    );
    const found = await stepsOf(lastDays(56), world.context());
    expect(found.slice(0, 28)).toEqual(lastDays(28).map(() => [100]));
    expect(found.slice(28)).toEqual(lastDays(28).map(() => expect.objectContaining({ code: 'unavailable' })));
    world.paths();
    world.answers = everyActivity;
    expect(await stepsOf(lastDays(56), world.context())).toEqual(lastDays(56).map(() => [100]));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-10-26&to=2026-11-22']);
  });

  it.each(['unavailable', 'timeout', 'invalid', 'rate-limited'] as const)(
    'of the kind %s is answered with old records where there are any',
    async (code) => {
      const world = createWorld(everyActivity);
      const readAt = world.now;
      await stepsOf(lastDays(2), world.context());
      world.now += 2 * DAY;
      world.answers = () => failure(code);
      const context = world.context();
      const found = await createDateReader(activityResource, context)(lastDays(3));
      expect(found).toMatchObject([
        { code },
        { value: [{ steps: 100 }], fetchedAt: readAt, stale: true },
        { value: [{ steps: 100 }], fetchedAt: readAt, stale: true },
      ]);
      expect(context.stats).toMatchObject({ stale: 2, fromMemory: 0 });
    },
  );

  it.each([
    ['"to" cannot be in the future', [[]], ['not-yet']],
    ['', [expect.objectContaining({ code: 'refused' })], []],
  ])('of today alone is none when it says that today has not come (%j)', async (message, found, reasons) => {
    const upstream = { status: 400, errorType: null, message, correlationId: null };
    const world = createWorld(() => new AccessLinkError('refused', 'refused', { upstream }));
    const context = world.context();
    expect(await stepsOf([TODAY], context)).toEqual(found);
    expect([...context.stats.absent.values()].map(({ reason }) => reason)).toEqual(reasons);
    expect(world.paths()).toHaveLength(1);
  });

  it.each(['unauthorized', 'forbidden'] as const)('of the kind %s is an error, whatever is cached', async (code) => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.context());
    world.now += DAY;
    world.answers = () => failure(code);
    const context = world.context();
    expect(await stepsOf([TODAY], context)).toMatchObject([{ code }]);
    expect(context.stats.stale).toBe(0);
  });

  it('that is a mistake of ours is not hidden behind old records', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.context());
    world.now += DAY;
    world.answers = () => new TypeError('x is not a function');
    expect(await stepsOf([TODAY], world.context())).toMatchObject([{ name: 'TypeError' }]);
  });

  it('that is no Error becomes one, since everything else would pass for a value', async () => {
    const world = createWorld(() => {
      throw 'out of cheese';
    });
    const [found] = await createDateReader(activityResource, world.context())([TODAY]);
    expect(found).toBeInstanceOf(Error);
    expect(valueOf(found)).toBe('Cannot read daily activity: out of cheese');
  });

  it('is not answered with a poorer record than was requested', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([TODAY], world.context());
    world.answers = () => failure('timeout');
    const context = world.context({ flags: { 'daily activity': ['steps'] } });
    expect(await stepsOf([TODAY], context)).toMatchObject([{ code: 'timeout' }]);
    expect(context.stats.stale).toBe(0);
  });

  it('of the kind refused means that a day before today is out of the window: retained records answer, else none', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([daysAgo(2)], world.context());
    world.now += DAY;
    world.answers = () => failure('refused');
    const context = world.context();
    const found = await createDateReader(activityResource, context)([daysAgo(3), daysAgo(2)]);
    expect(found).toMatchObject([{ value: [] }, { value: [{ steps: 100 }], stale: false }]);
    const absent = { resource: 'daily activity', reason: 'out-of-window', from: daysAgo(3), to: daysAgo(3) };
    expect([...context.stats.absent.values()]).toEqual([absent]);
  });

  it('of the kind refused is a failure where nothing is served, not even today: it is about something else', async () => {
    const world = createWorld(() => failure('refused'));
    const found = await stepsOf(lastDays(3), world.context());
    expect(found).toMatchObject([{ code: 'refused' }, { code: 'refused' }, { code: 'refused' }]);
    expect(await stepsOf([TODAY], world.context())).toMatchObject([{ code: 'refused' }]);
  });
});

describe('a day out of the limits', () => {
  it('is never requested and has no records: it is counted as absent, once for each reason', async () => {
    const world = createWorld(everyActivity);
    const context = world.context();
    const days = [daysAgo(400), daysAgo(366), daysAgo(-2)];
    const found = await createDateReader(activityResource, context)(days);
    expect(found).toEqual(days.map(() => ({ value: [], fetchedAt: world.now, stale: false })));
    expect([...context.stats.absent.values()]).toEqual([
      { resource: 'daily activity', reason: 'out-of-window', from: daysAgo(400), to: daysAgo(366) },
      { resource: 'daily activity', reason: 'not-yet', from: daysAgo(-2), to: daysAgo(-2) },
    ]);
    expect(world.paths()).toEqual([]);
  });

  it('is still answered from memory: history does not become stale', async () => {
    const world = createWorld(everyActivity);
    await stepsOf([daysAgo(365)], world.context());
    world.paths();
    world.today = addDays(TODAY, 1);
    world.now += DAY;
    expect(await createDateReader(activityResource, world.context())([daysAgo(365)])).toMatchObject([{ stale: false }]);
    world.now += 14 * DAY;
    const context = world.context();
    expect(await createDateReader(activityResource, context)([daysAgo(365)])).toMatchObject([{ stale: false }]);
    expect(context.stats).toMatchObject({ stale: 0, fromMemory: 1 });
    expect(world.paths()).toEqual([]);
  });
});
