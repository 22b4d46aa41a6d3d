// Creating the webhook, with every outcome: its signing key is stored, or reported as missing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import { AINO, type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { codesOf, PAYLOAD, WEBHOOK, type WebhookDesk, webhookDesk } from '../support/partner.ts';

const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;

let gateway: WebhookGateway;
let desk: WebhookDesk;
beforeEach(async () => {
  gateway = await startWebhookGateway();
  desk = webhookDesk(gateway);
});
afterEach(() => gateway.close());

const stored = () => gateway.store.webhooks.find();

describe('createWebhook', () => {
  it('creates a webhook at the URL of this server for all types, and stores the key', async () => {
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

  it('falls back to the documented types when AccessLink does not know the newest, unless the input names types', async () => {
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
  ])('with the input %s creates nothing and has the user error %s', async (input, code, field) => {
    expect(await desk.create(input)).toMatchObject({ webhook: null, userErrors: [{ code, field }] });
    expect(await stored()).toBeNull();
  });

  it('has a user error and changes nothing when there is a webhook whose key is stored', async () => {
    await desk.create();
    const before = await stored();
    expect(codesOf(await desk.create())).toEqual(['ALREADY_EXISTS']);
    expect((await stored())?.key?.reveal()).toBe(before?.key?.reveal());
  });

  it('has a user error when the key of the existing webhook is missing, and replaces it when asked to', async () => {
    await desk.create('{ events: [SLEEP] }');
    const lost = await stored();
    await gateway.store.webhooks.delete(lost?.id ?? '');
    const payload = await desk.create();
    expect(payload).toMatchObject({
      webhook: { id: lost?.id, hasSigningKey: false },
      userErrors: [{ code: 'SIGNING_KEY_MISSING' }],
    });
    expect(payload?.userErrors[0]?.message).toContain('replace: true');
    expect(await gateway.simulator.deliver(SLEEP)).toBe(401);
    expect(codesOf(await desk.create('{ replace: true }'))).toEqual([]);
    expect((await stored())?.id).not.toBe(lost?.id);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('replaces a webhook whose key is stored, when asked to', async () => {
    await desk.create();
    const before = await stored();
    expect(codesOf(await desk.create('{ replace: true, events: [SLEEP] }'))).toEqual([]);
    expect((await stored())?.key?.reveal()).not.toBe(before?.key?.reveal());
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('creates a webhook when the stored one was deleted elsewhere: the old key does not reject the PING', async () => {
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

  it('deletes the webhook again when its key cannot be stored', async () => {
    Object.assign(gateway.store.webhooks, { put: () => Promise.reject(new StoreError('full', 'no room')) });
    const { errors } = await gateway.partner(`mutation { createWebhook(input: {}) ${PAYLOAD} }`);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(desk.upstream().at(-1)).toMatch(/^DELETE /);
  });

  it('creates one webhook when it is sent twice at once, and the other has a user error', async () => {
    const both = await Promise.all([desk.create(), desk.create()]);
    expect(both.map(codesOf).flat()).toHaveLength(1);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it.each([
    [429, 'RATE_LIMITED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
    [401, 'REAUTHENTICATE'],
  ])('has an error and no user error when AccessLink responds with %i', async (status, code) => {
    gateway.simulator.addFault({ kind: 'status', status });
    const { errors } = await gateway.partner(`mutation { createWebhook(input: {}) ${PAYLOAD} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});
