// What an operation reads at once is noted, and may be read again for what was made of it.
import { expect, it } from 'vitest';
import { activityResource } from '../../src/domain/activity/loader.ts';
import { resourceTable } from '../../src/domain/resource-table.ts';
import { createDateReader } from '../../src/loading/readers/date-reader.ts';
import { createDateLoader } from '../../src/loading/readers/loader.ts';
import { createReads } from '../../src/loading/reads.ts';
import { createWorld, everyActivity, lastDays } from './support.ts';

const [DATE = '', OTHER = ''] = lastDays(4);

/** Operations of one person, whose days are in memory. */
async function operations() {
  const world = createWorld(everyActivity);
  await createDateReader(activityResource, world.context())(lastDays(4));
  return () => {
    const context = world.context({ flags: FLAGS });
    const reads = createReads(context);
    const loader = createDateLoader(activityResource, { ...context, reads });
    return { reads, stats: context.stats, load: (date: string) => loader.load(date as never) };
  };
}

const FLAGS = {};

it('what is read again for a part is noted for the whole, too', async () => {
  const begin = await operations();
  const first = begin();
  void first.load(DATE);
  const part = first.reads.since(0);
  const second = begin();
  void second.load(OTHER);
  expect(part && second.reads.repeat(part)).toBe(true);
  expect(second.reads.since(0)?.keys).toEqual([OTHER, DATE].map((key) => ({ key, resources: ['daily activity'] })));
  expect(second.reads.since(1)?.keys).toEqual(part?.keys);
});

it('a record is counted once, whether it is read for itself, for what was made of it, or for both', async () => {
  const begin = await operations();
  const first = begin();
  for (const date of [DATE, OTHER, DATE]) void first.load(date);
  const both = first.reads.since(0);
  const second = begin();
  void second.load(DATE);
  expect(both && second.reads.repeat(both)).toBe(true);
  void second.load(OTHER);
  expect([first.stats.fromMemory, second.stats.fromMemory]).toEqual([2, 2]);
});

it('resources are so few that each has a bit of a number', () => {
  expect(Object.keys(resourceTable).length).toBeLessThanOrEqual(32);
});
