// Deliveries that come before the records that they are about.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventSubject } from '../../../src/jobs/deliveries/refresh.ts';
import { AINO, createWebhook, type WebhookGateway, startWebhookGateway } from '../../support/delivering.ts';
import { NOW } from '../../support/gateway.ts';
import { reactionTo } from './reactions.ts';

const DAYS = ['2026-11-18', '2026-11-19'];
const SUBJECT: EventSubject = { entityId: null, from: '2026-11-18', to: '2026-11-19' };

describe('an event whose record AccessLink does not have yet', () => {
  it.each([
    ['SLEEP', ['sleep', 'nightly recharge', 'skin temperature']],
    ['ACTIVITY_SUMMARY', ['daily activity']],
    ['CONTINUOUS_HEART_RATE', ['continuous heart rate']],
    ['SLEEP_WISE_ALERTNESS', ['alertness']],
    ['SLEEP_WISE_CIRCADIAN_BEDTIME', ['circadian bedtime']],
    ['PHYSICAL_INFORMATION', ['physical info']],
  ] as const)('%s leaves nothing in the cache that says so', async (type, names) => {
    const { isMissing, forgotten } = await reactionTo(type, SUBJECT, { missing: [names[0]] });
    expect(isMissing).toBe(true);
    const keys = type === 'PHYSICAL_INFORMATION' ? null : DAYS;
    expect(forgotten).toEqual(Object.fromEntries(names.map((name) => [name, keys])));
  });

  it('EXERCISE leaves the session, the list and the load to be read when they are asked for', async () => {
    const subject = { entityId: 'abc', from: null, to: null };
    const { isMissing, forgotten, read } = await reactionTo('EXERCISE', subject, { missing: ['exercises'] });
    expect([isMissing, forgotten]).toEqual([true, { exercises: ['', 'abc'] }]);
    expect(read).toEqual({ exercises: [{ kind: 'one', id: 'abc' }] });
  });

  it.each([
    ['has another record that may well be missing', 'SLEEP', SUBJECT, ['nightly recharge', 'skin temperature']],
    ['names no day', 'SLEEP', { entityId: null, from: null, to: null }, ['sleep']],
    ['names no session', 'EXERCISE', { entityId: null, from: null, to: null }, ['exercises']],
  ] as const)('is not one that %s', async (...[, type, subject, missing]) => {
    expect(await reactionTo(type, subject, { missing })).toMatchObject({ isMissing: false, forgotten: {} });
  });
});

describe('a delivery that comes before its record', () => {
  const DATE = '2026-11-21';
  const SLEEP = { type: 'SLEEP', userId: AINO, date: DATE } as const;
  const NIGHT = `{ viewer { night(date: "${DATE}") { sleepScore } } }`;
  const PATH = `/v3/users/sleep/${DATE}`;

  let gateway: WebhookGateway;
  let authorization: string;
  let now: number;
  let retries: number;
  beforeEach(async () => {
    now = NOW;
    retries = 0;
    gateway = await startWebhookGateway({ now: () => now });
    const { inbox } = gateway.store;
    const retry = inbox.retry.bind(inbox);
    Object.assign(inbox, {
      retry: (...args: Parameters<typeof retry>) => retry(...args).then(() => void (retries += 1)),
    });
    await createWebhook(gateway);
    authorization = await gateway.signIn();
    gateway.taken();
    return () => gateway.close();
  });
  afterEach(() => gateway.simulator.clearFaults());

  type Night = { viewer: { night: { sleepScore: number } | null } };
  const scoreOf = async () => {
    const { data, errors } = await gateway.ask<Night>(NIGHT, { headers: { authorization } });
    expect(errors).toBeUndefined();
    return data.viewer.night?.sleepScore ?? null;
  };
  const sleepRequests = () => gateway.taken().filter((path) => path === PATH);
  const hasEvent = async () => (await gateway.store.events.latest(AINO)) !== null;
  /** Resolves when the delivery has been given back so many times, to be attempted again later. */
  const givenBack = async (times: number) => {
    await expect.poll(() => retries).toBe(times);
  };

  it.each([404, 204])('and answered with %i leaves the night to be read by the next question', async (status) => {
    gateway.simulator.addFault({ kind: 'status', status, path: PATH, times: 1 });
    await gateway.simulator.deliver(SLEEP);
    await givenBack(1);
    expect(await scoreOf()).not.toBeNull();
    expect(sleepRequests()).toHaveLength(2);
    expect(await hasEvent()).toBe(false);
    now += 5_000;
    await gateway.idle();
    expect(await hasEvent()).toBe(true);
    expect([gateway.notices, gateway.reports]).toEqual([[], []]);
  });

  it('is looked for with pauses until the night is there, and then served without a request', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 404, path: PATH, times: 2 });
    await gateway.simulator.deliver(SLEEP);
    for (const [times, pause] of [
      [1, 5_000],
      [2, 10_000],
    ] as const) {
      await givenBack(times);
      now += pause;
    }
    await gateway.idle();
    expect([sleepRequests().length, await hasEvent()]).toEqual([3, true]);
    expect(await scoreOf()).not.toBeNull();
    expect(gateway.taken()).toEqual([]);
  });
});
