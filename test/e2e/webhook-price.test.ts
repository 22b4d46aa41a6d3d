// What a change of the webhook costs in calls, as the answer to a plan states it, whatever AccessLink refuses.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/simulator.ts';
import { startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { PAYLOAD, type WebhookDesk, webhookDesk } from '../support/partner.ts';

let gateway: WebhookGateway;
let desk: WebhookDesk;
beforeEach(async () => {
  gateway = await startWebhookGateway();
  desk = webhookDesk(gateway);
});
afterEach(() => gateway.close());

const CHANGES = [
  'createWebhook(input: {})',
  'createWebhook(input: { replace: true })',
  'updateWebhook(input: { events: [SLEEP] })',
  'updateWebhook(input: {})',
  'activateWebhook',
  'deactivateWebhook',
  'deleteWebhook',
];
const FAULTS: readonly Fault[] = [204, 400, 403, 404, 409, 500].flatMap((status) => [
  { kind: 'status', status, path: '/v3/webhooks' },
  { kind: 'status', status, path: '/v3/webhooks/' },
  { kind: 'status', status, path: '/v3/webhooks', times: 1 },
]);

/** Makes a change with a webhook, or without one: how many requests that is. */
async function requestsOf(change: string, exists: boolean, fault?: Fault): Promise<number> {
  await desk.change('deleteWebhook');
  if (exists) await desk.create();
  gateway.simulator.clearRequests();
  if (fault) gateway.simulator.addFault(fault);
  await gateway.partner(`mutation { done: ${change} ${PAYLOAD} }`);
  gateway.simulator.clearFaults();
  return desk.upstream().length;
}

const costOf = async (change: string) => {
  const planned = await gateway.partner(`mutation { done: ${change} ${PAYLOAD} }`, { 'accesslink-plan': 'only' });
  expect(planned.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  return planned.extensions.accesslink.cost;
};

it.each(CHANGES)('A change costs what its plan says, although it is not planned: %s', async (change) => {
  const cost = await costOf(change);
  const isCreation = change === 'createWebhook(input: {})';
  expect(cost?.ordinaryCalls).toBe(await requestsOf(change, !isCreation));
  const sent = [];
  for (const exists of [true, false])
    for (const fault of [undefined, ...FAULTS]) sent.push(await requestsOf(change, exists, fault));
  expect(cost?.maximumCalls).toBeGreaterThanOrEqual(Math.max(...sent));
});

it('A change costs nothing where it is denied', async () => {
  const authorization = await gateway.signIn();
  const headers = { authorization, 'accesslink-plan': 'only' };
  const { extensions } = await gateway.ask(`mutation { deleteWebhook ${PAYLOAD} }`, { headers });
  expect(extensions.accesslink.cost).toEqual({ maximumCalls: 0, ordinaryCalls: 0 });
});
