// Creating the webhook, in every outcome: its key is kept, or it is said that it was lost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import { AINO, type ArrivingGateway, startArriving } from '../support/delivering.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { codesOf, PAYLOAD, WEBHOOK, type WebhookDesk, webhookDesk } from '../support/partner.ts';

const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;

let gateway: ArrivingGateway;
let desk: WebhookDesk;
beforeEach(async () => {
  gateway = await startArriving();
  desk = webhookDesk(gateway);
});
afterEach(() => gateway.close());

const stored = () => gateway.store.webhooks.find();

describe('createWebhook', () => {
  it('creates it at the address of this server for all types, and keeps the key', async () => {
    const payload = await desk.create();
    expect(payload).toMatchObject({
      userErrors: [],
      webhook: {
        url: `${gateway.url}/webhooks/polar`,
        active: true,
        existsAtAccessLink: true,
        hasSigningKey: true,
        paused: false,
      },
    });
    expect(payload?.webhook?.['events']).toHaveLength(7);
    expect(desk.upstream()).toEqual(['GET /v3/webhooks', 'POST /v3/webhooks']);
    expect((await stored())?.key?.reveal()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('takes the documented types when AccessLink does not know the newest, and nobody named any', async () => {
    gateway.simulator.setDialect('documented');
    expect((await desk.create())?.webhook?.['events']).toHaveLength(6);
    await desk.change('deleteWebhook');
    expect(codesOf(await desk.create('{ events: [PHYSICAL_INFORMATION] }'))).toEqual(['REFUSED']);
  });

  it.each([
    ['{ events: [] }', 'INVALID_EVENTS', ['input', 'events']],
    ['{ url: "ftp://example.com/" }', 'INVALID_URL', ['input', 'url']],
    ['{ url: "nowhere" }', 'INVALID_URL', ['input', 'url']],
    ['{ url: "http://127.0.0.1:1/" }', 'REFUSED', ['input', 'url']],
  ])('with %s creates nothing: %s', async (input, code, field) => {
    expect(await desk.create(input)).toMatchObject({ webhook: null, userErrors: [{ code, field }] });
    expect(await stored()).toBeNull();
  });

  it('tells that there is one whose key is kept, and changes nothing', async () => {
    await desk.create();
    const before = await stored();
    expect(codesOf(await desk.create())).toEqual(['ALREADY_EXISTS']);
    expect((await stored())?.key?.reveal()).toBe(before?.key?.reveal());
  });

  it('tells that the key of the one there is was lost, offers to replace it, and does', async () => {
    await desk.create('{ events: [SLEEP] }');
    const lost = await stored();
    await gateway.store.webhooks.delete(lost?.id ?? '');
    const told = await desk.create();
    expect(told).toMatchObject({
      webhook: { id: lost?.id, hasSigningKey: false },
      userErrors: [{ code: 'SIGNING_KEY_MISSING' }],
    });
    expect(told?.userErrors[0]?.message).toContain('replace: true');
    expect(await gateway.simulator.deliver(SLEEP)).toBe(401);
    expect(codesOf(await desk.create('{ replace: true }'))).toEqual([]);
    expect((await stored())?.id).not.toBe(lost?.id);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('replaces one whose key is kept, too', async () => {
    await desk.create();
    const before = await stored();
    expect(codesOf(await desk.create('{ replace: true, events: [SLEEP] }'))).toEqual([]);
    expect((await stored())?.key?.reveal()).not.toBe(before?.key?.reveal());
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('works when the one whose key is kept was deleted elsewhere: the old key does not refuse the PING', async () => {
    await desk.create();
    const id = (await stored())?.id;
    await fetch(`${gateway.simulator.url}/v3/webhooks/${id}`, {
      method: 'DELETE',
      headers: { authorization: basicOf(CLIENT) },
    });
    const { data } = await gateway.partner<{ partner: { webhook: object } }>(`{ partner { webhook ${WEBHOOK} } }`);
    expect(data.partner.webhook).toMatchObject({ id, existsAtAccessLink: false, active: null, hasSigningKey: true });
    expect(codesOf(await desk.create())).toEqual([]);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('deletes again what it cannot keep the key of', async () => {
    Object.assign(gateway.store.webhooks, { put: () => Promise.reject(new StoreError('full', 'no room')) });
    const { errors } = await gateway.partner(`mutation { createWebhook(input: {}) ${PAYLOAD} }`);
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(desk.upstream().at(-1)).toMatch(/^DELETE /);
  });

  it('of two at once, one creates it and the other is told', async () => {
    const both = await Promise.all([desk.create(), desk.create()]);
    expect(both.map(codesOf).flat()).toHaveLength(1);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it.each([
    [429, 'RATE_LIMITED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
    [401, 'REAUTHENTICATE'],
  ])('is an error and no refusal when AccessLink answers %i', async (status, code) => {
    gateway.simulator.addFault({ kind: 'status', status });
    const { errors } = await gateway.partner(`mutation { createWebhook(input: {}) ${PAYLOAD} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});
