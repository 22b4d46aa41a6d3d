// Calls for a list that several operations share, and what a failed one leaves.
import { describe, expect, it } from 'vitest';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { readFromList } from '../../../src/loading/readers/list-reader.ts';
import { day, everyRun, ids, list, one } from './list-reader-support.ts';
import { createWorld, DAY, daysAgo, failure, TODAY, valueOf } from '../support.ts';

describe('calls for a listed resource under way', () => {
  it('are shared: the list settles every id, a record only itself', async () => {
    const world = createWorld(everyRun);
    const sessions = [world.session(), world.session(), world.session()] as const;
    const reads = [ids([list], sessions[0]), ids([one('b')], sessions[1]), ids([list], sessions[2])];
    expect(await Promise.all(reads)).toEqual([[expect.any(Array)], [['b']], [expect.any(Array)]]);
    expect(world.paths()).toEqual(['/v3/exercises']);
    expect(sessions.map(({ stats: ledger }) => ledger.joined)).toEqual([0, 1, 1]);
    await Promise.all([ids([one('x')], world.session()), ids([one('x')], world.session())]);
    expect(world.paths()).toEqual([]);
    world.now += DAY;
    await Promise.all([
      ids([one('x')], world.session()),
      ids([one('y')], world.session()),
      ids([list], world.session()),
    ]);
    expect(world.paths()).toEqual(['/v3/exercises/x', '/v3/exercises/y', '/v3/exercises']);
  });

  it('leave one record alone to be read by its id', async () => {
    const world = createWorld(everyRun);
    const reads = await Promise.all([ids([one('a')], world.session()), ids([one('a'), one('b')], world.session())]);
    expect(reads).toEqual([[['a']], [['a'], ['b']]]);
    expect(world.paths()).toEqual(['/v3/exercises/a', '/v3/exercises/b']);
  });

  it('are not shared with another person', async () => {
    const world = createWorld(everyRun);
    await Promise.all([ids([list], world.session()), ids([list], world.session({ user: '2' }))]);
    expect(world.paths()).toHaveLength(2);
  });
});

describe('a failed list', () => {
  it('fails for every key that needed it, and is not remembered', async () => {
    const world = createWorld(() => failure('forbidden'));
    const failed = expect.objectContaining({ code: 'forbidden' });
    expect(await ids([list, one('a'), day(TODAY)], world.session())).toEqual([failed, failed, failed]);
    world.answers = everyRun;
    expect(await ids([one('a')], world.session())).toEqual([['a']]);
  });

  it('lets the old list and the old records speak', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.session());
    world.now += 30 * DAY;
    world.answers = () => failure('unavailable');
    const session = world.session();
    const found = await readFromList(exerciseResource, [day(daysAgo(9)), one('a'), one('x')], session);
    expect(found).toMatchObject([{ stale: true }, { stale: true }, { code: 'unavailable' }]);
    expect(found.map(valueOf)).toMatchObject([
      [{ id: 'b' }, { id: 'c' }],
      [{ id: 'a' }],
      expect.stringContaining('unavailable'),
    ]);
    expect(session.stats.stale).toBe(2);
  });
});
