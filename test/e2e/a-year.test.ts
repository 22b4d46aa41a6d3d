// A year with everything selected: windows are no errors, and a failure is one entry for its resource and cause.
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { isLong } from '../support/long.ts';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { everythingOf, SAMPLES } from './full-selection.ts';

/** Everything of a year is more than one operation may ask for by default. */
const UNLIMITED = { ...DEFAULT_LIMITS, maxCalls: 1_000, maxValues: 1e9, maxBytes: 1e10 };
/** Samples have no causes of their own, and a year of them is 60 MB: they are selected in the long tests. */
const EVERYTHING = everythingOf('Day', ['Exercise.files', ...(isLong ? [] : SAMPLES)]);
const WHOLE_YEAR = `{ viewer { days(range: { lastDays: 365 }) { nodes ${EVERYTHING} } } }`;

/** A field of resources that have ranges. */
const YEAR = `{ viewer { days(range: { lastDays: 365 }) { nodes {
  activity { steps } cardioLoad { strain } alertness { grade } circadianBedtime { quality } exercises { distanceMeters }
  biosensing { skinTemperature { sleepDate } ecgTests { testTime } spo2Tests { testTime } } } } } }`;

describe('a year with everything selected', () => {
  let gateway: Gateway;
  const start = async (timerSpeed = 1) => {
    const timeouts = { connect: 60_000, headers: 60_000, total: 60_000 };
    gateway = await startGateway({ now: () => NOW, timerSpeed, app: { timeouts, limits: UNLIMITED } });
  };
  afterEach(() => gateway.close());

  it('has no error when only windows are in the way, and states once for each resource what is absent', async () => {
    // The simulator works in the same process: while it makes a year, no call has waited too long for its turn.
    await start(0.001);
    const { data, errors, extensions } = await gateway.ask<{ viewer: { days: { nodes: unknown[] } } }>(WHOLE_YEAR);
    expect(errors).toBeUndefined();
    expect(data.viewer.days.nodes).toHaveLength(365);
    const { absent = [], calls } = extensions.accesslink;
    expect(absent.map(({ resource, reason }) => [resource, reason])).toEqual([['EXERCISES', 'OUT_OF_WINDOW']]);
    expect(absent[0]).toMatchObject({ from: '2025-11-23', to: '2026-10-22' });
    expect(gateway.simulator.requests).toHaveLength(calls);
    expect(gateway.simulator.requests.filter(({ path }) => path.startsWith('/v3/exercises'))).toHaveLength(1);
    const again = await gateway.ask(WHOLE_YEAR);
    expect([again.errors, again.extensions.accesslink.calls]).toEqual([undefined, 0]);
  }, 60_000);

  it('has one error for each resource that fails, at the first path concerned, and all else that there is', async () => {
    await start();
    gateway.simulator.addFault({ path: '/v3/users/activities', kind: 'status', status: 500 });
    gateway.simulator.addFault({ path: '/v3/exercises', kind: 'status', status: 500 });
    const { data, errors } = await gateway.ask<{ viewer: { days: { nodes: { alertness: unknown }[] } } }>(YEAR);
    const entries = errors?.map(({ path, extensions }) => [path, extensions.code, extensions['resource']]);
    expect(entries?.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))).toEqual([
      [['viewer', 'days', 'nodes', 0, 'activity'], 'UPSTREAM_UNAVAILABLE', 'DAILY_ACTIVITY'],
      [['viewer', 'days', 'nodes', 0, 'exercises'], 'UPSTREAM_UNAVAILABLE', 'EXERCISES'],
    ]);
    expect(data.viewer.days.nodes.filter(({ alertness }) => alertness !== null).length).toBeGreaterThan(300);
    expect(gateway.simulator.requests.filter(({ status }) => status === 500).length).toBeGreaterThan(14);
  });
});
