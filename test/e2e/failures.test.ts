import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/simulator.ts';
import { type Gateway, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

const TIMEOUTS = { connect: 2_000, headers: 3_000, total: 4_000 };
const QUERY = `{ viewer { days(range: { lastDays: 3 }) { nodes { date activity { steps } cardioLoad { strain }
  night { sleepScore recharge { ansCharge } } } } } }`;

interface Node {
  activity: object | null;
  cardioLoad: object | null;
  night: { sleepScore: number | null; recharge: object | null } | null;
}
interface Days {
  viewer: { days: { nodes: Node[] } };
}

let gateway: Gateway;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  gateway = await startGateway({ now: () => now, app: { timeouts: TIMEOUTS } });
});

afterEach(() => gateway.close());

describe('a fault of one resource', () => {
  const faults: readonly [string, Omit<Fault, 'path'>, string][] = [
    ['a 503', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['a 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['a missing response', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
    ['a body that is not JSON', { kind: 'garbage' }, 'UPSTREAM_INVALID'],
    ['a cut connection', { kind: 'cut' }, 'UPSTREAM_UNAVAILABLE'],
    ['a redirect', { kind: 'redirect' }, 'UPSTREAM_INVALID'],
    ['a 429', { kind: 'status', status: 429 }, 'RATE_LIMITED'],
    ['a revoked token', { kind: 'html', status: 401 }, 'REAUTHENTICATE'],
    ['a missing consent', { kind: 'status', status: 403 }, 'CONSENT_REQUIRED'],
  ];

  it.each(faults)('does not affect other resources when it is %s of the activity', async (_, fault, code) => {
    gateway.simulator.addFault({ ...fault, path: '/v3/users/activities' });
    const { data, errors } = await gateway.ask<Days>(QUERY);
    const { nodes } = data.viewer.days;
    expect(errors).toMatchObject([
      {
        path: ['viewer', 'days', 'nodes', 0, 'activity'],
        extensions: { code, resource: 'DAILY_ACTIVITY', from: '2026-11-20', to: '2026-11-22', days: 3 },
      },
    ]);
    for (const node of nodes) {
      expect(node.activity).toBeNull();
      expect(node.cardioLoad).not.toBeNull();
      expect(node.night?.sleepScore).not.toBeNull();
      expect(node.night?.recharge).not.toBeNull();
    }
  });

  it('does not affect the recharge of a night whose sleep fails', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/users/sleep' });
    const { data, errors } = await gateway.ask<Days>(QUERY);
    expect(errors?.map(({ path }) => path)).toEqual([['viewer', 'days', 'nodes', 0, 'night', 'sleepScore']]);
    for (const { night } of data.viewer.days.nodes) {
      expect(night?.sleepScore).toBeNull();
      expect(night?.recharge).not.toBeNull();
    }
  });

  it('does not affect the viewer and the page of exercises that fail', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/exercises' });
    const query = '{ viewer { polarUserId exercises { nodes { id } edges { cursor } pageInfo { hasNextPage } } } }';
    const { data, errors } = await gateway.ask(query);
    expect(errors?.map(({ path }) => path)).toEqual([['viewer', 'exercises', 'nodes']]);
    expect(data).toMatchObject({
      viewer: { exercises: { nodes: null, edges: null, pageInfo: { hasNextPage: false } } },
    });
  });
});

describe('a denied request', () => {
  it('of one resource, for want of consent, does not affect the others', async () => {
    const person = gateway.simulator.people.findIndex(({ summary }) => summary.includes('everything but sleep'));
    const { data, errors } = await gateway.ask<Days>(QUERY, { headers: headersOf(gateway.simulator, person) });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['CONSENT_REQUIRED']));
    expect(data.viewer.days.nodes.every(({ activity }) => activity !== null)).toBe(true);
  });

  it('with an unknown token has the code REAUTHENTICATE', async () => {
    const headers = { authorization: 'Bearer unknown-token', 'polar-user-id': '1' };
    const { errors } = await gateway.ask(QUERY, { headers });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['REAUTHENTICATE']));
  });
});

describe('a request budget', () => {
  it('that is used up fails with the seconds to wait', async () => {
    gateway.simulator.setLimits({ short: 1, long: 1_000 });
    const { errors, extensions } = await gateway.ask(QUERY);
    const limited = errors?.filter(({ extensions: { code } }) => code === 'RATE_LIMITED') ?? [];
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(0);
    expect(limited[0]?.extensions['retryAfterSeconds']).toBeLessThanOrEqual(900);
    expect(extensions.accesslink.rateLimit.short).toMatchObject({ limit: 1 });
  });
});

describe('a cached record', () => {
  const STEPS = '{ viewer { days(range: { lastDays: 2 }) { nodes { activity { steps fetchedAt stale } } } } }';

  it('is served as stale while AccessLink fails, and read again afterwards', async () => {
    const fresh = await gateway.ask<Days>(STEPS);
    now += 3_600_000;
    gateway.simulator.addFault({ kind: 'status', status: 503 });
    const stale = await gateway.ask<Days>(STEPS);
    expect(stale.errors).toBeUndefined();
    expect(stale.extensions.accesslink.stale).toBe(2);
    const asStale = fresh.data.viewer.days.nodes.map(({ activity }) => ({ activity: { ...activity, stale: true } }));
    expect(stale.data.viewer.days.nodes).toEqual(asStale);
    gateway.simulator.clearFaults();
    takePaths(gateway.simulator);
    const again = await gateway.ask<Days>(STEPS);
    expect(again.data.viewer.days.nodes[0]?.activity).toMatchObject({ stale: false });
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });

  it('is not served in place of a denied request', async () => {
    await gateway.ask(STEPS);
    now += 3_600_000;
    gateway.simulator.addFault({ kind: 'status', status: 401 });
    const { errors } = await gateway.ask(STEPS);
    expect(errors?.[0]?.extensions.code).toBe('REAUTHENTICATE');
  });

  it('is never a failure: the next operation sends the request again', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, times: 1 });
    expect((await gateway.ask(STEPS)).errors).toBeDefined();
    expect((await gateway.ask(STEPS)).errors).toBeUndefined();
  });
});
