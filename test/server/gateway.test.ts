// The support that other tests stand on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, headersOf, startGateway } from '../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const QUERY = '{ viewer { polarUserId days(range: { lastDays: 2 }) { nodes { date activity { steps } } } } }';

it('answers for the demo user when nobody says who asks, and tells the one call that it cost', async () => {
  const { status, data, errors, extensions } = await gateway.ask(QUERY);
  expect({ status, errors, calls: extensions.accesslink.calls }).toEqual({ status: 200, errors: undefined, calls: 1 });
  expect(data).toMatchObject({
    viewer: {
      polarUserId: gateway.simulator.people[0]?.userId,
      days: { nodes: [{ date: '2026-11-21' }, { date: '2026-11-22' }] },
    },
  });
  expect(gateway.simulator.requests).toHaveLength(1);
});

it('answers for the person whose headers are sent', async () => {
  const { data } = await gateway.ask(QUERY, { headers: headersOf(gateway.simulator, 1) });
  expect(data).toMatchObject({ viewer: { polarUserId: gateway.simulator.people[1]?.userId } });
});
