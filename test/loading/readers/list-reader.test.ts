// What is asked for a list, its days and its records, and what is remembered.
import { describe, expect, it } from 'vitest';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { readFromList } from '../../../src/loading/readers/list-reader.ts';
import { day, everyRun, ids, list, one, run, runs } from './list-reader-support.ts';
import { createWorld, daysAgo, MINUTE, TODAY } from '../support.ts';

describe('a listed resource', () => {
  it('is read once for the list, its days and several of its records', async () => {
    const world = createWorld(everyRun);
    const keys = [list, day(daysAgo(9)), day(daysAgo(2)), one('a'), one('nobody'), day(daysAgo(1))];
    const expected = [['a', 'b', 'c', 'late', null], ['b', 'c'], [], ['a'], [], ['a']];
    expect(await ids(keys, world.session())).toEqual(expected);
    expect(world.paths()).toEqual(['/v3/exercises']);
    const session = world.session();
    expect(await ids(keys, session)).toEqual(expected);
    expect(world.paths()).toEqual([]);
    expect(session.stats.fromMemory).toBe(3);
  });

  it('is read by id when one record is wanted, as a list when two are', async () => {
    const world = createWorld(everyRun);
    expect(await ids([one('a'), one('a')], world.session())).toEqual([['a'], ['a']]);
    expect(world.paths()).toEqual(['/v3/exercises/a']);
    await ids([one('a'), one('b')], world.session());
    expect(world.paths()).toEqual(['/v3/exercises/b']);
    await ids([one('x'), one('y')], world.session());
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('is asked with the flags that the operation needs, and a richer answer serves a poorer wish', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.session({ selected: ['Exercise.samples', 'Exercise.route'] }));
    await ids([one('x')], world.session({ selected: ['Exercise.heartRateZones'] }));
    await ids([list, one('a')], world.session({ selected: ['Exercise.route'] }));
    expect(world.paths()).toEqual(['/v3/exercises?samples=true&route=true', '/v3/exercises/x?zones=true']);
  });

  it('remembers an old record for longer than the list that brought it', async () => {
    const world = createWorld(everyRun);
    await ids([list], world.session());
    world.now += 30 * MINUTE;
    world.paths();
    expect(await ids([one('b')], world.session())).toEqual([['b']]);
    expect(world.paths()).toEqual([]);
    await ids([one('b'), list], world.session());
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('remembers a record that was read by its id as long as its day allows', async () => {
    const world = createWorld(everyRun);
    await ids([one('b')], world.session());
    world.now += 30 * MINUTE;
    await ids([one('b')], world.session());
    expect(world.paths()).toHaveLength(1);
  });

  it('remembers that there is no record with an id', async () => {
    const world = createWorld(everyRun);
    expect(await ids([one('nobody')], world.session())).toEqual([[]]);
    expect(await ids([one('nobody')], world.session())).toEqual([[]]);
    expect(world.paths()).toHaveLength(1);
    await ids([list], world.session());
    world.paths();
    expect(await ids([one('noone')], world.session())).toEqual([[]]);
    expect(world.paths()).toEqual([]);
  });

  it('gives the record that was asked for by its id, however it spells that', async () => {
    const world = createWorld(() => run('A', TODAY));
    expect(await ids([one('a')], world.session())).toEqual([['A']]);
    expect(await ids([one('a')], world.session())).toEqual([['A']]);
  });

  it('counts its records in full for the list, by id and by day, since each entry alone keeps them', async () => {
    const weights = new Map<string, number>();
    const memory = {
      get: () => undefined,
      set: (key: string, _: object, bytes: number) => void weights.set(key, bytes),
    };
    const world = createWorld(everyRun, memory);
    await ids([list], world.session());
    const bytes = JSON.stringify(runs).length;
    const recordsHeld = [1, 1, 1, 1, 1, 1, 2, 5];
    expect([...weights.values()].toSorted((a, b) => a - b)).toEqual(recordsHeld.map((held) => (bytes / 5) * held));
    await ids([one('a')], world.session());
    expect([...weights.values()].at(0)).toBe(JSON.stringify(runs[0]).length);
  });
});

describe('a day older than the list reaches', () => {
  it('is out of the window and not asked for', async () => {
    const world = createWorld(everyRun);
    const [tooOld] = await readFromList(exerciseResource, [day(daysAgo(31))], world.session());
    expect(tooOld).toMatchObject({ name: 'OutOfWindowError', date: daysAgo(31), maxAgeDays: 30 });
    expect(world.paths()).toEqual([]);
    expect(await ids([day(daysAgo(30))], world.session())).toEqual([[]]);
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('is answered from a list that is read anyway, under way or remembered', async () => {
    const world = createWorld(everyRun);
    const [reader, joiner, later] = [world.session(), world.session(), world.session()];
    const reads = [ids([day(daysAgo(40)), day(TODAY)], reader), ids([day(daysAgo(40))], joiner)];
    expect(await Promise.all(reads)).toEqual([[['late'], []], [['late']]]);
    const outOfWindow = expect.objectContaining({ name: 'OutOfWindowError' });
    expect(await ids([day(daysAgo(40)), day(daysAgo(41))], later)).toEqual([['late'], outOfWindow]);
    expect(world.paths()).toHaveLength(1);
    expect([joiner.stats.joined, later.stats.fromMemory]).toEqual([1, 1]);
  });
});

describe('a day to come', () => {
  it('has no records and is not asked for', async () => {
    const world = createWorld(everyRun);
    const found = await readFromList(exerciseResource, [day(daysAgo(-1))], world.session());
    expect(found).toEqual([{ value: [], fetchedAt: world.now, stale: false }]);
    expect(world.paths()).toEqual([]);
  });
});
