// What is repaired once a day: a webhook that AccessLink has deactivated, and data without a delivery.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asClient, type ClientTransport } from '../../src/accesslink/client.ts';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import {
  deleteOldEvents,
  checkWebhook,
  type ReconciliationOptions,
  reconcile,
  startReconciliation,
} from '../../src/jobs/reconciliation.ts';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { NOW } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const DAY = 86_400_000;

let gateway: WebhookGateway;
let transport: ReturnType<typeof createTransport>;
let options: ReconciliationOptions;
let warnings: string[];
let now: number;
beforeEach(async () => {
  gateway = await startWebhookGateway();
  transport = createTransport({ origin: gateway.simulator.url, clock: systemClock });
  warnings = [];
  now = NOW;
  const send: ClientTransport = asClient(transport.send, createSecret(basicOf(CLIENT)));
  options = { send, store: gateway.store, now: () => now, warn: (warning) => warnings.push(warning) };
});
afterEach(async () => {
  await transport.close();
  await gateway.close();
});

const isActive = async () => {
  const { data } = await gateway.partner<{ partner: { webhook: { active: boolean } } }>(
    '{ partner { webhook { active } } }',
  );
  return data.partner.webhook.active;
};

describe('the reconciliation', () => {
  it('activates with a warning a webhook that AccessLink has deactivated after a week of failures', async () => {
    await createWebhook(gateway);
    const { inbox } = gateway.store;
    const working = { ...inbox };
    Object.assign(inbox, { add: () => Promise.reject(new Error('broken')) });
    for (const day of [0, 7]) {
      gateway.simulator.setClock(NOW + day * DAY);
      expect(await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO })).toBe(503);
    }
    Object.assign(inbox, working);
    expect(await isActive()).toBe(false);
    await checkWebhook(options);
    expect(await isActive()).toBe(true);
    await checkWebhook(options);
    expect(warnings).toEqual(['webhook was inactive and is active again']);
  });

  it('leaves a paused webhook alone, and sends nothing when there is none', async () => {
    await checkWebhook(options);
    await createWebhook(gateway);
    await gateway.partner('mutation { deactivateWebhook { userErrors { code } } }');
    gateway.simulator.clearRequests();
    await checkWebhook(options);
    expect(gateway.simulator.requests).toEqual([]);
    expect(await isActive()).toBe(false);
    expect(warnings).toEqual([]);
  });

  it('warns of a webhook that was deleted elsewhere', async () => {
    await createWebhook(gateway);
    const id = (await gateway.store.webhooks.find())?.id;
    await options.send({ method: 'DELETE', path: `/v3/webhooks/${id}` });
    await checkWebhook(options);
    expect(warnings).toEqual(['webhook is gone at AccessLink']);
  });

  it('warns of a webhook that AccessLink refuses to activate, and tries again', async () => {
    await createWebhook(gateway);
    const id = (await gateway.store.webhooks.find())?.id ?? '';
    const json = { data: [{ id, events: ['SLEEP'], url: 'https://x', active: false }] };
    gateway.simulator.addFault({ kind: 'status', status: 200, path: '/v3/webhooks', json, times: 1 });
    gateway.simulator.addFault({ kind: 'status', status: 400, path: '/activate', json: { message: 'Ping failed' } });
    await expect(checkWebhook(options)).rejects.toMatchObject({ code: 'refused' });
    expect(warnings).toEqual(['webhook is inactive and cannot be activated']);
  });

  it('adds a delivery for what waits in transactions, of each kind once a day', async () => {
    await gateway.signIn();
    await reconcile(options);
    await reconcile(options);
    await gateway.idle();
    const first = await gateway.store.events.after(AINO, null, 100);
    expect(first.map(({ type }) => type)).toEqual([...new Set(first.map(({ type }) => type))]);
    expect(first.length).toBeGreaterThan(0);
    now += DAY;
    await reconcile(options);
    expect(await gateway.store.inbox.pending()).toBeGreaterThanOrEqual(first.length);
    expect(gateway.reports).toEqual([]);
  });

  it('deletes events of a month ago, and no event of yesterday', async () => {
    const event = { polarUserId: AINO, type: 'SLEEP', date: null, entityId: null };
    await gateway.store.events.append({ ...event, key: 'old', createdAt: NOW - 31 * DAY });
    await gateway.store.events.append({ ...event, key: 'new', createdAt: NOW - DAY });
    await deleteOldEvents(options);
    expect(await gateway.store.events.after(AINO, null, 10)).toMatchObject([{ createdAt: NOW - DAY }]);
  });
});

describe('the schedule of the reconciliation', () => {
  const FIVE_MINUTES = 300_000;

  /** Starts with an AccessLink that has nothing, or fails; `requests` are paths with the time. */
  const start = async (answer: ClientTransport | null) => {
    await createWebhook(gateway);
    const clock = createVirtualClock(NOW);
    const requests: [string, number][] = [];
    const reports: unknown[] = [];
    const wakeUps: number[] = [];
    startReconciliation({
      ...options,
      send:
        answer &&
        (async (request) => {
          requests.push([request.path, clock.now() - NOW]);
          return answer(request);
        }),
      now: clock.now,
      scheduler: createScheduler({ clock, random: () => 0, report: (failure) => reports.push(failure) }),
      onDelivery: () => wakeUps.push(clock.now() - NOW),
    });
    return { clock, requests, reports, wakeUps };
  };
  const nothing: ClientTransport = async () => ({ status: 200, body: {} });
  const paths = ['/v3/webhooks', '/v3/notifications'];

  it('begins after five minutes, repeats every day, and wakes the worker up each time', async () => {
    const { clock, requests, wakeUps } = await start(nothing);
    await clock.advance(DAY + FIVE_MINUTES);
    const times = [FIVE_MINUTES, DAY + FIVE_MINUTES];
    expect(requests).toEqual(times.flatMap((time) => paths.map((path) => [path, time])));
    expect(wakeUps).toEqual(times);
  });

  it('is repeated after an hour when AccessLink fails, which is reported as no failure of ours', async () => {
    const failure = new AccessLinkError('refused', 'Ping failed');
    const { clock, requests, reports, wakeUps } = await start(() => Promise.reject(failure));
    await clock.advance(FIVE_MINUTES + 3_600_000);
    const times = [FIVE_MINUTES, FIVE_MINUTES + 3_600_000];
    expect(requests).toEqual(times.flatMap((time) => paths.map((path) => [path, time])));
    expect([reports, wakeUps]).toEqual([[], []]);
  });

  it('has each failure reported, and the other tasks done', async () => {
    const event = { polarUserId: AINO, type: 'SLEEP', date: null, entityId: null };
    await gateway.store.events.append({ ...event, key: 'old', createdAt: NOW - 31 * DAY });
    const { clock, reports, wakeUps } = await start(() => Promise.reject(new Error('down')));
    await clock.advance(FIVE_MINUTES);
    expect([reports.length, wakeUps]).toEqual([2, []]);
    expect(await gateway.store.events.after(AINO, null, 10)).toEqual([]);
  });

  it('deletes old events also without a client', async () => {
    const event = { polarUserId: AINO, type: 'SLEEP', date: null, entityId: null };
    await gateway.store.events.append({ ...event, key: 'old', createdAt: NOW - 31 * DAY });
    const { clock, requests } = await start(null);
    await clock.advance(FIVE_MINUTES);
    expect(requests).toEqual([]);
    expect(await gateway.store.events.after(AINO, null, 10)).toEqual([]);
  });
});
