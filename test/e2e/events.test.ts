// The events of deliveries over both protocols, and those that a client missed.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';
import { subscribeByEvents, subscribeBySocket, type Subscriber } from '../support/subscribing.ts';

const TODAY = '2026-11-22';
const FIELDS = '{ id type date user { polarUserId } night { sleepScore } exercise { polarExerciseId } day { date } }';
const QUERY = `subscription { dataAvailable(after: "0") ${FIELDS} }`;

let gateway: WebhookGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startWebhookGateway();
  await createWebhook(gateway);
  authorization = await gateway.signIn();
  // Cached before: events of alertness and bedtime name the night they belong to.
  await gateway.ask('{ viewer { nights(range: { lastDays: 5 }) { nodes { sleepScore } } } }', {
    headers: { authorization },
  });
});
afterAll(() => gateway.close());
// What a test has set off would otherwise be sent to the subscriber of the next one.
afterEach(() => gateway.idle());

let seconds = 0;
beforeEach(() => {
  gateway.notices.splice(0);
  // Two equal deliveries within one second are one.
  seconds += 1;
  gateway.simulator.setClock(NOW + seconds * 1000);
});

describe.each([
  ['an event stream', subscribeByEvents],
  ['a WebSocket', subscribeBySocket],
])('over %s', (way, subscribe) => {
  const open = (query: string): Promise<Subscriber> => subscribe(gateway.url, { query, headers: { authorization } });
  const latest = async () => (await gateway.store.events.latest(AINO)) ?? '0';
  const after = (id: string, types = '') => QUERY.replace('after: "0"', `after: "${id}" ${types}`);

  it.each([
    [
      { type: 'SLEEP', date: '2026-11-21' },
      { date: '2026-11-21', night: { sleepScore: expect.any(Number) } },
    ],
    [
      { type: 'CONTINUOUS_HEART_RATE', date: '2026-11-20' },
      { date: '2026-11-20', night: null },
    ],
    [{ type: 'ACTIVITY_SUMMARY' }, { date: TODAY, day: { date: TODAY } }],
    [{ type: 'SLEEP_WISE_ALERTNESS', from: '2026-11-20', to: TODAY }, { date: TODAY }],
    [{ type: 'SLEEP_WISE_CIRCADIAN_BEDTIME' }, { date: TODAY }],
    [{ type: 'PHYSICAL_INFORMATION' }, { date: null, day: null }],
  ] as const)('%j is published with its records, which cost no request', async (event, expected) => {
    const subscriber = await open(after(await latest()));
    await gateway.simulator.deliver({ ...event, userId: AINO });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.errors).toBeUndefined();
    expect(result?.data?.dataAvailable).toMatchObject({ type: event.type, user: { polarUserId: AINO }, ...expected });
    expect(result?.extensions?.accesslink).toMatchObject({ calls: 0 });
    expect(result?.id).toBe(way === 'an event stream' ? result?.data?.dataAvailable['id'] : null);
  });

  it('an exercise is published with its record', async () => {
    const subscriber = await open(after(await latest(), 'types: [EXERCISE]'));
    const { exerciseId } = gateway.simulator.addExercise(AINO);
    await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: TODAY });
    await gateway.simulator.deliver({ type: 'EXERCISE', userId: AINO, entityId: exerciseId });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable).toMatchObject({
      type: 'EXERCISE',
      date: TODAY,
      exercise: { polarExerciseId: exerciseId },
    });
  });

  it('an exercise that no longer exists is published without it', async () => {
    const subscriber = await open(after(await latest()));
    const event = { polarUserId: AINO, type: 'EXERCISE', date: null, entityId: 'gone0000', createdAt: NOW };
    await gateway.store.events.append({ ...event, key: `${way}, gone` });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.errors).toBeUndefined();
    expect(result?.data?.dataAvailable).toMatchObject({ type: 'EXERCISE', exercise: null, day: null });
  });

  it('an unknown type is stored, logged and published without a type', async () => {
    const subscriber = await open(after(await latest()));
    const body = JSON.stringify({ event: 'BODY_SCAN', user_id: Number(AINO), date: TODAY, timestamp: way });
    expect(await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO }, { body })).toBe(200);
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable).toMatchObject({ type: null, date: TODAY });
    expect(gateway.notices).toEqual(['unknown event type']);
  });

  it('a subscription resumes after an id with the events that were missed, in order', async () => {
    const before = await latest();
    for (const date of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO, date });
      await gateway.idle();
    }
    const first = await open(after(before));
    const received = [await first.next(), await first.next()];
    first.close();
    const again = await open(after(String(received[1]?.data?.dataAvailable['id'])));
    const rest = await again.next();
    again.close();
    const dates = [...received, rest].map((result) => result?.data?.dataAvailable['date']);
    expect(dates).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
  });

  it('the events of a user are published to no other user', async () => {
    const other = await gateway.signIn('47110002');
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization: other } });
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO });
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: '47110002' });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable['user']).toEqual({ polarUserId: '47110002' });
  });
});

describe('a repeated delivery', () => {
  it('has one effect when it comes a thousand times', async () => {
    await gateway.idle();
    const before = (await gateway.store.events.latest(AINO)) ?? '0';
    gateway.taken();
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO }, { times: 1000 });
    await gateway.idle();
    expect(await gateway.store.events.after(AINO, before, 10)).toHaveLength(1);
    expect(gateway.taken()).toHaveLength(1);
  });

  it('has the same events in another order', async () => {
    const dates = ['2026-11-22', '2026-11-19', '2026-11-21', '2026-11-20'];
    const before = (await gateway.store.events.latest(AINO)) ?? '0';
    for (const date of [...dates, ...dates.toReversed()]) {
      await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date });
    }
    await gateway.idle();
    const events = await gateway.store.events.after(AINO, before, 20);
    expect(new Set(events.map(({ date }) => date))).toEqual(new Set(dates));
    expect(events).toHaveLength(4);
  });
});
