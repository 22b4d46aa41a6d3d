// The request budget from outside: how many requests AccessLink gets after a 429, of a refused token and in an outage.
import { expect, it, onTestFinished } from 'vitest';
import { type Gateway, type GatewayOptions, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { createBrowser, startSignInGateway, takeUpstream, tokenOf } from '../support/signing-in.ts';
import { openGatewayStore } from '../support/stores.ts';
import { linkedExercises, open } from '../server/files/file-requests.ts';

const SLEEP = '{ viewer { day(date: "2026-11-20") { night { sleepScore } } } }';
const STEPS = '{ viewer { days(range: { lastDays: 7 }) { nodes { activity { steps } } } } }';
const NIGHTS = '{ viewer { nights(range: { lastDays: 60 }) { nodes { sleepScore } } } }';
const BUDGET = '{ rateLimit { short { used } long { used } share { usedToday availableToday } } }';

async function gatewayWith(options: GatewayOptions = {}): Promise<Gateway> {
  const gateway = await startGateway(options);
  onTestFinished(() => gateway.close());
  return gateway;
}

it('After a 429 nobody sends anything, in this process or in the one after it', async () => {
  const opened = await openGatewayStore({}, () => NOW);
  const { store } = opened;
  onTestFinished(() => opened.close());
  const first = await startGateway({ store });
  first.simulator.addFault({ kind: 'status', status: 429, times: 1 });
  await first.ask(SLEEP);
  const refused = await first.ask(STEPS, { headers: headersOf(first.simulator, 1) });
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterSeconds: expect.any(Number),
  });
  expect([first.simulator.requests.length, refused.extensions.accesslink.calls]).toEqual([1, 0]);
  await first.app.close();
  const second = await gatewayWith({ store });
  const { errors } = await second.ask(STEPS);
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(second.simulator.requests).toEqual([]);
  await first.simulator.close();
});

it('A token that AccessLink refuses is not sent again by others', async () => {
  const gateway = await gatewayWith();
  const { simulator } = gateway;
  const headers = { authorization: 'Bearer made-up' };
  const first = await gateway.ask(NIGHTS, { headers });
  const { length } = simulator.requests;
  expect(length).toBeLessThanOrEqual(16);
  const second = await gateway.ask(STEPS, { headers });
  expect([first, second].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
    'REAUTHENTICATE',
    'REAUTHENTICATE',
  ]);
  expect(simulator.requests).toHaveLength(length);
});

it('A hundred questions in an outage are a handful of requests', async () => {
  const gateway = await gatewayWith();
  const { simulator } = gateway;
  simulator.addFault({ kind: 'status', status: 503 });
  for (let nth = 0; nth < 100; nth += 1) await gateway.ask(SLEEP);
  expect(simulator.requests.length).toBeLessThanOrEqual(5);
});

it('The rate limits are shown to whoever has proved who they are, and to nobody else', async () => {
  const gateway = await gatewayWith();
  const { simulator } = gateway;
  await gateway.ask(SLEEP);
  const own = await gateway.ask(BUDGET);
  expect(own.data).toMatchObject({ rateLimit: { short: { used: 1 }, long: { used: 1 }, share: { usedToday: 1 } } });
  const nobody = await gateway.ask(BUDGET, { headers: { authorization: 'Bearer made-up' } });
  expect(nobody.data).toEqual({ rateLimit: { short: null, long: null, share: null } });
  expect(nobody.extensions.accesslink.rateLimit).toEqual({ short: null, long: null });
  // The first request of a token proves whose share it takes.
  const headers = headersOf(simulator, 1);
  await gateway.ask(SLEEP, { headers });
  await gateway.ask(STEPS, { headers });
  expect((await gateway.ask(BUDGET, { headers })).data).toMatchObject({ rateLimit: { share: { usedToday: 2 } } });
});

it('In production a stranger sees nothing of the rate limits, and a person both windows and their own share', async () => {
  const gateway = await startSignInGateway({ app: { introspection: false, graphiql: false, queriesByGet: false } });
  onTestFinished(() => gateway.close());
  const [first, second] = gateway.simulator.people;
  const authorization = `Bearer ${await tokenOf(gateway, first?.userId ?? '')}`;
  await gateway.ask(SLEEP, { headers: { authorization } });
  const window = { used: expect.any(Number) };
  const usedToday = gateway.simulator.requests.filter(({ credential }) => credential === 'bearer').length;
  const known = await gateway.ask(BUDGET, { headers: { authorization } });
  expect(known.data).toMatchObject({ rateLimit: { short: window, long: window, share: { usedToday } } });
  for (const headers of [{}, { authorization: 'Bearer made-up' }, { authorization: `Bearer ${second?.token}` }]) {
    const { data, extensions } = await gateway.ask(BUDGET, { headers });
    expect(data).toEqual({ rateLimit: { short: null, long: null, share: null } });
    expect(extensions.accesslink.rateLimit).toEqual({ short: null, long: null });
  }
});

it('A file that is opened is a call of the person whose it is', async () => {
  const gateway = await gatewayWith();
  const files = (await linkedExercises(gateway)).map(({ files: { fit } }) => fit?.url ?? '');
  const before = await gateway.ask(BUDGET);
  gateway.simulator.clearRequests();
  const opened = await open(gateway.app, files[0] ?? '');
  await opened.body?.cancel();
  expect(gateway.simulator.requests).toHaveLength(1);
  const after = await gateway.ask(BUDGET);
  const used = ({ data }: typeof after) => {
    const { rateLimit } = data as {
      rateLimit: Record<'short' | 'long', { used: number }> & { share: { usedToday: number } };
    };
    return [rateLimit.short.used, rateLimit.long.used, rateLimit.share.usedToday];
  };
  expect(used(after)).toEqual(used(before).map((count) => count + 1));
});

const EXCHANGE = 'POST /v2/oauth2/token';

it('A token endpoint that fails is left alone, and what people ask for is read meanwhile', async () => {
  const gateway = await startSignInGateway();
  onTestFinished(() => gateway.close());
  const [person] = gateway.simulator.people;
  const authorization = `Bearer ${await tokenOf(gateway, person?.userId ?? '')}`;
  takeUpstream(gateway);
  gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v2/oauth2/token' });
  for (let nth = 0; nth < 8; nth += 1)
    expect((await createBrowser(gateway).signIn(person?.userId ?? '')).status).toBe(502);
  expect(takeUpstream(gateway)).toEqual(Array.from({ length: 5 }, () => EXCHANGE));
  expect((await gateway.ask(SLEEP, { headers: { authorization } })).errors).toBeUndefined();
});

it('An AccessLink that fails is left alone, and codes are exchanged meanwhile', async () => {
  const gateway = await startSignInGateway();
  onTestFinished(() => gateway.close());
  const [person] = gateway.simulator.people;
  const authorization = `Bearer ${await tokenOf(gateway, person?.userId ?? '')}`;
  gateway.simulator.addFault({ kind: 'cut', path: '/v3/' });
  for (let nth = 0; nth < 8; nth += 1) await gateway.ask(SLEEP, { headers: { authorization } });
  takeUpstream(gateway);
  await createBrowser(gateway).signIn(person?.userId ?? '');
  expect(takeUpstream(gateway)).toEqual([EXCHANGE]);
});
