import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createDateLoader, createListLoader } from '../../../src/loading/readers/loader.ts';
import { createWorld, daysAgo, everyActivity, failure, lastDays } from '../support.ts';

describe('createDateLoader', () => {
  it('requests all days that are loaded in one tick at once, however often each is loaded', async () => {
    const world = createWorld(everyActivity);
    const loader = createDateLoader(activityResource, world.context());
    const dates = [...lastDays(3), ...lastDays(2)];
    const found = await Promise.all(dates.map((date) => loader.load(date)));
    expect(found.map(({ value }) => value[0]?.steps)).toEqual(dates.map(() => 100));
    expect(world.paths()).toEqual(['/v3/users/activities/?from=2026-11-20&to=2026-11-22']);
  });

  it('rejects for the day that cannot be read, and for no other', async () => {
    const answers = (path: string) => (path.includes(daysAgo(200)) ? failure('timeout') : everyActivity(path));
    const loader = createDateLoader(activityResource, createWorld(answers).context());
    const [old, recent] = await Promise.allSettled([loader.load(daysAgo(200)), loader.load(daysAgo(1))]);
    expect(old).toMatchObject({ status: 'rejected', reason: { code: 'timeout' } });
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
