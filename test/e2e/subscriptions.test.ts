// The lifetime of subscriptions: ended sessions, disconnected and slow clients, and the limit per user.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AINO, type WebhookGateway, createWebhook, sessionHash, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';
import { subscribeByEvents, subscribeBySocket } from '../support/subscribing.ts';

const QUERY = 'subscription { dataAvailable(after: "0") { id type } }';
const FROM_NOW = 'subscription { dataAvailable { id type } }';

let gateway: WebhookGateway;
let authorization: string;
let now: number;
beforeEach(async () => {
  now = NOW;
  gateway = await startWebhookGateway({
    now: () => now,
    app: { timing: { pollMs: 50, checkMs: 100 } },
  });
  authorization = await gateway.signIn();
});
afterEach(() => gateway.close());

let seconds = 0;
const append = () => {
  seconds += 1;
  const event = { polarUserId: AINO, type: 'SLEEP', date: '2026-11-20', entityId: null, createdAt: NOW };
  return gateway.store.events.append({ ...event, key: `event ${seconds}` });
};

/** Resolves when a subscription opened after this call has read what there is: a WebSocket is open before that. */
function whenSubscribed(): Promise<void> {
  const { events } = gateway.store;
  const original = { ...events };
  return new Promise((resolve) => {
    events.after = async (...range) => {
      const found = await original.after(...range);
      Object.assign(events, original);
      resolve();
      return found;
    };
  });
}

describe.each([
  ['an event stream', subscribeByEvents],
  ['a WebSocket', subscribeBySocket],
])('%s', (_, subscribe) => {
  it('ends when the session is deleted, and sends no event after that', async () => {
    await append();
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization } });
    expect(await subscriber.next()).not.toBeNull();
    await gateway.store.sessions.delete(sessionHash(authorization.slice('Bearer '.length)));
    await append();
    expect(await subscriber.next()).toBeNull();
  });

  it('ends without an event after the session has expired', async () => {
    const subscribed = whenSubscribed();
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization } });
    const next = subscriber.next();
    await subscribed;
    now = NOW + 86_400_000;
    expect(await next).toBeNull();
  });

  it('ends when the account is deleted', async () => {
    const subscribed = whenSubscribed();
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization } });
    const next = subscriber.next();
    await subscribed;
    await gateway.ask('mutation { disconnect { disconnected } }', { headers: { authorization } });
    expect(await next).toBeNull();
  });

  it('ends when the server closes', async () => {
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization } });
    const next = subscriber.next().catch(() => null);
    gateway.app.endSubscriptions();
    expect(await next).toBeNull();
  });

  it('without an id sends later events only, each with loaders of its own', async () => {
    await createWebhook(gateway);
    await append();
    const query = 'subscription { dataAvailable { type date day { activity { steps } } } }';
    const subscribed = whenSubscribed();
    const subscriber = await subscribe(gateway.url, { query, headers: { authorization } });
    await subscribed;
    const steps: unknown[] = [];
    for (const round of [1, 2]) {
      gateway.simulator.syncDay(AINO);
      gateway.simulator.setClock(NOW + round * 60_000);
      await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO });
      const result = await subscriber.next();
      expect(result?.data?.dataAvailable['type']).toBe('ACTIVITY_SUMMARY');
      steps.push(result?.data?.dataAvailable['day']);
    }
    subscriber.close();
    expect(steps[0]).not.toEqual(steps[1]);
  });
});

describe('a subscription', () => {
  it.each(['x', '-1', '1e3', '9'.repeat(16)])('after "%s", which is not an id, is rejected', async (id) => {
    const query = `subscription { dataAvailable(after: "${id}") { id } }`;
    const subscriber = await subscribeByEvents(gateway.url, { query, headers: { authorization } });
    expect((await subscriber.next())?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('resumes after Last-Event-ID, which takes precedence over the query', async () => {
    const [first] = [await append(), await append()];
    const headers = { authorization, 'last-event-id': first?.id ?? '' };
    const subscriber = await subscribeByEvents(gateway.url, { query: QUERY, headers });
    expect(Number((await subscriber.next())?.id)).toBe(Number(first?.id) + 1);
    subscriber.close();
  });

  it('is one of at most twenty of a user, and another may start when one has ended', async () => {
    const open = () => subscribeByEvents(gateway.url, { query: FROM_NOW, headers: { authorization } });
    const many = await Promise.all(Array.from({ length: 20 }, open));
    expect((await (await open()).next())?.errors?.[0]?.extensions.code).toBe('COST_EXCEEDED');
    many[0]?.close();
    await expect
      .poll(async () => {
        const subscriber = await open();
        const rejected = await Promise.race([subscriber.next(), wait(50)]);
        subscriber.close();
        return rejected?.errors?.[0]?.extensions.code;
      })
      .toBeUndefined();
    for (const subscriber of many) subscriber.close();
  });
});

describe('a client that disconnects', () => {
  it('leaves no subscription and no socket', async () => {
    const { signals } = gateway.store;
    const original = { ...signals };
    let listening = 0;
    Object.assign(signals, {
      listen: (listener: () => void) => {
        listening += 1;
        const stop = original.listen(listener);
        return () => {
          listening -= 1;
          stop();
        };
      },
    });
    const subscribers = await Promise.all([
      ...Array.from({ length: 5 }, () =>
        subscribeByEvents(gateway.url, { query: FROM_NOW, headers: { authorization } }),
      ),
      ...Array.from({ length: 5 }, () =>
        subscribeBySocket(gateway.url, { query: FROM_NOW, headers: { authorization } }),
      ),
    ]);
    await expect.poll(() => listening).toBe(10);
    for (const subscriber of subscribers) subscriber.close();
    await expect.poll(() => listening).toBe(0);
    expect(gateway.reports).toEqual([]);
  });
});
