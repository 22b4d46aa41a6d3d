// Requests for a list that several operations share, and what a failed one leaves.
import { describe, expect, it } from 'vitest';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import { day, everyRun, ids, list, one } from './list-reader-support.ts';
import { createWorld, DAY, daysAgo, failure, TODAY, valueOf } from '../support.ts';

describe('requests in flight for a listed resource', () => {
  it('are shared: the list answers every id, a record only itself', async () => {
    const world = createWorld(everyRun);
    const contexts = [world.context(), world.context(), world.context()] as const;
    const reads = [ids([list], contexts[0]), ids([one('b')], contexts[1]), ids([list], contexts[2])];
    expect(await Promise.all(reads)).toEqual([[expect.any(Array)], [['b']], [expect.any(Array)]]);
    expect(world.paths()).toEqual(['/v3/exercises']);
    expect(contexts.map(({ stats }) => stats.joined)).toEqual([0, 1, 1]);
    await Promise.all([ids([one('x')], world.context()), ids([one('x')], world.context())]);
    expect(world.paths()).toEqual([]);
    world.now += DAY;
    await Promise.all([
      ids([one('x')], world.context()),
      ids([one('y')], world.context()),
      ids([list], world.context()),
    ]);
    expect(world.paths()).toEqual(['/v3/exercises/x', '/v3/exercises/y', '/v3/exercises']);
  });

  it('leave one record alone to be read by its id', async () => {
    const world = createWorld(everyRun);
    const reads = await Promise.all([ids([one('a')], world.context()), ids([one('a'), one('b')], world.context())]);
    expect(reads).toEqual([[['a']], [['a'], ['b']]]);
    expect(world.paths()).toEqual(['/v3/exercises/a', '/v3/exercises/b']);
  });

  it('are not shared with another person', async () => {
    const world = createWorld(everyRun);
    await Promise.all([ids([list], world.context()), ids([list], world.context({ user: '2' }))]);
    expect(world.paths()).toHaveLength(2);
  });
});

describe('a failed list', () => {
  it('fails for every lookup that needed it, and the failure is not cached', async () => {
    const world = createWorld(() => failure('forbidden'));
    const failed = expect.objectContaining({ code: 'forbidden' });
    expect(await ids([list, one('a'), day(TODAY)], world.context())).toEqual([failed, failed, failed]);
    world.answers = everyRun;
    expect(await ids([one('a')], world.context())).toEqual([['a']]);
  });

  it('leaves the old list and the old records to answer, as stale', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.context());
    world.now += 30 * DAY;
    world.answers = () => failure('unavailable');
    const context = world.context();
    const found = await createListReader(exerciseResource, context)([day(daysAgo(9)), one('a'), one('x')]);
    expect(found).toMatchObject([{ stale: true }, { stale: true }, { code: 'unavailable' }]);
    expect(found.map(valueOf)).toMatchObject([
      [{ id: 'b' }, { id: 'c' }],
      [{ id: 'a' }],
      expect.stringContaining('unavailable'),
    ]);
    expect(context.stats.stale).toBe(2);
  });
});
