// Which records are read again after a delivery: exactly those concerned, once.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';

const TODAY = '2026-11-22';

let gateway: WebhookGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startWebhookGateway();
  await createWebhook(gateway);
  authorization = await gateway.signIn();
});
afterAll(() => gateway.close());
// What a test has set off would otherwise be counted in the next one.
afterEach(() => gateway.idle());

let seconds = 0;
beforeEach(() => {
  // Two equal deliveries within one second are one.
  seconds += 1;
  gateway.simulator.setClock(NOW + seconds * 1000);
});

/** Every record that a delivery can concern; cached before each. */
const EVERYTHING = `{ viewer {
  physicalInfo { weightKg }
  days(range: { between: { from: "2026-11-20", to: "${TODAY}" } }) { nodes {
    activity { steps } heartRate { statistics { mean } } cardioLoad { strain } alertness { grade }
    circadianBedtime { quality } night { sleepScore recharge { ansCharge } skinTemperature { sleepDate } } exercises { id }
  } }
} }`;

async function fillCache(): Promise<void> {
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
  ] as const)('of %j causes exactly the records concerned to be read again, once', async (event, paths) => {
    await fillCache();
    expect(await gateway.simulator.deliver({ ...event, userId: AINO })).toBe(200);
    await gateway.idle();
    expect(gateway.taken().toSorted()).toEqual([...paths].toSorted());
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([]);
    expect(gateway.reports).toEqual([]);
  });

  it('of an exercise causes it to be read with all flags, and the cardio load of its day; the list is read when it is queried', async () => {
    await fillCache();
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

  it('of another user invalidates nothing', async () => {
    await fillCache();
    await gateway.simulator.deliver({ type: 'SLEEP', userId: '47110002', date: TODAY });
    await gateway.idle();
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([]);
  });

  it('with a date that does not exist invalidates all records of its resource', async () => {
    await fillCache();
    await gateway.simulator.deliver({ type: 'CONTINUOUS_HEART_RATE', userId: AINO, date: '2026-09-31' });
    await gateway.idle();
    expect(gateway.taken()).toEqual([days(`${v3}/continuous-heart-rate`, '2026-11-21', TODAY)]);
    await gateway.ask(EVERYTHING, { headers: { authorization } });
    expect(gateway.taken()).toEqual([`${v3}/continuous-heart-rate/2026-11-20`]);
  });
});
