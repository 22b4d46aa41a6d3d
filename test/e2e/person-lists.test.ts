// Lists of a person's records: with a range the days of it, and without one what AccessLink has lately.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';
import { type FixedGateway, type Replies, startFixedGateway } from './fixed-replies.ts';

const TODAY = isoDate('2026-11-22');
const SLEEPWISE = '/v3/users/sleepwise';

interface Period {
  readonly id: string;
  readonly resultType: string;
  readonly startTime: string;
}

describe.each([
  ['alertnessPeriods', `${SLEEPWISE}/alertness`],
  ['circadianBedtimes', `${SLEEPWISE}/circadian-bedtime`],
])('%s', (field, path) => {
  let gateway: Gateway;
  afterEach(() => gateway.close());

  async function list(args = ''): Promise<Period[]> {
    const query = `{ viewer { list: ${field}${args} { id resultType startTime } } }`;
    const { data, errors } = await gateway.ask<{ viewer: { list: Period[] } }>(query);
    expect(errors).toBeUndefined();
    return data.viewer.list;
  }
  const predictions = (periods: readonly Period[]) => periods.filter(({ resultType }) => resultType === 'PREDICTION');
  const range = (from: string, to: string) => `(range: { between: { from: "${from}", to: "${to}" } })`;

  it('without a range are those of the last 28 days and the predictions, with one request', async () => {
    gateway = await startGateway({ simulator: { dialect: 'live' } });
    const all = await list();
    expect(predictions(all).length).toBeGreaterThan(0);
    expect(all.length - predictions(all).length).toBeGreaterThan(20);
    expect(all.at(-1)?.resultType).toBe('PREDICTION');
    expect(takePaths(gateway.simulator)).toEqual([path]);
  });

  it('of a range are the predictions that lie in it, under the same ids', async () => {
    gateway = await startGateway({ simulator: { dialect: 'live' } });
    const all = await list();
    takePaths(gateway.simulator);
    const ahead = await list(range(TODAY, addDays(TODAY, 7)));
    expect(predictions(ahead).map(({ id }) => id)).toEqual(predictions(all).map(({ id }) => id));
    expect(takePaths(gateway.simulator)).toEqual([`${path}/date?from=${TODAY}&to=${addDays(TODAY, 7)}`]);
  });

  it('of the last days end today', async () => {
    gateway = await startGateway({ simulator: { dialect: 'live' } });
    const ids = (periods: readonly Period[]) => periods.map(({ id }) => id);
    expect(ids(await list('(range: { lastDays: 5 })'))).toEqual(ids(await list(range(addDays(TODAY, -4), TODAY))));
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });

  it('beyond a week ahead are not requested', async () => {
    gateway = await startGateway();
    expect(await list(range(addDays(TODAY, 10), addDays(TODAY, 20)))).toEqual([]);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('what was uploaded lately', () => {
  let replies: Replies = {};
  let gateway: FixedGateway;
  beforeEach(async () => {
    gateway = await startFixedGateway(() => replies);
  });
  afterEach(() => gateway.close());

  async function ask<Data>(query: string): Promise<Data> {
    const { data, errors } = await gateway.ask<{ viewer: Data }>(`{ viewer { ${query} } }`);
    expect([errors, gateway.reports]).toEqual([undefined, []]);
    return data.viewer;
  }

  it('has a day of months ago that was uploaded late, and its samples under the same day', async () => {
    const late = { start_time: '2026-07-01T00:00', steps: 4711 };
    const steps = { interval_ms: 60_000, total_steps: 4711, samples: [{ steps: 4711, timestamp: '2026-07-01T10:00' }] };
    replies = {
      '/v3/users/activities': [{ start_time: '2026-11-21T00:00', steps: 1 }, late],
      '/v3/users/activities/samples': [{ date: '2026-07-01', steps }],
    };
    const { activities } = await ask<{ activities: object[] }>('activities { date steps }');
    expect(activities).toEqual([
      { date: '2026-07-01', steps: 4711 },
      { date: '2026-11-21', steps: 1 },
    ]);
    const { activitySamples } = await ask<{ activitySamples: object[] }>('activitySamples { date totalSteps }');
    expect(activitySamples).toEqual([{ date: '2026-07-01', totalSteps: 4711 }]);
    expect(gateway.takePaths()).toEqual(['/v3/users/activities', '/v3/users/activities/samples']);
  });

  it('has records without a day under ids of their own, which find them', async () => {
    replies = {
      '/v3/users/activities': [
        { start_time: 'soon', steps: 1 },
        { start_time: null, steps: 2 },
      ],
    };
    const { activities } = await ask<{ activities: { id: string; steps: number }[] }>('activities { id steps }');
    expect(new Set(activities.map(({ id }) => id)).size).toBe(2);
    const { data } = await gateway.ask<{ node: object }>(
      `{ node(id: "${activities[1]?.id}") { ... on DailyActivity { steps } } }`,
    );
    expect(data.node).toEqual({ steps: activities[1]?.steps });
    expect(gateway.takePaths()).toEqual(['/v3/users/activities']);
  });

  it('is the newest cardio load that could be calculated', async () => {
    const none = { cardio_load_status: 'LOAD_STATUS_NOT_AVAILABLE', cardio_load: -1 };
    replies = {
      '/v3/users/cardio-load/': [
        { date: '2026-11-22', ...none },
        { date: '2026-11-21', cardio_load_status: 'PRODUCTIVE', cardio_load: 71.5, strain: 60 },
        { date: '2026-11-20', cardio_load_status: 'DETRAINING', cardio_load: 3, strain: 50 },
      ],
    };
    const { latestCardioLoad } = await ask<object & { latestCardioLoad: object }>('latestCardioLoad { date load }');
    expect(latestCardioLoad).toEqual({ date: '2026-11-21', load: 71.5 });
    expect(gateway.takePaths()).toEqual(['/v3/users/cardio-load/']);
  });

  it('has a bedtime whose offset is false on the night of its alertness, like the day itself', async () => {
    const sleep = { sleep_period_start_time: '2026-11-18T12:52:20', sleep_period_end_time: '2026-11-18T20:41:20' };
    const alertness = [{ grade: 8.1, grade_type: 'GRADE_TYPE_PRIMARY', ...sleep, sleep_timezone_offset_minutes: 600 }];
    const bedtimes = [
      {
        preferred_sleep_period_start_time: '2026-11-18T12:18:30',
        preferred_sleep_period_end_time: '2026-11-18T20:18:30',
        sleep_timezone_offset_minutes: 0,
      },
    ];
    replies = {
      [`${SLEEPWISE}/alertness`]: alertness,
      [`${SLEEPWISE}/alertness/date`]: alertness,
      [`${SLEEPWISE}/circadian-bedtime`]: bedtimes,
      [`${SLEEPWISE}/circadian-bedtime/date`]: bedtimes,
    };
    const fields = '{ id utcOffsetMinutes preferredSleepEndTime }';
    const { circadianBedtimes } = await ask<{ circadianBedtimes: object[] }>(`circadianBedtimes ${fields}`);
    const { day } = await ask<{ day: { circadianBedtime: object } }>(
      `day(date: "2026-11-19") { circadianBedtime ${fields} }`,
    );
    expect(circadianBedtimes).toEqual([day.circadianBedtime]);
    expect(circadianBedtimes).toMatchObject([{ utcOffsetMinutes: 600 }]);
    expect(gateway.takePaths()).toHaveLength(4);
  });
});
