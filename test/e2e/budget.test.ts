// The request budget from outside: how many requests AccessLink gets after a 429, of a refused token and in an outage.
import { expect, it, onTestFinished } from 'vitest';
import { type Gateway, type GatewayOptions, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { openGatewayStore } from '../support/stores.ts';

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
