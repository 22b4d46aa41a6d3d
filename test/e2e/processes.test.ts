import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { type WebhookGateway, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type Subscriber, subscribeByEvents } from '../support/subscribing.ts';
import { clockAt } from '../support/clocks.ts';

const WEEK =
  '{ viewer { firstName days(range: { lastDays: 7 }) { nodes { activity { steps } night { sleepScore } } } } }';
const DAYS = '{ viewer { days(range: { lastDays: 7 }) { nodes { activity { steps } night { sleepScore } } } } }';
const SUBSCRIPTION = 'subscription { dataAvailable { type date night { sleepScore } } }';

let postgres: TestPostgres;
let stores: Store[];
let first: WebhookGateway;
let second: WebhookGateway;

beforeAll(async () => {
  postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  const keys = parseEncryptionKeys(generateEncryptionKey());
  const open = () => openStore({ databaseUrl, dataDir: '/nowhere', keys, clock: clockAt(() => NOW) });
  stores = await Promise.all([open(), open()]);
  first = await startWebhookGateway({ store: stores[0] as Store });
  second = await startWebhookGateway({ store: stores[1] as Store, app: { accessLinkUrl: first.simulator.url } });
});

afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await Promise.all(stores.map((store) => store.close()));
  await postgres.stop();
});

afterEach(() => first.idle());

describe('two processes on one Postgres', () => {
  it('share sessions and records: what one has read, the other serves without a request', async () => {
    const authorization = await first.signIn();
    const read = await first.ask(WEEK, { headers: { authorization } });
    expect(read.errors).toBeUndefined();
    // Records are written behind the answer.
    const headers = { authorization, 'accesslink-plan': 'only' };
    await expect.poll(async () => (await second.ask(WEEK, { headers })).extensions.accesslink.plan).toEqual([]);
    first.taken();
    const answered = await second.ask(WEEK, { headers: { authorization } });
    expect(answered.data).toEqual(read.data);
    expect(answered.extensions.accesslink.fromStore).toBeGreaterThan(0);
    expect([first.taken(), second.taken()]).toEqual([[], []]);
  });

  it('forget whoever is erased, also where their token was served from the store alone', async () => {
    const [person] = first.simulator.people.filter(({ isRegistered }) => isRegistered);
    const headers = { authorization: `Bearer ${person?.token}` };
    const sourcesOf = async (gateway: WebhookGateway) => (await gateway.ask(DAYS, { headers })).extensions.accesslink;
    const planned = async () => {
      const { extensions } = await second.ask(DAYS, { headers: { ...headers, 'accesslink-plan': 'only' } });
      return extensions.accesslink.plan?.length;
    };
    expect(await sourcesOf(first)).toMatchObject({ calls: 2 });
    await expect.poll(planned).toBe(0);
    expect(await sourcesOf(second)).toMatchObject({ calls: 0, fromMemory: 0 });
    expect(await sourcesOf(second)).toMatchObject({ calls: 0, fromStore: 0 });
    const { data } = await first.ask('mutation { forgetMe { forgotten } }', { headers });
    expect(data).toEqual({ forgetMe: { forgotten: true } });
    await expect.poll(planned).toBe(2);
    first.taken();
    expect(await sourcesOf(second)).toMatchObject({ calls: 2, fromMemory: 0, fromStore: 0 });
    expect(first.taken()).toHaveLength(2);
  });

  it('share events: what is delivered to one, the other publishes', async () => {
    await createWebhook(first);
    const authorization = await first.signIn();
    const subscriber: Subscriber = await subscribeByEvents(second.url, {
      query: SUBSCRIPTION,
      headers: { authorization },
    });
    await first.simulator.deliver({ type: 'SLEEP', userId: '47110001', date: '2026-11-21' });
    const result = await subscriber.next();
    expect(result?.data?.dataAvailable).toMatchObject({
      type: 'SLEEP',
      date: '2026-11-21',
      night: { sleepScore: expect.any(Number) },
    });
    subscriber.close();
  });
});
