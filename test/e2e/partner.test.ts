// The partner's part of the graph: the webhook, the users and the notifications, which nobody else sees.
import { buildSchema } from 'graphql';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type { ClientTransport } from '../../src/accesslink/client.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import type { Context, Viewer } from '../../src/domain/context.ts';
import type { Partner } from '../../src/domain/partner/partner.ts';
import { createSecret } from '../../src/secret.ts';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';
import { AINO, type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { headersOf, NOW } from '../support/gateway.ts';
import { codesOf, PAYLOAD, WEBHOOK, type WebhookDesk, webhookDesk } from '../support/partner.ts';

const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;
const schema = buildSchema(readTypeDefs().join('\n'));
const KEY = 'k'.repeat(32);

let gateway: WebhookGateway;
let desk: WebhookDesk;
beforeEach(async () => {
  gateway = await startWebhookGateway({ app: { partnerKey: createSecret(KEY) } });
  desk = webhookDesk(gateway);
});
afterEach(() => gateway.close());

/** All that the schema has, as they are asked for. */
const webhookMutations = () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const ofWebhook = fields.filter(({ type }) => String(type) === 'WebhookPayload!');
  return ofWebhook.map(({ name, args }) => (args.length > 0 ? `${name}(input: {})` : name));
};

const stored = () => gateway.store.webhooks.find();

describe('a webhook', () => {
  it('gets other types and another URL', async () => {
    await desk.create('{ events: [SLEEP] }');
    const changed = await desk.change('updateWebhook(input: { events: [EXERCISE, SLEEP] })');
    expect(changed).toMatchObject({ userErrors: [], webhook: { events: ['EXERCISE', 'SLEEP'], hasSigningKey: true } });
    expect(await stored()).toMatchObject({ events: ['EXERCISE', 'SLEEP'], url: `${gateway.url}/webhooks/polar` });
    const moved = await desk.change(`updateWebhook(input: { url: "${gateway.url}/webhooks/polar?v=2" })`);
    expect(moved?.webhook?.['url']).toBe(`${gateway.url}/webhooks/polar?v=2`);
    expect(codesOf(await desk.change('updateWebhook(input: { url: "http://127.0.0.1:1/" })'))).toEqual(['REFUSED']);
    expect(codesOf(await desk.change('updateWebhook(input: { events: [] })'))).toEqual(['INVALID_EVENTS']);
    desk.upstream();
    expect(codesOf(await desk.change('updateWebhook(input: {})'))).toEqual([]);
    expect(desk.upstream()).not.toContainEqual(expect.stringMatching(/^PATCH/));
  });

  it('is deactivated and activated', async () => {
    await desk.create();
    expect((await desk.change('deactivateWebhook'))?.webhook).toMatchObject({ active: false, paused: true });
    expect((await stored())?.pausedAt).toBe(NOW);
    expect(await gateway.simulator.deliver(SLEEP)).toBeNull();
    expect((await desk.change('activateWebhook'))?.webhook).toMatchObject({ active: true, paused: false });
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('is deleted here and at AccessLink', async () => {
    await desk.create();
    expect(await desk.change('deleteWebhook')).toEqual({ webhook: null, userErrors: [] });
    expect(await stored()).toBeNull();
    expect(await gateway.simulator.deliver(SLEEP)).toBeNull();
  });

  it.each(['updateWebhook(input: { events: [SLEEP] })', 'activateWebhook', 'deactivateWebhook', 'deleteWebhook'])(
    'that does not exist has the user error NOT_FOUND for %s',
    async (mutation) => {
      expect(await desk.change(mutation)).toMatchObject({ webhook: null, userErrors: [{ code: 'NOT_FOUND' }] });
    },
  );
});

describe('the partner', () => {
  const QUERY =
    '{ partner { users(first: 2) { nodes { polarUserId linkState linkedAt } pageInfo { hasNextPage endCursor } } } }';

  it('sees the users who signed in, in pages, without a request to AccessLink', async () => {
    for (const id of ['47110001', '47110002', '47110003']) await gateway.signIn(id);
    await gateway.store.users.mark('47110002', 'reauthentication-required');
    const { data } = await gateway.partner<{ partner: { users: object } }>(QUERY);
    expect(data.partner.users).toMatchObject({
      nodes: [
        { polarUserId: '47110001', linkState: 'CONNECTED', linkedAt: '2026-11-22T18:30:00.000Z' },
        { polarUserId: '47110002', linkState: 'REAUTHENTICATION_REQUIRED' },
      ],
      pageInfo: { hasNextPage: true, endCursor: '47110002' },
    });
    const rest = await gateway.partner<{ partner: { users: { edges: object[] } } }>(
      '{ partner { users(last: 5, after: "47110002") { edges { cursor node { polarUserId } } } } }',
    );
    expect(rest.data.partner.users.edges).toEqual([{ cursor: '47110003', node: { polarUserId: '47110003' } }]);
    expect(desk.upstream()).toEqual([]);
  });

  it('sees which users have new data', async () => {
    const { data } = await gateway.partner<{ partner: { notifications: { polarUserId: string; type: string }[] } }>(
      '{ partner { notifications { polarUserId type } } }',
    );
    expect(data.partner.notifications.length).toBeGreaterThan(0);
    expect(data.partner.notifications[0]).toEqual({
      polarUserId: expect.stringMatching(/^\d+$/),
      type: expect.any(String),
    });
  });

  it('may authenticate with the key', async () => {
    const { data } = await gateway.ask<{ partner: object }>(QUERY, { headers: { 'accesslink-partner-key': KEY } });
    expect(data.partner).not.toBeNull();
  });

  it('cannot plan a mutation of the webhook, which would change the store', async () => {
    await desk.create();
    const { errors } = await gateway.partner(`mutation { deleteWebhook ${PAYLOAD} }`, { 'accesslink-plan': 'only' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await stored()).not.toBeNull();
  });
});

describe('a caller who is not the partner', () => {
  it.each([
    'a signed-in user',
    'a caller with a token of Polar',
    'a caller without credentials',
    'a caller with another secret',
  ])('sees and changes nothing of the partner: %s', async (who) => {
    await desk.create();
    const people: Record<string, Record<string, string>> = {
      'a signed-in user': { authorization: await gateway.signIn() },
      'a caller with a token of Polar': headersOf(gateway.simulator, 0),
      'a caller with another secret': { authorization: basicOf({ ...CLIENT, secret: 'wrong' }) },
    };
    const headers = people[who] ?? {};
    desk.upstream();
    const query = `{ partner { users { nodes { polarUserId } } notifications { type } webhook ${WEBHOOK} } }`;
    expect((await gateway.ask<{ partner: null }>(query, { headers })).data.partner).toBeNull();
    expect(webhookMutations().map((mutation) => mutation.replace(/\(.*/, ''))).toEqual(
      'createWebhook updateWebhook activateWebhook deactivateWebhook deleteWebhook'.split(' '),
    );
    for (const mutation of webhookMutations()) {
      const { errors, data, extensions } = await gateway.ask(`mutation { ${mutation} ${PAYLOAD} }`, { headers });
      expect([data, errors?.[0]?.extensions.code, extensions.accesslink.calls]).toEqual([null, 'UNAUTHENTICATED', 0]);
      expect(errors?.[0]?.message).toContain('only the partner may; send the client');
    }
    expect(desk.upstream()).toEqual([]);
    expect(await stored()).not.toBeNull();
  });

  it('has no transport with the client credentials, by its types', () => {
    expectTypeOf<Viewer>().not.toExtend<Partner>();
    expectTypeOf<Transport>().not.toExtend<ClientTransport>();
    expectTypeOf<Omit<Context, 'partner'>>().not.toHaveProperty('send');
    expectTypeOf<ReturnType<Context['partner']>>().toEqualTypeOf<Partner | null>();
  });
});
