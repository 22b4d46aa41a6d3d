// What is requested for a list, its days and its records, and what is cached.
import { describe, expect, it } from 'vitest';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import { day, everyRun, ids, list, one, run } from './list-reader-support.ts';
import type { ListLookup } from '../../../src/loading/readers/list-records.ts';
import { createWorld, DAY, daysAgo, MINUTE, TODAY } from '../support.ts';
import { addDays } from '../../../src/calendar.ts';

describe('a listed resource', () => {
  it('is read once for the list, its days and several of its records', async () => {
    const world = createWorld(everyRun);
    const keys = [list, day(daysAgo(9)), day(daysAgo(2)), one('a'), one('nobody'), day(daysAgo(1))];
    const expected = [['a', 'b', 'c', 'late', null], ['b', 'c'], [], ['a'], [], ['a']];
    expect(await ids(keys, world.context())).toEqual(expected);
    expect(world.paths()).toEqual(['/v3/exercises']);
    const context = world.context();
    expect(await ids(keys, context)).toEqual(expected);
    expect(world.paths()).toEqual([]);
    expect(context.stats.fromMemory).toBe(3);
  });

  it('is read by id when one record is looked up, as a list when two are', async () => {
    const world = createWorld(everyRun);
    expect(await ids([one('a'), one('a')], world.context())).toEqual([['a'], ['a']]);
    expect(world.paths()).toEqual(['/v3/exercises/a']);
    await ids([one('a'), one('b')], world.context());
    expect(world.paths()).toEqual(['/v3/exercises/b']);
    await ids([one('x'), one('y')], world.context());
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('is read with the flags that the operation needs, and richer records answer a request for poorer ones', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.context({ flags: { exercises: ['samples', 'route'] } }));
    await ids([one('x')], world.context({ flags: { exercises: ['zones'] } }));
    await ids([list, one('a')], world.context({ flags: { exercises: ['route'] } }));
    expect(world.paths()).toEqual(['/v3/exercises?samples=true&route=true', '/v3/exercises/x?zones=true']);
  });

  it('caches an old record for longer than the list that brought it', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.context());
    world.now += 30 * MINUTE;
    world.paths();
    expect(await ids([one('b')], world.context())).toEqual([['b']]);
    expect(world.paths()).toEqual([]);
    await ids([one('b'), list], world.context());
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('caches a record that was read by its id as long as its day allows', async () => {
    const world = createWorld(everyRun);
    await ids([one('b')], world.context());
    world.now += 30 * MINUTE;
    await ids([one('b')], world.context());
    expect(world.paths()).toHaveLength(1);
  });

  it('caches that there is no record with an id', async () => {
    const world = createWorld(everyRun);
    expect(await ids([one('nobody')], world.context())).toEqual([[]]);
    expect(await ids([one('nobody')], world.context())).toEqual([[]]);
    expect(world.paths()).toHaveLength(1);
    await ids([list], world.context());
    world.paths();
    expect(await ids([one('noone')], world.context())).toEqual([[]]);
    expect(world.paths()).toEqual([]);
  });

  it('returns the record that was looked up by its id, however it spells that', async () => {
    const world = createWorld(() => run('A', TODAY));
    expect(await ids([one('a')], world.context())).toEqual([['A']]);
    expect(await ids([one('a')], world.context())).toEqual([['A']]);
  });
});

describe('a record that the list has no more', () => {
  it('is still found by its id, by its day, in a range and among all', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.context());
    world.paths();
    world.answers = (path) => (path === '/v3/exercises' ? [run('new', TODAY)] : undefined);
    world.now += 60 * DAY;
    world.today = addDays(TODAY, 60);
    const range: ListLookup = { kind: 'days', from: daysAgo(20), to: TODAY };
    const found = await createListReader(
      exerciseResource,
      world.context(),
    )([one('b'), day(daysAgo(9)), range, { kind: 'all' }]);
    const known = found.map((one) =>
      one instanceof Error
        ? one
        : [...one.value, ...(one.unlisted ?? []).flatMap(({ value }) => value)].map(({ id }) => id),
    );
    expect(known).toEqual([['b'], ['b', 'c'], ['new', 'b', 'c', 'a'], ['new', 'late', 'b', 'c', 'a']]);
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('stays for good when its samples are asked for and AccessLink does not serve it any more', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.context());
    world.answers = () => undefined;
    world.now += 60 * DAY;
    world.today = addDays(TODAY, 60);
    for (let times = 0; times < 3; times += 1) {
      const context = world.context({ flags: { exercises: ['samples'] } });
      const [found] = await createListReader(exerciseResource, context)([one('b')]);
      expect(found).toMatchObject({ value: [{ id: 'b' }], stale: false });
      world.now += 20 * DAY;
    }
    expect(world.paths().slice(1)).toEqual(Array.from({ length: 3 }, () => '/v3/exercises/b?samples=true'));
  });

  it('is in doubt, and gone when the next list confirms it; an empty or cut list says nothing about it', async () => {
    const world = createWorld(everyRun);
    const ofDay = async () => {
      const [found] = await createListReader(exerciseResource, world.context())([day(daysAgo(1))]);
      return found instanceof Error ? found : [found?.value.length, found?.unlisted?.map(({ stale }) => stale)];
    };
    expect(await ofDay()).toEqual([1, []]);
    for (const cut of [[], [run('b', daysAgo(9))], [run('new', TODAY)]]) {
      world.answers = () => cut;
      for (let times = 0; times < 3; times += 1) {
        world.now += 6 * MINUTE;
        const [listed, retained] = (await ofDay()) as [number, boolean[]];
        expect(listed + retained.length).toBe(1);
      }
    }
    world.answers = () => [run('b', daysAgo(9)), run('new', TODAY)];
    world.now += 6 * MINUTE;
    expect(await ofDay()).toEqual([0, [true]]);
    world.now += 6 * MINUTE;
    expect(await ofDay()).toEqual([0, []]);
  });
});

describe('a day to come', () => {
  it('has no records and is not requested', async () => {
    const world = createWorld(everyRun);
    const found = await createListReader(exerciseResource, world.context())([day(daysAgo(-2))]);
    expect(found).toMatchObject([{ value: [], stale: false }]);
    expect(world.paths()).toEqual([]);
  });
});
