// What is fresh in memory is there without a promise, and says the same as what is read with others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import type { IsoDate } from '../../../src/calendar.ts';
import { isPromise } from '../../../src/promise-or-value.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { createDateLoader } from '../../../src/loading/readers/loader.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { activityOf, createWorld, daysIn, lastDays, MINUTE } from '../support.ts';

const DATES = lastDays(10);
const HOUR = 60 * MINUTE;

/** An AccessLink that has some of the days. */
const answering = (days: ReadonlySet<string>) => (path: string) =>
  daysIn(path)
    .filter((date) => days.has(date))
    .map((date) => activityOf(date));

const expecting = (context: LoadContext, dates: readonly IsoDate[]): LoadContext => ({
  ...context,
  expectedDates: new Set(dates),
});

const stateOf = ({ stats }: LoadContext) => ({
  calls: stats.calls,
  fromMemory: stats.fromMemory,
  stale: stats.stale,
  absent: [...stats.absent.values()],
});

describe('a day', () => {
  it('that is fresh in memory is there at once, counted once however often it is loaded', () => {
    return createAndRead(DATES).then((world) => {
      const context = world.context();
      const loader = createDateLoader(activityResource, context);
      const days = [...DATES, ...DATES].map((date) => loader.load(date));
      expect(days.some(isPromise)).toBe(false);
      expect(context.stats.fromMemory).toBe(DATES.length);
    });
  });

  it('without data is there at once only where all days that are expected are at hand', async () => {
    const world = await createAndRead(DATES.slice(1));
    const [first, missing] = [DATES[0], DATES.at(-1)] as [IsoDate, IsoDate];
    expect(isPromise(createDateLoader(activityResource, world.context()).load(first))).toBe(true);
    const announced = expecting(world.context(), DATES);
    expect(isPromise(createDateLoader(activityResource, announced).load(first))).toBe(false);
    world.now += 6 * MINUTE;
    const later = expecting(world.context(), DATES);
    expect(isPromise(createDateLoader(activityResource, later).load(missing))).toBe(true);
    expect(isPromise(createDateLoader(activityResource, later).load(first))).toBe(true);
  });
});

/** A world whose AccessLink has these days, all ten of which were read. */
async function createAndRead(days: readonly IsoDate[]) {
  const world = createWorld(answering(new Set(days)));
  await createDateReader(activityResource, world.context())(DATES);
  return world;
}

describe('a loader', () => {
  it('answers, counts and requests what a reader of all days together does', async () => {
    const someDates = fc.uniqueArray(fc.constantFrom(...DATES), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        someDates,
        fc.uniqueArray(fc.constantFrom(...DATES)),
        fc.array(fc.record({ dates: someDates, hours: fc.constantFrom(0, 0.05, 0.5, 8, 30) }), { maxLength: 4 }),
        async (wanted, withData, earlier) => {
          const [fast, slow] = [1, 2].map(() => createWorld(answering(new Set(withData)))) as [World, World];
          for (const world of [fast, slow]) {
            for (const { dates, hours } of earlier) {
              await createDateReader(activityResource, world.context())(dates);
              world.now += hours * HOUR;
            }
            world.paths();
          }
          const [quick, plain] = [expecting(fast.context(), wanted), slow.context()];
          const loader = createDateLoader(activityResource, quick);
          const loaded = await Promise.all(wanted.map(async (date) => loader.load(date)));
          const read = await createDateReader(activityResource, plain)(wanted);
          expect(loaded).toEqual(read);
          expect(fast.paths()).toEqual(slow.paths());
          expect(stateOf(quick)).toEqual(stateOf(plain));
        },
      ),
    );
  });
});

type World = ReturnType<typeof createWorld>;
