// Days that the list of sessions may have, and those that it is sure to have.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { factsOfListed } from '../../../src/loading/readers/coverage.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import { createWorld, daysAgo, TODAY } from '../support.ts';
import { day, everyRun, ids } from './list-reader-support.ts';

describe('a day older than the list reaches', () => {
  it('is answered from the list, which has what was uploaded late', async () => {
    const world = createWorld(everyRun);
    const context = world.context();
    expect(await ids([day(daysAgo(40)), day(daysAgo(41))], context)).toEqual([['late'], []]);
    expect(world.paths()).toEqual(['/v3/exercises']);
    const found = await createListReader(exerciseResource, world.context())([day(daysAgo(41)), day(daysAgo(30))]);
    expect(found).toMatchObject([{ isAbsent: true }, { value: [] }]);
    expect(found[1]).not.toHaveProperty('isAbsent');
    const absent = { resource: 'exercises', reason: 'out-of-window', from: daysAgo(41), to: daysAgo(40) };
    expect([...context.stats.absent.values()]).toEqual([absent]);
  });

  it.each([0, 1])('counts from the later of the caller’s today and UTC’s, who is %i days ahead', async (ahead) => {
    const world = createWorld(everyRun);
    const today = addDays(TODAY, ahead);
    world.today = today;
    const context = world.context();
    const dates = [addDays(today, -31), addDays(today, -30)];
    const found = await createListReader(exerciseResource, context)(dates.map(day));
    expect(found.map((records) => 'isAbsent' in records)).toEqual([true, false]);
    expect([...context.stats.absent.values()]).toMatchObject([{ from: dates[0], to: dates[0] }]);
    const { days } = await factsOfListed(exerciseResource, dates, world.context());
    expect(days.map(({ availability, cached }) => [availability, cached?.isNothing])).toEqual([
      ['out-of-window', undefined],
      ['available', true],
    ]);
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('is not requested when no upload can be as late', async () => {
    const world = createWorld(everyRun);
    const [tooOld] = await createListReader(exerciseResource, world.context())([day(daysAgo(401))]);
    expect(tooOld).toMatchObject({ value: [], isAbsent: true });
    expect(world.paths()).toEqual([]);
    await createListReader(exerciseResource, world.context())([day(daysAgo(400))]);
    expect(world.paths()).toEqual(['/v3/exercises']);
  });

  it('shares a list that is read anyway, in flight or cached', async () => {
    const world = createWorld(everyRun);
    const [reader, joiner, later] = [world.context(), world.context(), world.context()];
    const reads = [ids([day(daysAgo(40)), day(TODAY)], reader), ids([day(daysAgo(40))], joiner)];
    expect(await Promise.all(reads)).toEqual([[['late'], []], [['late']]]);
    expect(await ids([day(daysAgo(40))], later)).toEqual([['late']]);
    expect(world.paths()).toHaveLength(1);
    expect([joiner.stats.joined, later.stats.fromMemory]).toEqual([1, 1]);
  });
});
