// Whatever AccessLink has is answered, wherever its window ends, and finding the end is cheap and done once.
import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import { addDays, datesBetween, type IsoDate } from '../../../src/calendar.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { heartRateResource } from '../../../src/domain/heart-rate/loader.ts';
import { planRequests } from '../../../src/loading/plan/plan.ts';
import type { DatedResource } from '../../../src/loading/plan/resource.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { isLong } from '../../support/long.ts';
import { createWorld, DAY, daysAgo, failure, lastDays, MINUTE, TODAY } from '../support.ts';
import { rangeResources, type ServedDays, servedOnly } from './window.ts';

/** Every edge in the long form; otherwise those around the widths of requests and halves of them. */
const AGES = isLong ? datesBetween(daysAgo(60), daysAgo(1)).map((_, index) => index + 1) : [1, 2, 13, 27, 28, 29, 60];
const COUNTS = isLong ? [1, 28, 29, 57, 90] : [1, 29, 90];

const EAST_COUNTS = isLong ? [2, 15, 28, 60] : [15, 60];

const byName = rangeResources.map((resource) => [resource.name, resource] as const);

const activity = activityResource as unknown as DatedResource<RecordName>;
const heartRate = heartRateResource as unknown as DatedResource<RecordName>;

/** The dates with a record; the failure where there is one. */
async function answered(resource: DatedResource<RecordName>, dates: readonly IsoDate[], context: LoadContext) {
  const found = await createDateReader(resource, context)(dates);
  return dates.filter((_, index) => {
    const one = found[index];
    if (one instanceof Error) throw one;
    return one?.value.length === 1;
  });
}

function worldOf(resource: DatedResource<RecordName>, served: ServedDays) {
  return createWorld(servedOnly(resource, served));
}

describe('a window that ends earlier than documented', () => {
  it.each(byName)('hides no day of %s that AccessLink has, at any edge, and is searched once', async (_, resource) => {
    for (const age of AGES) {
      for (const count of [...COUNTS, age, age + 1]) {
        const world = worldOf(resource, { first: daysAgo(age), last: TODAY });
        const context = world.context();
        const dates = lastDays(count);
        expect(await answered(resource, dates, context)).toEqual(lastDays(Math.min(count, age + 1)));
        const planned = planRequests(resource.limits, dates, context.today).length;
        expect(world.paths().length - planned).toBeLessThanOrEqual(6);
        const again = world.context();
        await answered(resource, lastDays(count + 40), again);
        const isFound = count > age + 1;
        const absent = { resource: resource.name, reason: 'out-of-window', to: daysAgo(age + 1) };
        expect(isFound ? world.paths() : []).toEqual([]);
        expect(isFound ? [...again.stats.absent.values()] : []).toEqual(
          isFound ? [{ ...absent, from: daysAgo(count + 39) }] : [],
        );
      }
    }
  });

  it('is searched again after a day, since it moves', async () => {
    const resource = heartRate;
    const world = worldOf(resource, { first: daysAgo(9), last: TODAY });
    await answered(resource, lastDays(28), world.context());
    world.paths();
    world.now += DAY + MINUTE;
    world.today = addDays(TODAY, 1);
    await answered(resource, [daysAgo(20)], world.context());
    expect(world.paths()).toHaveLength(1);
  });

  it('is searched in the newest request alone: older ones lie behind it', async () => {
    const resource = activity;
    const world = worldOf(resource, { first: daysAgo(3), last: TODAY });
    expect(await answered(resource, lastDays(120), world.context())).toEqual(lastDays(4));
    expect(world.paths().length).toBeLessThanOrEqual(5 + 5);
  });
});

describe('a 400 that was a mishap', () => {
  it.each(byName)('hides one day of %s for minutes, and none behind it', async (_, resource) => {
    const answers = servedOnly(resource, { first: daysAgo(300), last: TODAY });
    for (const count of [1, 28, 200]) {
      const world = createWorld(() => undefined);
      const dates = lastDays(count + 1).slice(0, count);
      let isFirst = true;
      world.answers = (path) => {
        const answer = isFirst ? failure('refused') : answers(path);
        isFirst = false;
        return answer;
      };
      const found = await answered(resource, dates, world.context());
      expect(found.length).toBeGreaterThanOrEqual(count - 1);
      world.now += 20 * MINUTE;
      const again = world.context();
      expect(await answered(resource, lastDays(200), again)).toEqual(lastDays(200));
      expect([...again.stats.absent]).toEqual([]);
    }
  });

  it('is no edge when an older request of the same question is served', async () => {
    const answers = servedOnly(heartRate, { first: daysAgo(300), last: TODAY });
    const world = createWorld(answers);
    const refusals = [`from=${daysAgo(27)}&to=${TODAY}`, daysAgo(27)];
    world.answers = (path) => (refusals.some((part) => path.endsWith(part)) ? failure('refused') : answers(path));
    expect(await answered(heartRate, lastDays(56), world.context())).toHaveLength(55);
    world.answers = answers;
    expect(await answered(heartRate, lastDays(84), world.context())).toEqual(lastDays(84));
  });
});

describe('days ahead', () => {
  it.each(byName.filter(([, { limits }]) => limits.aheadDays > 0))(
    'of %s are answered as far as AccessLink has them, and the days before them too',
    async (_, resource) => {
      for (let ahead = 0; ahead <= 7; ahead += 1) {
        const world = worldOf(resource, { first: daysAgo(300), last: daysAgo(-ahead) });
        const dates = datesBetween(daysAgo(10), daysAgo(-7));
        expect(await answered(resource, dates, world.context())).toEqual(datesBetween(daysAgo(10), daysAgo(-ahead)));
        expect(world.paths().length).toBeLessThanOrEqual(1 + 6);
        await answered(resource, dates, world.context());
        expect(world.paths()).toEqual([]);
      }
    },
  );

  it('are split from the days before when AccessLink refuses both together', async () => {
    const resource = activity;
    const world = worldOf(resource, { first: daysAgo(9), last: TODAY });
    world.today = addDays(TODAY, 1);
    const dates = datesBetween(daysAgo(13), addDays(TODAY, 1));
    expect(await answered(resource, dates, world.context())).toEqual(lastDays(10));
  });
});

describe('a today that is ahead of UTC', () => {
  it.each(byName)('hides no day of %s at any edge, in at most six more requests', async (_, resource) => {
    for (const age of AGES) {
      for (const count of EAST_COUNTS) {
        const today = addDays(TODAY, 1);
        const world = worldOf(resource, { first: daysAgo(age), last: today });
        world.today = today;
        const dates = datesBetween(addDays(today, 1 - count), today);
        const expected = dates.filter((date) => date >= daysAgo(age));
        expect(await answered(resource, dates, world.context())).toEqual(expected);
        const planned = planRequests(resource.limits, dates, world.context().today).length;
        expect(world.paths().length - planned).toBeLessThanOrEqual(6);
        await answered(resource, dates, world.context());
        expect(world.paths()).toEqual([]);
      }
    }
  });
});

describe('a clock of AccessLink that is behind', () => {
  it.each(byName)('costs today of %s, no day before it, and six requests at most', async (_, resource) => {
    for (const count of [2, 3, 28, 60]) {
      const world = worldOf(resource, { first: daysAgo(80), last: daysAgo(1) });
      const context = world.context();
      const expected = lastDays(count).filter((date) => date !== TODAY);
      expect(await answered(resource, lastDays(count), context)).toEqual(expected);
      const planned = planRequests(resource.limits, lastDays(count), context.today).length;
      expect(world.paths().length - planned).toBeLessThanOrEqual(6);
      const reasons = [...context.stats.absent.values()].map(({ reason }) => reason);
      const isRefused = resource.limits.maxPeriodDays === null || count <= 28;
      expect(reasons.includes('not-yet')).toBe(isRefused);
    }
  });
});

describe('a body that is too large', () => {
  it.each(byName)(
    'is requested in halves until the days of %s fit, where nobody knows its size',
    async (_, resource) => {
      const answers = servedOnly(resource, { first: daysAgo(300), last: TODAY });
      const world = createWorld((path) => {
        const body = answers(path);
        return Array.isArray(body) && body.length > 8 && path.includes('from=')
          ? new AccessLinkError('invalid', 'too large', { problem: 'too-large' })
          : body;
      });
      expect(await answered(resource, lastDays(28), world.context())).toEqual(lastDays(28));
      expect(world.paths()).toHaveLength(1 + 2 + 4);
    },
  );
});
