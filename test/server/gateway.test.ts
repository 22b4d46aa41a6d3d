// The gateway of the tests: who its requests come from, and what they cost.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, headersOf, startGateway } from '../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const QUERY = '{ viewer { polarUserId days(range: { lastDays: 2 }) { nodes { date activity { steps } } } } }';

it('a request without credentials is executed for the demo user, and its result states the one call that it cost', async () => {
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

it('a request with the headers of a user is executed for that user', async () => {
  const { data } = await gateway.ask(QUERY, { headers: headersOf(gateway.simulator, 1) });
  expect(data).toMatchObject({ viewer: { polarUserId: gateway.simulator.people[1]?.userId } });
});
