// Lists keep what could be read: a part that fails has one error, beside the rest.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { dated } from './dated-queries.ts';

const LISTS = [
  ['cardioLoads(range: { lastDays: 200 }) { date }', 'cardioLoads', 'CARDIO_LOAD', '/v3/users/cardio-load/date'],
  [
    'alertnessPeriods(range: { lastDays: 50 }) { grade }',
    'alertnessPeriods',
    'ALERTNESS',
    '/v3/users/sleepwise/alertness/date',
  ],
  [
    'circadianBedtimes(range: { lastDays: 50 }) { sleepGateStartTime }',
    'circadianBedtimes',
    'CIRCADIAN_BEDTIME',
    '/v3/users/sleepwise/circadian-bedtime/date',
  ],
] as const;

describe('a list', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await startGateway({ now: () => NOW });
  });
  afterEach(() => gateway.close());

  it.each(LISTS)(
    'of %s keeps what could be read when one request of several fails',
    async (query, field, resource, path) => {
      const whole = await gateway.ask<{ viewer: Record<string, unknown[]> }>(`{ viewer { ${query} } }`);
      await gateway.close();
      gateway = await startGateway({ now: () => NOW });
      gateway.simulator.addFault({ path, kind: 'status', status: 500, times: 1 });
      const { data, errors } = await gateway.ask<{ viewer: Record<string, unknown[]> }>(`{ viewer { ${query} } }`);
      const rest = data.viewer[field] ?? [];
      expect(rest.length).toBeGreaterThan(10);
      expect(rest.length).toBeLessThan(whole.data.viewer[field]?.length ?? 0);
      expect(whole.data.viewer[field]).toEqual(expect.arrayContaining(rest));
      expect(errors).toMatchObject([
        { path: ['viewer', field], extensions: { code: 'UPSTREAM_UNAVAILABLE', resource } },
      ]);
      expect(gateway.simulator.requests.map(({ status }) => status).toSorted()).toEqual(
        expect.arrayContaining([200, 500]),
      );
    },
  );

  it('of biosensing keeps what could be read, kind by kind', async () => {
    gateway.simulator.addFault({ path: '/v3/users/biosensing/ecg', kind: 'status', status: 500, times: 1 });
    const fields = 'skinTemperature { sleepDate } ecgTests { testTime }';
    const query = dated(`{ viewer { biosensing(range: { lastDays: 50 }) { ${fields} } } }`, NOW);
    const { data, errors } = await gateway.ask<{ viewer: { biosensing: Record<string, unknown[]> } }>(query);
    expect(data.viewer.biosensing['skinTemperature']?.length).toBeGreaterThan(30);
    expect(data.viewer.biosensing['ecgTests']).toBeInstanceOf(Array);
    expect(errors).toMatchObject([
      { path: ['viewer', 'biosensing', 'ecgTests'], extensions: { resource: 'ECG', days: expect.any(Number) } },
    ]);
    expect(gateway.simulator.requests).toHaveLength(4);
  });

  it('that cannot be read at all is null, with one error', async () => {
    gateway.simulator.addFault({ path: '/v3/users/biosensing/ecg', kind: 'status', status: 500 });
    const query = '{ viewer { biosensing(range: { lastDays: 50 }) { ecgTests { testTime } } } }';
    const { data, errors } = await gateway.ask<object>(query);
    expect(data).toEqual({ viewer: { biosensing: { ecgTests: null } } });
    expect(errors).toHaveLength(1);
    expect(gateway.simulator.requests).toHaveLength(2);
  });
});
