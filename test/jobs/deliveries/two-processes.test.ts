// Two gateways on one Postgres are two processes: what is delivered to one, the other knows.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../../support/delivering.ts';
import { NOW } from '../../support/gateway.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { subscribeByEvents, subscribeBySocket } from '../../support/subscribing.ts';
import { clockAt } from '../../support/clocks.ts';

const keys = parseEncryptionKeys(generateEncryptionKey());
const STEPS = '{ viewer { day(date: "2026-11-22") { activity { steps } } } }';

/** One clock for all: what is written late is known by it to be older than what replaced it. */
let elapsedMs = 0;
const now = () => {
  elapsedMs += 1;
  return NOW + elapsedMs;
};

let server: TestPostgres;
let stores: Store[];
let receiver: WebhookGateway;
let other: WebhookGateway;
let authorization: string;
beforeAll(async () => {
  server = await startPostgres();
  const databaseUrl = await server.createDatabase();
  const open = () => openStore({ databaseUrl, dataDir: '/nowhere', keys, clock: clockAt(now) });
  stores = [await open(), await open()];
  receiver = await startWebhookGateway({ now, ...(stores[0] ? { store: stores[0] } : {}) });
  const accessLinkUrl = receiver.simulator.url;
  other = await startWebhookGateway({ now, ...(stores[1] ? { store: stores[1] } : {}), app: { accessLinkUrl } });
  await createWebhook(receiver);
  authorization = await receiver.signIn();
});
afterAll(async () => {
  await other.close();
  await receiver.close();
  for (const store of stores) await store.close();
  await server.stop();
});

afterEach(() => receiver.idle());

const ask = async () => {
  const { data, errors } = await other.ask<{ viewer: { day: { activity: { steps: number } } } }>(STEPS, {
    headers: { authorization },
  });
  expect(errors).toBeUndefined();
  return data.viewer.day.activity.steps;
};

describe('a delivery to one process', () => {
  it('invalidates what another has cached', async () => {
    const before = await ask();
    receiver.simulator.syncDay(AINO);
    expect(await ask()).toBe(before);
    await receiver.simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO });
    await receiver.idle();
    await expect.poll(ask).toBeGreaterThan(before);
  });

  it.each([
    ['an event stream', subscribeByEvents],
    ['a WebSocket', subscribeBySocket],
  ])('is published by another over %s', async (way, subscribe) => {
    const after = (await other.store.events.latest(AINO)) ?? '0';
    const query = `subscription { dataAvailable(after: "${after}") { id type date night { sleepScore } } }`;
    const subscriber = await subscribe(other.url, { query, headers: { authorization } });
    const date = way === 'a WebSocket' ? '2026-11-19' : '2026-11-20';
    await receiver.simulator.deliver({ type: 'SLEEP', userId: AINO, date });
    const result = await subscriber.next();
    subscriber.close();
    expect(result?.data?.dataAvailable).toMatchObject({
      type: 'SLEEP',
      date,
      night: { sleepScore: expect.any(Number) },
    });
    expect([...receiver.reports, ...other.reports]).toEqual([]);
  });

  it('is processed once, whichever process claims it', async () => {
    const before = (await other.store.events.latest(AINO)) ?? '0';
    const dates = Array.from({ length: 20 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`);
    receiver.taken();
    await Promise.all(
      dates.map((date) => receiver.simulator.deliver({ type: 'CONTINUOUS_HEART_RATE', userId: AINO, date })),
    );
    await receiver.idle();
    const events = await other.store.events.after(AINO, before, 100);
    expect(new Set(events.map(({ date }) => date)).size).toBe(20);
    expect(events).toHaveLength(20);
    expect(receiver.taken()).toHaveLength(20);
  });
});
