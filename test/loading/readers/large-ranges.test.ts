// Ranges whose bodies are too large: requested in parts that fit, and in such parts at once from then on, a day long.
import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { IsoDate } from '../../../src/calendar.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { heartRateResource } from '../../../src/domain/heart-rate/loader.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { activityOf, createWorld, DAY, daysAgo, daysIn, lastDays } from '../support.ts';

const rateOf = (date: IsoDate) => ({ date, heart_rate_samples: [{ heart_rate: 60, sample_time: '08:00' }] });

/** An AccessLink whose bodies have at most so many days. It states the size of larger ones, or does not. */
function setUp({ fitting, isSizeKnown = true }: { readonly fitting: number; readonly isSizeKnown?: boolean }) {
  const state = { fitting };
  const tooLarge = (days: number) => {
    const timesTooLarge = isSizeKnown ? days / state.fitting : null;
    return new AccessLinkError('invalid', 'too large', { problem: 'too-large', timesTooLarge });
  };
  const world = createWorld((path) => {
    const days = daysIn(path);
    if (days.length > state.fitting) return tooLarge(days.length);
    return path.includes('heart-rate') ? days.map(rateOf) : days.map((date) => activityOf(date));
  });
  return { world, state };
}

async function read(dates: readonly IsoDate[], context: LoadContext): Promise<string[]> {
  const days = await createDateReader(heartRateResource, context)(dates);
  return days.flatMap((day) => (day instanceof Error ? [day.message] : day.value.map(({ date }) => String(date))));
}

const widths = (paths: readonly string[]) => paths.map((path) => daysIn(path).length);
const before = (days: number, count: number) => lastDays(days + count).slice(0, count);

describe('a range that is too large', () => {
  it('is requested again in parts that fit, as its size shows, and answered whole', async () => {
    const { world } = setUp({ fitting: 8 });
    expect(await read(lastDays(28), world.context())).toEqual(lastDays(28));
    expect(widths(world.paths())).toEqual([28, 7, 7, 7, 7]);
  });

  it('is requested in halves where its size is not known', async () => {
    const { world } = setUp({ fitting: 8, isSizeKnown: false });
    expect(await read(lastDays(28), world.context())).toEqual(lastDays(28));
    expect(widths(world.paths())).toEqual([28, 14, 14, 7, 7, 7, 7]);
  });

  it('is never requested again: later ranges have its parts at once, for a day', async () => {
    const { world } = setUp({ fitting: 8 });
    await read(lastDays(28), world.context());
    world.paths();
    expect(await read(before(28, 28), world.context())).toEqual(before(28, 28));
    expect(widths(world.paths())).toEqual([7, 7, 7, 7]);
    world.now += DAY;
    await read(before(56, 28), world.context());
    expect(widths(world.paths())).toEqual([28, 7, 7, 7, 7]);
  });

  it('of one person says nothing of others', async () => {
    const { world } = setUp({ fitting: 8 });
    await read(lastDays(28), world.context());
    world.paths();
    await read(lastDays(28), world.context({ user: '2' }));
    expect(widths(world.paths())).toEqual([28, 7, 7, 7, 7]);
  });

  it('with samples says nothing of the same without', async () => {
    const { world } = setUp({ fitting: 8 });
    const activities = (flags: readonly string[]) => world.context({ flags: { [activityResource.name]: flags } });
    await createDateReader(activityResource, activities(['steps']))(lastDays(20));
    expect(widths(world.paths()).length).toBeGreaterThan(1);
    await createDateReader(activityResource, activities([]))(before(20, 20));
    expect(widths(world.paths())[0]).toBe(20);
  });

  it('becomes narrower when parts are too large as well', async () => {
    const { world, state } = setUp({ fitting: 8 });
    await read(lastDays(28), world.context());
    state.fitting = 4;
    world.paths();
    expect(await read(before(28, 7), world.context())).toEqual(before(28, 7));
    expect(widths(world.paths())).toEqual([7, 3, 3, 1]);
    expect(await read(before(35, 6), world.context())).toEqual(before(35, 6));
    expect(widths(world.paths())).toEqual([3, 3]);
  });

  it('of a single day is a failure', async () => {
    const { world } = setUp({ fitting: 0.5 });
    expect(await read([daysAgo(1), daysAgo(2)], world.context())).toEqual(['too large', 'too large']);
    expect(widths(world.paths())).toEqual([2, 1, 1]);
  });
});
