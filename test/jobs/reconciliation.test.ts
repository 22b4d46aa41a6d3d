// What is repaired once a day: a webhook that AccessLink has deactivated, and data without a delivery.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asClient, type ClientTransport } from '../../src/accesslink/client.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import { deleteOldEvents, checkWebhook, type ReconciliationOptions, reconcile } from '../../src/jobs/reconciliation.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { AINO, type ArrivingGateway, createWebhook, startArriving } from '../support/delivering.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { NOW } from '../support/gateway.ts';

const DAY = 86_400_000;

let gateway: ArrivingGateway;
let transport: ReturnType<typeof createTransport>;
let options: ReconciliationOptions;
let warnings: string[];
let now: number;
beforeEach(async () => {
  gateway = await startArriving();
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
