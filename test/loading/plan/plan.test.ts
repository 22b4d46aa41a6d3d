// The planner against an exhaustive search, and the numbers that the README promises.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, datesBetween, daysBetween, type IsoDate, isoDate } from '../../../src/calendar.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { skinContactResource } from '../../../src/domain/biosensing/loader.ts';
import { cardioLoadResource } from '../../../src/domain/cardio-load/loader.ts';
import { heartRateResource } from '../../../src/domain/heart-rate/loader.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { alertnessResource } from '../../../src/domain/sleepwise/loader.ts';
import { periodDays, planRequests } from '../../../src/loading/plan/plan.ts';
import { type ResourceLimits, type Today, todayOf } from '../../../src/loading/plan/limits.ts';
import { readOf } from '../../../src/loading/plan/resource.ts';
import { fewestRequests, isAllowed } from './every-plan.ts';

const resources = [
  activityResource,
  heartRateResource,
  cardioLoadResource,
  sleepResource,
  alertnessResource,
  skinContactResource,
] as const;

const latestDate = isoDate('2026-03-10');
const NOW = Date.parse('2026-03-10T08:00:00Z');
const today = todayOf(latestDate, NOW);
const lastDays = (count: number) => datesBetween(addDays(latestDate, 1 - count), latestDate);

const daysOr = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null });
const smallLimits: fc.Arbitrary<ResourceLimits> = fc
  .record({
    maxAgeDays: fc.option(fc.nat(6), { nil: null }),
    aheadDays: fc.nat(3),
    hasDate: fc.boolean(),
    maxRangeDays: daysOr(4),
    recentDays: daysOr(5),
    maxPeriodDays: daysOr(6),
  })
  .filter(({ hasDate, maxRangeDays }) => hasDate || maxRangeDays !== null);

/** The caller's day is UTC's or the one before; a later one is the latestDate itself. */
const todays = fc.nat(1).map((behind): Today => todayOf(addDays(latestDate, -behind), NOW));

const daysAround = (past: number, maxLength: number) =>
  fc
    .array(fc.integer({ min: -past, max: 5 }), { maxLength })
    .map((days) => days.map((one) => addDays(latestDate, one)));

function paths(limits: ResourceLimits, wanted: readonly IsoDate[], now = today): string[] {
  return planRequests(limits, wanted, now).map(({ form, from, to }) => `${form} ${from} ${to}`);
}

/** What is wrong with a plan, and how many requests it could do without. */
function faultsOf(limits: ResourceLimits, wanted: readonly IsoDate[], now: Today) {
  const plan = planRequests(limits, wanted, now);
  const { count, available } = fewestRequests(limits, wanted, now);
  return {
    superfluous: plan.length - count,
    refused: plan.filter((request) => !isAllowed(limits, request, now)),
    uncovered: available.filter((date) => !plan.some(({ from, to }) => from <= date && date <= to)),
  };
}

const flawless = { superfluous: 0, refused: [], uncovered: [] };

describe('planRequests', () => {
  it('needs no more requests than the best of all sets of allowed requests', () => {
    fc.assert(
      fc.property(smallLimits, daysAround(10, 12), todays, (limits, wanted, now) => {
        expect(faultsOf(limits, wanted, now)).toEqual(flawless);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(resources.map((resource) => [resource.name, resource] as const))(
    'finds the best plan within the limits of %s',
    (_, { limits }) => {
      fc.assert(
        fc.property(daysAround(420, 60), todays, (wanted, now) => {
          expect(faultsOf(limits, wanted, now)).toEqual(flawless);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('does not care in which order or how often a date is wanted', () => {
    fc.assert(
      fc.property(smallLimits, daysAround(10, 12), fc.infiniteStream(fc.nat()), (limits, wanted, random) => {
        const twice = [...wanted, ...wanted].map((date) => ({ date, at: random.next().value }));
        const shuffled = twice.toSorted((a, b) => a.at - b.at).map(({ date }) => date);
        expect(paths(limits, shuffled)).toEqual(paths(limits, wanted));
      }),
    );
  });

  it('plans only requests that the resource has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...resources), daysAround(420, 60), (resource, wanted) => {
        for (const request of planRequests(resource.limits, wanted, today)) {
          expect(readOf<never>(resource as never, request, []).path).toMatch(/^\/v3\//);
        }
      }),
    );
  });

  it('asks for days of activity in ranges of 28, whatever lies between the wanted ones', () => {
    const { limits } = activityResource;
    expect(paths(limits, lastDays(28))).toEqual(['range 2026-02-11 2026-03-10']);
    expect(paths(limits, [addDays(latestDate, -27), latestDate])).toEqual(['range 2026-02-11 2026-03-10']);
    expect(paths(limits, [addDays(latestDate, -28), latestDate])).toEqual([
      'date 2026-03-10 2026-03-10',
      'date 2026-02-10 2026-02-10',
    ]);
    expect(paths(limits, lastDays(60))).toHaveLength(3);
    expect(paths(limits, lastDays(365))).toHaveLength(14);
  });

  it('asks for activity as far back as 365 days and no further, and for no day that has not begun anywhere', () => {
    const old = [addDays(latestDate, -366), addDays(latestDate, -365), addDays(latestDate, 1)];
    expect(paths(activityResource.limits, old)).toEqual(['date 2025-03-10 2025-03-10']);
    const begun = todayOf(latestDate, Date.parse('2026-03-10T10:00:00Z'));
    expect(paths(activityResource.limits, [addDays(latestDate, 1), addDays(latestDate, 2)], begun)).toEqual([
      'date 2026-03-11 2026-03-11',
    ]);
  });

  it('asks for a long recent period of cardio load at once, for a month as a range', () => {
    const { limits } = cardioLoadResource;
    const [period] = planRequests(limits, lastDays(150), today);
    expect(paths(limits, lastDays(150))).toEqual(['period 2025-10-12 2026-03-10']);
    expect(period && readOf(cardioLoadResource, period, []).path).toBe('/v3/users/cardio-load/period/days/150');
    expect(paths(limits, lastDays(28))).toEqual(['range 2026-02-11 2026-03-10']);
    expect(paths(limits, lastDays(29))).toEqual(['period 2026-02-10 2026-03-10']);
    expect(paths(limits, lastDays(180))).toEqual(['period 2025-09-12 2026-03-10']);
    expect(paths(limits, lastDays(181))).toEqual(['period 2025-09-12 2026-03-10', 'date 2025-09-11 2025-09-11']);
    expect(paths(limits, lastDays(365))).toHaveLength(8);
  });

  it('asks for the list of recent nights when more than one is wanted, and for every older night alone', () => {
    const { limits } = sleepResource;
    expect(paths(limits, [addDays(latestDate, -27), addDays(latestDate, -3)])).toEqual([
      'recent 2026-02-11 2026-03-10',
    ]);
    expect(paths(limits, [addDays(latestDate, -27)])).toEqual(['date 2026-02-11 2026-02-11']);
    expect(paths(limits, [addDays(latestDate, -28), latestDate])).toHaveLength(2);
    expect(paths(limits, lastDays(40))).toHaveLength(1 + 12);
  });

  it('asks for the days ahead that may hold predictions', () => {
    const ahead = datesBetween(latestDate, addDays(latestDate, 9));
    expect(paths(alertnessResource.limits, ahead)).toEqual(['range 2026-03-10 2026-03-17']);
  });

  it('counts age by the clock that is behind, and what reaches back from today from the later day', () => {
    const behind = todayOf(addDays(latestDate, -1), NOW);
    expect(
      paths(activityResource.limits, [addDays(latestDate, -367), addDays(latestDate, -366), latestDate], behind),
    ).toEqual(['date 2026-03-10 2026-03-10', 'date 2025-03-09 2025-03-09']);
    expect(paths(cardioLoadResource.limits, lastDays(60), behind)).toEqual(['period 2026-01-10 2026-03-10']);
  });
});

describe('periodDays', () => {
  it('counts both ends', () => {
    expect(periodDays({ form: 'period', from: latestDate, to: latestDate })).toBe(1);
    expect(periodDays({ form: 'period', from: addDays(latestDate, -179), to: latestDate })).toBe(
      daysBetween(addDays(latestDate, -180), latestDate),
    );
  });
});
