import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { dated, takePaths } from './dated-queries.ts';
import { NOW } from '../support/gateway.ts';

let gateway: Gateway;

beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

describe('a list that AccessLink serves without dates', () => {
  it.each([
    ['activities { date steps }', '/v3/users/activities'],
    ['activities { date samples { zones { zone } } }', '/v3/users/activities?activity_zones=true'],
    ['activitySamples { date steps { steps } }', '/v3/users/activities/samples'],
    ['cardioLoads(months: 6) { date strain }', '/v3/users/cardio-load/period/months/6'],
    ['alertnessPeriods { startTime grade }', '/v3/users/sleepwise/alertness'],
    ['circadianBedtimes { startTime quality }', '/v3/users/sleepwise/circadian-bedtime'],
    ['availableNights { date startTime endTime }', '/v3/users/sleep/available'],
  ])('of %s costs one request, is oldest first, and costs none the second time', async (fields, path) => {
    const query = `{ viewer { ${fields} } }`;
    const { data, errors } = await gateway.ask<{
      viewer: Record<string, { date?: string; startTime?: string }[]>;
    }>(query);
    expect(errors).toBeUndefined();
    const [list = []] = Object.values(data.viewer);
    const order = list.map(({ date, startTime }) => date ?? startTime ?? '');
    expect(order.length).toBeGreaterThan(10);
    expect(order).toEqual(order.toSorted());
    expect(takePaths(gateway.simulator)).toEqual([path]);
    await gateway.ask(query);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('of available nights leads to the nights', async () => {
    const query = '{ viewer { availableNights { date night { date sleepScore } } } }';
    const { data } = await gateway.ask<{ viewer: { availableNights: { date: string; night: object }[] } }>(query);
    const { availableNights } = data.viewer;
    expect(availableNights.map(({ night }) => night)).toEqual(
      availableNights.map(({ date }) => ({ date, sleepScore: expect.any(Number) })),
    );
    expect(takePaths(gateway.simulator)).toEqual(['/v3/users/sleep', '/v3/users/sleep/available']);
  });

  it.each([
    ['months: 0', /the last 0 months .* months is 1 to 6/],
    ['months: 7', /the last 7 months .* months is 1 to 6/],
    ['months: 2, range: { lastDays: 3 }', /range and months are both given; give one/],
  ])('of cardio load with %s has an error', async (args, message) => {
    const { errors } = await gateway.ask(`{ viewer { cardioLoads(${args}) { date } } }`);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('activity samples by day', () => {
  it('cost one request of their own', async () => {
    await gateway.ask('{ viewer { activitySamples(range: { lastDays: 5 }) { totalSteps } } }');
    await gateway.ask(`{ viewer { activitySamples(range: { on: "${dated('$-9', NOW)}" }) { totalSteps } } }`);
    expect(takePaths(gateway.simulator)).toEqual(
      ['/v3/users/activities/samples/$-9', '/v3/users/activities/samples/?from=$-4&to=$-0']
        .map((path) => dated(path, NOW))
        .toSorted(),
    );
  });

  it('add no flag to the request for the totals of the same days', async () => {
    const day = dated('$-9', NOW);
    await gateway.ask(`{ viewer { day(date: "${day}") { activity { steps } }
      activitySamples(range: { on: "${day}" }) { zones { zone } stepBuckets { steps } } } }`);
    expect(takePaths(gateway.simulator)).toEqual([
      `/v3/users/activities/${day}`,
      `/v3/users/activities/samples/${day}`,
    ]);
  });
});
