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
    ['cardioLoads { date strain }', '/v3/users/cardio-load/'],
    ['cardioLoads(months: 6) { date strain }', '/v3/users/cardio-load/period/months/6'],
    ['alertnessPeriods { startTime grade }', '/v3/users/sleepwise/alertness'],
    ['circadianBedtimes { startTime quality }', '/v3/users/sleepwise/circadian-bedtime'],
    ['availableNights { date startTime endTime }', '/v3/users/sleep/available'],
  ])('of %s costs one request, is oldest first, and costs none the second time', async (fields, path) => {
    const query = `{ viewer { recent { ${fields} } } }`;
    const { data, errors } = await gateway.ask<{
      viewer: { recent: Record<string, { date?: string; startTime?: string }[]> };
    }>(query);
    expect(errors).toBeUndefined();
    const [list = []] = Object.values(data.viewer.recent);
    const order = list.map(({ date, startTime }) => date ?? startTime ?? '');
    expect(order.length).toBeGreaterThan(10);
    expect(order).toEqual(order.toSorted());
    expect(takePaths(gateway.simulator)).toEqual([path]);
    await gateway.ask(query);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('of available nights leads to the nights', async () => {
    const query = '{ viewer { recent { availableNights { date night { date sleepScore } } } } }';
    const { data } = await gateway.ask<{ viewer: { recent: { availableNights: { date: string; night: object }[] } } }>(
      query,
    );
    const { availableNights } = data.viewer.recent;
    expect(availableNights.map(({ night }) => night)).toEqual(
      availableNights.map(({ date }) => ({ date, sleepScore: expect.any(Number) })),
    );
    expect(takePaths(gateway.simulator)).toEqual(['/v3/users/sleep', '/v3/users/sleep/available']);
  });

  it.each([0, 7])('of %i months has an error', async (months) => {
    const { errors } = await gateway.ask(`{ viewer { recent { cardioLoads(months: ${months}) { date } } } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('activity samples by day', () => {
  it('cost one request of their own', async () => {
    await gateway.ask('{ viewer { days(range: { lastDays: 5 }) { nodes { activitySamples { totalSteps } } } } }');
    await gateway.ask(`{ viewer { day(date: "${dated('$-9', NOW)}") { activitySamples { totalSteps } } } }`);
    expect(takePaths(gateway.simulator)).toEqual(
      ['/v3/users/activities/samples/$-9', '/v3/users/activities/samples/?from=$-4&to=$-0']
        .map((path) => dated(path, NOW))
        .toSorted(),
    );
  });

  it('add no flag to the request for the totals of the same days', async () => {
    const day = dated('$-9', NOW);
    await gateway.ask(`{ viewer { day(date: "${day}") { activity { steps } activitySamples { zones { zone } } } } }`);
    expect(takePaths(gateway.simulator)).toEqual([
      `/v3/users/activities/${day}`,
      `/v3/users/activities/samples/${day}`,
    ]);
  });
});
