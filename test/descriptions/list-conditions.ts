// What lists contain: which days by default, which ends of a range, and how much of a series.
import { addDays, datesBetween, isoDate } from '../../src/calendar.ts';
import { sports } from '../../src/generated/appendix.ts';
import { startGateway } from '../support/gateway.ts';
import { valueAt } from '../support/scripted/expectations.ts';
import { type Condition, same, simulatedViewer } from './condition.ts';
import { described } from './claims.ts';

const TODAY = isoDate('2026-11-22');
const LISTS = 'test/e2e/person-lists.test.ts';
const PAGES = 'test/e2e/pages.test.ts';
const CONNECTIONS = 'test/e2e/connections.test.ts';

const coordinatesLike = (pattern: RegExp) =>
  described.map(({ coordinate }) => coordinate).filter((coordinate) => pattern.test(coordinate));

export const listConditions: readonly Condition[] = [
  ...['days', 'nights', 'cardioLoads', 'biosensing', 'coverage'].map(
    (field): Condition => ({
      of: [`User.${field}`, `User.${field}(range:)`],
      claim: 'the last 28',
      check: async () => {
        const selection = DEFAULTS[field] ?? '{ nodes { date } }';
        const both = `omitted: ${field} ${selection} given: ${field}(range: { lastDays: 28 }) ${selection}`;
        const viewer = await simulatedViewer(both);
        return same(valueAt(viewer, 'omitted'), valueAt(viewer, 'given'));
      },
    }),
  ),
  {
    of: ['User.days'],
    claim: 'Every day of the range is included, with or without data',
    check: async () => {
      const [from, to] = [isoDate('2015-02-20'), isoDate('2015-03-02')];
      const range = `between: { from: "${from}", to: "${to}" }`;
      const viewer = await simulatedViewer(`days(range: { ${range} }) { nodes { date } }`);
      return same(
        valueAt(viewer, 'days.nodes'),
        datesBetween(from, to).map((date) => ({ date })),
      );
    },
  },
  {
    of: ['ResourceCoverage.days'],
    claim: 'Every day of the range, oldest first',
    check: async () => {
      const viewer = await simulatedViewer('coverage(range: { lastDays: 9 }) { days { date } }');
      const days = datesBetween(addDays(TODAY, -8), TODAY).map((date) => ({ date }));
      return same(
        new Set([valueAt(viewer, 'coverage')].flat().map((one) => JSON.stringify(one))),
        new Set([JSON.stringify({ days })]),
      );
    },
  },
  {
    of: ['Query.sports'],
    claim: 'Every sport of Polar Flow',
    check: async () => {
      const gateway = await startGateway();
      const { data } = await gateway.ask<{ sports: { code: string }[] }>('{ sports { code } }');
      await gateway.close();
      return same(
        data.sports.map(({ code }) => code),
        sports.map(({ code }) => code),
      );
    },
  },
  {
    of: ['User.exercises', 'User.exercises(range:)'],
    claim: 'all',
    check: { file: 'test/e2e/ways-in.test.ts', title: 'exercises' },
  },
  {
    of: ['User.activities', 'User.activities(range:)', 'User.activitySamples', 'User.activitySamples(range:)'],
    claim: 'uploaded in the last 28 days',
    check: { file: LISTS, title: 'has a day of months ago that was uploaded late, and its samples under the same day' },
  },
  {
    of: ['alertnessPeriods', 'circadianBedtimes'].flatMap((field) => [`User.${field}`, `User.${field}(range:)`]),
    claim: '28',
    check: {
      file: LISTS,
      title: 'without a range are those of the last 28 days and the predictions, with one request',
    },
  },
  {
    of: ['DateRange.lastDays', 'DateRange.between', 'DateRange.month', 'DateInterval'],
    claim: '',
    check: { file: PAGES, title: 'of the kind %s includes its first and its last day' },
  },
  {
    of: coordinatesLike(/\((first|last):\)$/),
    claim: 'Return at most',
    check: { file: CONNECTIONS, title: 'has the page that its arguments say' },
  },
  {
    of: coordinatesLike(/^(User\.collected|Partner).*\(first:\)$/),
    claim: 'at most',
    check: { file: CONNECTIONS, title: 'has the size that is described when none is given, and no larger one' },
  },
  {
    of: ['User.cardioLoads(months:)'],
    claim: '1 to 6',
    check: { file: 'test/e2e/undated-lists.test.ts', title: 'of cardio load with %s has an error' },
  },
];

const DEFAULTS: Readonly<Record<string, string>> = {
  cardioLoads: '{ date load }',
  biosensing: '{ ecgTests { testTime } skinTemperature { sleepDate } }',
  coverage: '{ resource days { date } }',
};
