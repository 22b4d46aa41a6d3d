// Workers on one SQLite file, whose signals reach each other: sessions, records, events and one request budget.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/contract/store.ts';
import { openStore } from '../../src/store/open.ts';
import { clockAt } from '../support/clocks.ts';
import { createWebhook, startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { type Asked, NOW } from '../support/gateway.ts';
import { connectedBuses } from '../support/signal-buses.ts';
import { keys } from '../support/stores.ts';
import { subscribeByEvents } from '../support/subscribing.ts';

const NIGHT = '{ viewer { night(date: "2026-11-21") { sleepScore } } }';
const nightOf = (day: number) => NIGHT.replace('21', String(day).padStart(2, '0'));
const PLAN = { 'accesslink-plan': 'only' };
const codeOf = ({ errors }: Asked) => errors?.[0]?.extensions.code;

let dataDir: string;
let stores: Store[];
let first: WebhookGateway;
let second: WebhookGateway;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'workers-'));
  const options = { databaseUrl: null, dataDir, keys, clock: clockAt(() => NOW), isShared: true };
  stores = await Promise.all(connectedBuses(2).map((bus) => openStore({ ...options, bus })));
  first = await startWebhookGateway({ store: stores[0] as Store, simulator: { limits: { short: 12, long: 1e6 } } });
  second = await startWebhookGateway({ store: stores[1] as Store, app: { accessLinkUrl: first.simulator.url } });
});

afterEach(async () => {
  await Promise.all([first.close(), second.close()]);
  await Promise.all(stores.map((store) => store.close()));
  rmSync(dataDir, { recursive: true });
});

/** What a worker would send for the night; empty when it has it. */
async function planned(worker: WebhookGateway, authorization: string): Promise<readonly unknown[]> {
  const { extensions } = await worker.ask(NIGHT, { headers: { authorization, ...PLAN } });
  return extensions.accesslink.plan ?? [];
}

/** Signs in, and lets both workers have the night in memory. */
async function readByBoth(): Promise<string> {
  const authorization = await first.signIn();
  await first.ask(NIGHT, { headers: { authorization } });
  await expect.poll(() => planned(second, authorization)).toEqual([]);
  const { extensions } = await second.ask(NIGHT, { headers: { authorization } });
  expect(extensions.accesslink).toMatchObject({ calls: 0 });
  expect(first.taken()).toHaveLength(1);
  return authorization;
}

describe('two workers on one SQLite file', () => {
  it('share records: what one has read, the other serves without a request', async () => {
    const authorization = await readByBoth();
    const { extensions } = await second.ask(NIGHT, { headers: { authorization } });
    expect(extensions.accesslink).toMatchObject({ calls: 0, fromMemory: 1 });
    expect(first.taken()).toEqual([]);
  });

  it('share invalidations: what is delivered to one, the other has not in memory any more', async () => {
    await createWebhook(first);
    const authorization = await readByBoth();
    await first.simulator.deliver({ type: 'SLEEP', userId: '47110001', date: '2026-11-21' });
    await first.idle();
    const asked = async () => (await second.ask(NIGHT, { headers: { authorization } })).extensions.accesslink;
    await expect.poll(asked).toMatchObject({ calls: 0, fromMemory: 0, fromStore: 1 });
    expect(first.taken().length).toBeGreaterThan(0);
  });

  it('share events: what is delivered to one, the other publishes, and only one reads it again', async () => {
    await createWebhook(first);
    const authorization = await readByBoth();
    const query = 'subscription { dataAvailable { type date night { sleepScore } } }';
    const subscriber = await subscribeByEvents(second.url, { query, headers: { authorization } });
    await first.simulator.deliver({ type: 'SLEEP', userId: '47110001', date: '2026-11-21' });
    const result = await subscriber.next();
    expect(result?.data?.dataAvailable).toMatchObject({ type: 'SLEEP', date: '2026-11-21' });
    subscriber.close();
    await first.idle();
    const read = first.taken().length;
    // The other one does not answer with what it had in memory before.
    const { extensions } = await second.ask(NIGHT, { headers: { authorization } });
    expect(extensions.accesslink).toMatchObject({ calls: 0 });
    expect(read).toBeGreaterThan(0);
    expect(first.taken()).toEqual([]);
  });

  it('share sessions: who signs out at one is signed out at the other, at once', async () => {
    const authorization = await readByBoth();
    const { data } = await first.ask('mutation { endAllSessions { userErrors { message } } }', {
      headers: { authorization },
    });
    expect(data).toEqual({ endAllSessions: { userErrors: [] } });
    expect(codeOf(await second.ask(NIGHT, { headers: { authorization } }))).toBe('UNAUTHENTICATED');
    expect(first.taken()).toEqual([]);
  });

  it('share erasures: what one erases, the other has not in memory any more', async () => {
    const authorization = await readByBoth();
    await first.ask('mutation { forgetMe { userErrors { message } } }', { headers: { authorization } });
    await expect.poll(() => planned(second, authorization)).toHaveLength(1);
  });

  it('share the request budget: what one has used up, the other does not try', async () => {
    const headers = { authorization: await first.signIn() };
    let answered = 0;
    while (codeOf(await first.ask(nightOf(answered + 1), { headers })) === undefined) answered += 1;
    expect([answered, first.simulator.requests.length]).toEqual([11, 11]);
    expect(codeOf(await second.ask(nightOf(19), { headers }))).toBe('RATE_LIMITED');
    expect(first.simulator.requests).toHaveLength(11);
  });
});
