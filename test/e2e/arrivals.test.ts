// From Polar's delivery to whoever waits for it: what is read again, and what is told, over both ways.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AINO, type ArrivingGateway, createWebhook, startArriving } from '../support/arriving.ts';
import { NOW } from '../support/gateway.ts';
import { subscribeByEvents, subscribeBySocket, type Subscriber } from '../support/subscribing.ts';

const TODAY = '2026-11-22';
const FIELDS = '{ id type date user { polarUserId } night { sleepScore } exercise { polarExerciseId } day { date } }';
const QUERY = `subscription { dataAvailable(after: "0") ${FIELDS} }`;

let gateway: ArrivingGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startArriving();
  await createWebhook(gateway);
  authorization = await gateway.signIn();
});
afterAll(() => gateway.close());

let seconds = 0;
beforeEach(() => {
  gateway.notices.splice(0);
  // Deliveries of another second are other deliveries.
  seconds += 1;
  gateway.simulator.setClock(NOW + seconds * 1000);
});

/** Everything that could be concerned, remembered before the delivery. */
const EVERYTHING = `{ viewer {
  physicalInfo { weightKg }
  days(range: { between: { from: "2026-11-20", to: "${TODAY}" } }) { nodes {
    activity { steps } heartRate { statistics { mean } } cardioLoad { strain } alertness { grade }
    circadianBedtime { quality } night { sleepScore recharge { ansCharge } skinTemperature { sleepDate } } exercises { id }
  } }
} }`;

async function remember(): Promise<void> {
  const { errors } = await gateway.ask(EVERYTHING, { headers: { authorization } });
  expect(errors).toBeUndefined();
  gateway.taken();
}

const v3 = '/v3/users';
const days = (path: string, from: string, to: string) => `${path}?from=${from}&to=${to}`;

describe('a delivery', () => {
  it.each([
    [
      { type: 'SLEEP', date: '2026-11-21' },
      [
        `${v3}/sleep/2026-11-21`,
        `${v3}/nightly-recharge/2026-11-21`,
        days(`${v3}/biosensing/skintemperature`, '2026-11-21', '2026-11-21'),
      ],
    ],
    [{ type: 'CONTINUOUS_HEART_RATE', date: '2026-11-20' }, [`${v3}/continuous-heart-rate/2026-11-20`]],
    [
      { type: 'ACTIVITY_SUMMARY', date: TODAY },
      [`${v3}/activities/${TODAY}?steps=true&activity_zones=true&inactivity_stamps=true`],
    ],
    [
      { type: 'SLEEP_WISE_ALERTNESS', from: '2026-11-20', to: TODAY },
      [days(`${v3}/sleepwise/alertness/date`, '2026-11-20', TODAY)],
    ],
    [
      { type: 'SLEEP_WISE_CIRCADIAN_BEDTIME', from: '2026-11-21', to: TODAY },
      [days(`${v3}/sleepwise/circadian-bedtime/date`, '2026-11-21', TODAY)],
    ],
    [{ type: 'PHYSICAL_INFORMATION' }, [`${v3}/physical-info`]],
  ] as const)('of %j has exactly the records concerned read again, once', async (event, paths) => {
    await remember();
    expect(await gateway.simulator.deliver({ ...event, userId: AINO })).toBe(200);
    await gateway.idle();
    expect(gateway.taken().toSorted()).toEqual([...paths].toSorted());
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([]);
    expect(gateway.reports).toEqual([]);
  });

  it('of an exercise has it read with everything, and the cardio load of its day; the list is asked when it is wanted', async () => {
    await remember();
    const { exerciseId } = gateway.simulator.addExercise(AINO);
    await gateway.simulator.deliver({ type: 'EXERCISE', userId: AINO, entityId: exerciseId });
    await gateway.idle();
    expect(gateway.taken()).toEqual([
      `/v3/exercises/${exerciseId}?samples=true&zones=true&route=true`,
      `${v3}/cardio-load/${TODAY}`,
    ]);
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual(['/v3/exercises']);
  });

  it('about somebody else touches nothing', async () => {
    await remember();
    await gateway.simulator.deliver({ type: 'SLEEP', userId: '47110002', date: TODAY });
    await gateway.idle();
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([]);
  });

  it('with a day that no calendar knows ends the freshness of all of its kind, and harms nothing', async () => {
    await remember();
    await gateway.simulator.deliver({ type: 'CONTINUOUS_HEART_RATE', userId: AINO, date: '2026-09-31' });
    await gateway.idle();
    expect(gateway.taken()).toEqual([days(`${v3}/continuous-heart-rate`, '2026-11-21', TODAY)]);
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([`${v3}/continuous-heart-rate/2026-11-20`]);
  });
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
  ] as const)('%j is told with its records, which cost no request', async (event, told) => {
    const subscriber = await open(after(await latest()));
    await gateway.simulator.deliver({ ...event, userId: AINO });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.errors).toBeUndefined();
    expect(result?.data?.dataAvailable).toMatchObject({ type: event.type, user: { polarUserId: AINO }, ...told });
    expect(result?.extensions?.accesslink).toMatchObject({ calls: 0 });
    if (way === 'an event stream') expect(result?.id).toBe(result?.data?.dataAvailable['id']);
  });

  it('an exercise is told with its record', async () => {
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

  it('an unknown type is kept, noticed and told as UNKNOWN', async () => {
    const subscriber = await open(after(await latest()));
    const body = JSON.stringify({ event: 'BODY_SCAN', user_id: Number(AINO), date: TODAY, timestamp: way });
    expect(await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO }, { body })).toBe(200);
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable).toMatchObject({ type: 'UNKNOWN', date: TODAY });
    expect(gateway.notices).toEqual(['unknown event type']);
  });

  it('a subscription is taken up from an id, and tells what was missed in order', async () => {
    const before = await latest();
    for (const date of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO, date });
      await gateway.idle();
    }
    const first = await open(after(before));
    const told = [await first.next(), await first.next()];
    first.close();
    const again = await open(after(String(told[1]?.data?.dataAvailable['id'])));
    const rest = await again.next();
    again.close();
    const dates = [...told, rest].map((one) => one?.data?.dataAvailable['date']);
    expect(dates).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
  });

  it('the news of a person reach nobody else', async () => {
    const other = await gateway.signIn('47110002');
    const subscriber = await subscribe(gateway.url, { query: QUERY, headers: { authorization: other } });
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO });
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: '47110002' });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable['user']).toEqual({ polarUserId: '47110002' });
  });
});

describe('repetition', () => {
  it('of one delivery a thousand times has one effect', async () => {
    await gateway.idle();
    const before = (await gateway.store.events.latest(AINO)) ?? '0';
    gateway.taken();
    await gateway.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO }, { times: 1000 });
    await gateway.idle();
    expect(await gateway.store.events.after(AINO, before, 10)).toHaveLength(1);
    expect(gateway.taken()).toHaveLength(1);
  });

  it('in another order tells the same news', async () => {
    const dates = ['2026-11-22', '2026-11-19', '2026-11-21', '2026-11-20'];
    const before = (await gateway.store.events.latest(AINO)) ?? '0';
    for (const date of [...dates, ...dates.toReversed()]) {
      await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date });
    }
    await gateway.idle();
    const events = await gateway.store.events.after(AINO, before, 20);
    expect(events.map(({ date }) => date).toSorted()).toEqual(dates.toSorted());
  });
});
