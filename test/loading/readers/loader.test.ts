import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { userResource } from '../../../src/domain/users/loader.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createDateLoader, createKeyedLoader, createListLoader } from '../../../src/loading/readers/loader.ts';
import { causeOf, ReadError } from '../../../src/loading/errors.ts';
import { noStoreTier } from '../../../src/loading/cache/store-tier.ts';
import { SINGLE_KEY } from '../../../src/loading/cache/keys.ts';
import { createWorld, daysAgo, everyActivity, failure, lastDays } from '../support.ts';

describe('createDateLoader', () => {
  it('requests all days that are loaded in one tick at once, however often each is loaded', async () => {
    const world = createWorld(everyActivity);
    const loader = createDateLoader(activityResource, world.context());
    const dates = [...lastDays(3), ...lastDays(2)];
    const found = await Promise.all(dates.map(async (date) => loader.load(date)));
    expect(found.map(({ value }) => value[0]?.steps)).toEqual(dates.map(() => 100));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-11-20&to=2026-11-22']);
  });

  it('rejects for the day that cannot be read, and for no other', async () => {
    const answers = (path: string) => (path.includes(daysAgo(200)) ? failure('timeout') : everyActivity(path));
    const loader = createDateLoader(activityResource, createWorld(answers).context());
    const [old, recent] = await Promise.allSettled([loader.load(daysAgo(200)), loader.load(daysAgo(1))]);
    expect(old).toMatchObject({ status: 'rejected', reason: { cause: { code: 'timeout' } } });
    expect(recent).toMatchObject({ status: 'fulfilled' });
  });
});

describe('createListLoader', () => {
  it('takes lookups that say the same for the same', async () => {
    const world = createWorld(() => [{ id: 'a' }]);
    const context = world.context();
    const loader = createListLoader(exerciseResource, context);
    await loader.load({ kind: 'one', id: 'a' });
    await loader.load({ kind: 'one', id: 'a' });
    await loader.load({ kind: 'list' });
    expect(world.paths()).toEqual(['/v3/exercises/a', '/v3/exercises']);
    expect(context.stats.fromMemory).toBe(0);
  });
});

describe('a failure', () => {
  const reasons = async (loads: readonly unknown[]) =>
    (await Promise.allSettled(loads)).map((load) => (load.status === 'rejected' ? load.reason : null));

  it('of a request is a ReadError of each of its dates, with one cause, and noted in the stats', async () => {
    const down = failure('unavailable');
    const context = createWorld(() => down).context();
    const loader = createDateLoader(activityResource, context);
    const errors = await reasons(lastDays(2).map((date) => loader.load(date)));
    expect(errors).toMatchObject(lastDays(2).map((date) => ({ name: 'ReadError', resource: 'daily activity', date })));
    expect(errors.map(causeOf)).toEqual([down, down]);
    expect(context.stats.failures).toEqual(errors);
  });

  it('of a list has a date only when a day was looked up', async () => {
    const loader = createListLoader(exerciseResource, createWorld(() => failure('timeout')).context());
    const date = daysAgo(1);
    const errors = await reasons([
      loader.load({ kind: 'days', from: date, to: date }),
      loader.load({ kind: 'one', id: 'a' }),
    ]);
    expect(errors).toMatchObject([
      { resource: 'exercises', date },
      { resource: 'exercises', date: null },
    ]);
  });

  it('of this server itself is a ReadError too, whatever was thrown', async () => {
    const broken = () => Promise.reject('broken');
    const storeTier = { ...noStoreTier, read: broken };
    const context = createWorld(everyActivity).context({ storeTier });
    const [error] = await reasons([createKeyedLoader(userResource, context).load(SINGLE_KEY)]);
    expect(error).toBeInstanceOf(ReadError);
    expect(error).toMatchObject({ resource: 'user', date: null, cause: { message: 'broken' } });
  });
});
