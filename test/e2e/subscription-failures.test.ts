// Subscriptions that fail: the client is told without details, the failure is reported, and nothing stays open.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/contract/store.ts';
import { type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';
import { type GatewayStore, openGatewayStore } from '../support/stores.ts';
import { type Subscriber, subscribeByEvents, subscribeBySocket } from '../support/subscribing.ts';

const QUERY = 'subscription { dataAvailable(after: "0") { id type } }';
const SECRET = 'connect ECONNREFUSED db.internal:5432';
/** More than one user may have open at once. */
const MANY = 25;

let opened: GatewayStore;
let gateway: WebhookGateway;
let headers: { readonly authorization: string };
/** What the store fails at. */
let failing: 'events' | 'sessions' | null;
beforeEach(async () => {
  failing = null;
  opened = await openGatewayStore({}, () => NOW);
  gateway = await startWebhookGateway({ store: failingStore(opened.store) });
  headers = { authorization: await gateway.signIn() };
});
afterEach(async () => {
  await gateway.close();
  await opened.close();
});

function failingStore(store: Store): Store {
  const failAt = (name: typeof failing) => {
    if (failing === name) throw new Error(SECRET);
  };
  const { events, sessions } = store;
  return {
    ...store,
    events: {
      ...events,
      after: async (...args) => {
        failAt('events');
        return events.after(...args);
      },
    },
    sessions: {
      ...sessions,
      find: async (...args) => {
        failAt('sessions');
        return sessions.find(...args);
      },
    },
  };
}

async function expectFailure(subscriber: Subscriber): Promise<void> {
  const result = await subscriber.next();
  expect(result?.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  expect(JSON.stringify(result)).not.toContain('ECONNREFUSED');
  expect(await subscriber.next()).toBeNull();
  subscriber.close();
}

describe.each([
  ['an event stream', subscribeByEvents],
  ['a WebSocket', subscribeBySocket],
])('a subscription over %s', (_, subscribe) => {
  it('whose events cannot be read ends with a masked error, and leaves its place to others', async () => {
    failing = 'events';
    for (let count = 0; count < MANY; count++)
      await expectFailure(await subscribe(gateway.url, { query: QUERY, headers }));
    expect(gateway.reports).toHaveLength(MANY);
    expect(gateway.reports[0]).toMatchObject({ message: SECRET });
    failing = null;
    await opened.store.events.append(EVENT);
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers });
    expect(await subscriber.next()).toMatchObject({ data: { dataAvailable: { type: 'SLEEP' } } });
    subscriber.close();
    expect(gateway.taken()).toEqual([]);
  });
});

describe.each([
  ['an event stream', subscribeByEvents],
  ['a WebSocket', subscribeBySocket],
])('a result of a subscription over %s', (_, subscribe) => {
  it('has one entry for a resource that AccessLink does not serve, with its reason', async () => {
    await opened.store.events.append(EVENT);
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/sleep', json: { corrId: 'c-9' } });
    const query =
      'subscription { dataAvailable(after: "0") { one: night { sleepScore } two: night { recharge { ansCharge } sleepScore } } }';
    const subscriber = await subscribe(gateway.url, { query, headers });
    const { errors } = (await subscriber.next()) ?? {};
    expect(errors).toMatchObject([
      {
        path: ['dataAvailable', 'one', 'sleepScore'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', resource: 'SLEEP', days: 1, upstream: { correlationId: 'c-9' } },
      },
    ]);
    subscriber.close();
    expect(gateway.taken().filter((path) => path.includes('/sleep/'))).toHaveLength(1);
  });
});

describe('a subscription over HTTP', () => {
  it('whose session cannot be read is answered with a masked error', async () => {
    failing = 'sessions';
    await expectFailure(await subscribeByEvents(gateway.url, { query: QUERY, headers }));
    expect(gateway.reports).toMatchObject([{ message: SECRET }]);
  });

  it('is rejected with 406 when the client accepts no event stream, and leaves its place to others', async () => {
    for (let count = 0; count < MANY; count++) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify({ query: QUERY }),
      });
      expect(response.status).toBe(406);
    }
    await opened.store.events.append(EVENT);
    const subscriber = await subscribeByEvents(gateway.url, { query: QUERY, headers });
    expect(await subscriber.next()).toMatchObject({ data: { dataAvailable: { type: 'SLEEP' } } });
    subscriber.close();
  });
});

const EVENT = {
  key: 'a key',
  polarUserId: '47110001',
  type: 'SLEEP',
  date: '2026-11-22',
  entityId: null,
  createdAt: NOW,
};
