// The cost in every response, and the two headers that ask for more: trace and plan.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHoldingUpstream } from '../../support/holding-upstream.ts';
import { type Gateway, headersOf, startGateway } from '../../support/gateway.ts';

const NO_CALLS = { calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0 };
const WEEK = '{ viewer { days(range: { lastDays: 7 }) { nodes { date activity { steps } cardioLoad { strain } } } } }';
const NIGHT = '{ viewer { night(date: "2026-11-20") { sleepScore recharge { ansCharge } } } }';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.simulator.clearRequests());
afterAll(() => gateway.close());

const paths = () => gateway.simulator.requests.map(({ path }) => path);

describe('extensions.accesslink', () => {
  it('counts calls, records from memory the second time, and has the rate windows of AccessLink', async () => {
    const headers = headersOf(gateway.simulator, 1);
    const first = await gateway.ask(WEEK, { headers });
    expect(first.extensions.accesslink).toMatchObject({ ...NO_CALLS, calls: 2 });
    expect(first.extensions.accesslink.rateLimit).toMatchObject({
      short: { used: 2, limit: 1e6, resetsAt: expect.stringMatching(/^2026-11-22T18:[34]/) },
      long: { used: 2, limit: 1e6, resetsAt: expect.stringMatching(/^2026-11-2/) },
    });
    const second = await gateway.ask(WEEK, { headers });
    expect(second.extensions.accesslink).toMatchObject({ ...NO_CALLS, fromMemory: 14 });
    expect(second.data).toEqual(first.data);
    expect(paths()).toHaveLength(2);
  });

  it.each([
    ['a syntax error', '{'],
    ['an unknown field', '{ nope }'],
    ['a bad argument', '{ viewer { day(date: "x") { date } } }'],
    ['an argument out of range', '{ viewer { days(range: { lastDays: 0 }) { nodes { date } } } }'],
  ])('is part of a response with %s', async (_, query) => {
    const { errors, extensions } = await gateway.ask(query);
    expect(errors).toHaveLength(1);
    expect(extensions.accesslink).toMatchObject(NO_CALLS);
  });

  it('counts calls that failed', async () => {
    gateway.simulator.addFault({ path: '/v3/users/activities', kind: 'status', status: 503, times: 1 });
    const headers = headersOf(gateway.simulator, 2);
    const { extensions, errors } = await gateway.ask('{ viewer { day(date: "2026-11-20") { activity { steps } } } }', {
      headers,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(extensions.accesslink.calls).toBe(paths().length);
    expect(paths().length).toBeGreaterThan(0);
  });

  it('has neither trace nor plan unless the request asks for it', async () => {
    const { extensions } = await gateway.ask('{ __typename }', {
      headers: { 'accesslink-trace': '0', 'accesslink-plan': '1' },
    });
    expect(Object.keys(extensions.accesslink)).toEqual([...Object.keys(NO_CALLS), 'rateLimit']);
  });
});

describe('Accesslink-Trace: 1', () => {
  const trace = { 'accesslink-trace': '1' };

  it('lists the calls with method, path, status and time, and no token', async () => {
    const headers = { ...headersOf(gateway.simulator, 3), ...trace };
    const { extensions } = await gateway.ask(NIGHT, { headers });
    const calls = gateway.simulator.requests.map(({ path, status }) => ({
      method: 'GET',
      path,
      status,
      milliseconds: expect.any(Number),
    }));
    expect(calls.length).toBeGreaterThan(0);
    expect(extensions.accesslink.trace).toHaveLength(calls.length);
    expect(extensions.accesslink.trace).toEqual(expect.arrayContaining(calls));
    expect(JSON.stringify(extensions)).not.toContain(gateway.simulator.people[3]?.token);
  });

  it('lists nothing when everything is cached, nor for a request that fails', async () => {
    const headers = { ...headersOf(gateway.simulator, 3), ...trace };
    await gateway.ask(NIGHT, { headers });
    expect((await gateway.ask(NIGHT, { headers })).extensions.accesslink.trace).toEqual([]);
    expect((await gateway.ask('{', { headers })).extensions.accesslink.trace).toEqual([]);
  });
});

describe('Accesslink-Plan: only', () => {
  const plan = { 'accesslink-plan': 'only' };

  it('lists the requests without sending them, and changes nothing for the operation that follows', async () => {
    const headers = headersOf(gateway.simulator, 4);
    const planned = await gateway.ask(WEEK, { headers: { ...headers, ...plan, 'accesslink-trace': '1' } });
    expect(paths()).toEqual([]);
    expect(planned).toMatchObject({ status: 200, data: null });
    expect(planned.errors).toBeUndefined();
    expect(planned.extensions.accesslink).toMatchObject(NO_CALLS);
    expect(planned.extensions.accesslink.trace).toBeUndefined();
    const real = await gateway.ask(WEEK, { headers });
    expect(real.extensions.accesslink).toMatchObject({ ...NO_CALLS, calls: 2 });
    expect(planned.extensions.accesslink.plan).toHaveLength(2);
    expect(planned.extensions.accesslink.plan?.map(({ path }) => path).sort()).toEqual(paths().sort());
  });

  it('finds nothing for itself alone: an operation at the same time gets data', async () => {
    // AccessLink answers nobody before a third request has come, so that the other operation cannot be the first to end.
    const upstream = await createHoldingUpstream(() => gateway.simulator.url, [3]);
    const held = await startGateway({ app: { accessLinkUrl: upstream.url } });
    const reading = held.ask(WEEK);
    const planned = await held.ask(WEEK, { headers: plan });
    expect(planned.extensions.accesslink.plan).toHaveLength(2);
    await held.ask('{ viewer { exercises { nodes { id } } } }');
    const real = await reading;
    expect(real.extensions.accesslink).toMatchObject({ ...NO_CALLS, calls: 2 });
    expect((await held.ask(WEEK)).data).toEqual(real.data);
    await held.close();
    await upstream.close();
  });

  it('lists nothing when everything is cached', async () => {
    const headers = headersOf(gateway.simulator, 4);
    await gateway.ask(WEEK, { headers });
    gateway.simulator.clearRequests();
    const planned = await gateway.ask(WEEK, { headers: { ...headers, ...plan } });
    expect(planned.extensions.accesslink.plan).toEqual([]);
    expect(paths()).toEqual([]);
  });

  it('has no error that follows from finding nothing, such as an unknown user', async () => {
    const headers = { ...headersOf(gateway.simulator, 5), ...plan };
    const { errors, extensions } = await gateway.ask('{ viewer { firstName } }', { headers });
    expect(errors).toBeUndefined();
    expect(extensions.accesslink.plan).toEqual([{ method: 'GET', path: expect.stringMatching(/^\/v3\/users\/\d+$/) }]);
  });

  it('has the errors that need no data, the same as without a plan', async () => {
    const rejected = [
      '{ viewer { days(range: { lastDays: 0 }) { nodes { date } } } }',
      '{ viewer { days(range: { lastDays: 500 }) { nodes { date } } } }',
      '{ viewer { days(after: "x") { nodes { date } } } }',
    ];
    for (const query of rejected) {
      const [planned, real] = await Promise.all([gateway.ask(query, { headers: plan }), gateway.ask(query)]);
      expect(real.errors).toHaveLength(1);
      expect(planned.errors).toEqual(real.errors);
    }
    const unknown = await gateway.ask(WEEK, { headers: { ...plan, authorization: 'Basic x' } });
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(unknown.extensions.accesslink.plan).toEqual([]);
  });

  it('has no data for a request that is not valid', async () => {
    const query = 'query Q($date: Date!) { viewer { day(date: $date) { date } } }';
    const planned = await gateway.ask(query, { headers: plan, variables: { date: 'x' } });
    expect(planned).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(planned).not.toHaveProperty('data');
  });
});
