// How many requests the search for the edges of a window may send: known before any is sent.
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../../src/calendar.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import { mostProbes, narrow } from '../../../src/loading/plan/narrowing.ts';
import { planRequests } from '../../../src/loading/plan/plan.ts';
import type { DatedResource } from '../../../src/loading/plan/resource.ts';
import { mostSearches } from '../../../src/loading/plan/search-bound.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { isLong } from '../../support/long.ts';
import { createWorld, daysAgo, failure, lastDays, TODAY } from '../support.ts';
import { rangeResources, servedOnly } from './window.ts';

const TOO_OLD = new Error('too old');
const AGES = isLong ? Array.from({ length: 70 }, (_, age) => age) : [0, 1, 2, 5, 13, 14, 27, 28, 40, 70];
const AHEAD = [-9, -2, -1, 0, 1, 3, 7];
const COUNTS = [1, 2, 15, 28, 29, 60, 180];

/** The requests that `narrow` sends when so many of the nearest days are served. */
async function probes(days: number, served: number, fewest: number): Promise<number> {
  let count = 0;
  const request = async (_: number, end: number) => {
    count += 1;
    return end <= served ? 'records' : TOO_OLD;
  };
  await narrow<string>(TOO_OLD, { days, fewest, request, isRefused: (outcome) => outcome === TOO_OLD });
  return count;
}

describe('the most requests of a search', () => {
  it.each([1, 2])('are those for the dearest edge, with at least %i days in a request', async (fewest) => {
    for (const days of [1, 2, 3, 7, 14, 26, 27, 28, 65, 180]) {
      const edges = Array.from({ length: days }, (_, served) => probes(days, served, fewest));
      expect(mostProbes(days, fewest)).toBe(Math.max(...(await Promise.all(edges))));
    }
  });

  it.each(rangeResources.map((resource) => [resource.name, resource] as const))(
    'of %s bound those that are sent, wherever its window begins and ends',
    async (_, resource) => {
      for (const age of AGES)
        for (const ahead of AHEAD)
          expect(await excessOf(resource, daysAgo(age), addDays(TODAY, ahead))).toBeLessThanOrEqual(0);
    },
  );

  it('bound those of a service that refuses everything', async () => {
    for (const resource of rangeResources) expect(await excessOf(resource, null, TODAY)).toBeLessThanOrEqual(0);
  });
});

/** By how much more is sent than the bound, at most, for days up to today and as far ahead as may be asked for. */
async function excessOf(resource: DatedResource<RecordName>, first: IsoDate | null, last: IsoDate): Promise<number> {
  let excess = Number.NEGATIVE_INFINITY;
  for (const count of COUNTS) {
    const world = createWorld(first === null ? () => failure('refused') : servedOnly(resource, { first, last }));
    const context = world.context();
    const ahead = Array.from({ length: resource.limits.aheadDays }, (_, day) => addDays(TODAY, day + 1));
    const dates = [...lastDays(count), ...ahead];
    await createDateReader(resource, context)(dates);
    const plan = planRequests(resource.limits, dates, context.today);
    excess = Math.max(excess, world.paths().length - plan.length - mostSearches(plan, context.today));
  }
  return excess;
}
