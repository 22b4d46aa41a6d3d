// The partner's part of the graph: the webhook in every outcome, the users, the notifications; and nothing for others.
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type { ClientTransport } from '../../src/accesslink/client.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import type { Context, Viewer } from '../../src/domain/context.ts';
import type { Partner } from '../../src/domain/partner/partner.ts';
import { createSecret } from '../../src/secret.ts';
import { StoreError } from '../../src/store/errors.ts';
import { AINO, type ArrivingGateway, basicOf, CLIENT, startArriving } from '../support/arriving.ts';
import { headersOf, NOW } from '../support/gateway.ts';

const WEBHOOK = '{ id url events active existsAtAccessLink keyKept paused createdAt }';
const PAYLOAD = `{ webhook ${WEBHOOK} userErrors { code message field } }`;
const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;
const KEY = 'k'.repeat(32);

let gateway: ArrivingGateway;
beforeEach(async () => {
  gateway = await startArriving({ app: { partnerKey: createSecret(KEY) } });
});
afterEach(() => gateway.close());

const change = async (mutation: string) => {
  const { data, errors } = await gateway.partner(`mutation { done: ${mutation} ${PAYLOAD} }`);
  expect(errors).toBeUndefined();
  return data['done'];
};
const create = (input = '{}') => change(`createWebhook(input: ${input})`);
const codes = (payload: Awaited<ReturnType<typeof change>>) => payload?.userErrors.map(({ code }) => code);
const upstream = () => {
  const seen = gateway.simulator.requests.map(({ method, path }) => `${method} ${path}`);
  gateway.simulator.clearRequests();
  return seen;
};
const stored = () => gateway.store.webhooks.find();

describe('createWebhook', () => {
  it('creates it at the address of this server for all types, and keeps the key', async () => {
    const payload = await create();
    expect(payload).toMatchObject({
      userErrors: [],
      webhook: {
        url: `${gateway.url}/webhooks/polar`,
        active: true,
        existsAtAccessLink: true,
        keyKept: true,
        paused: false,
      },
    });
    expect(payload?.webhook?.['events']).toHaveLength(7);
    expect(upstream()).toEqual(['GET /v3/webhooks', 'POST /v3/webhooks']);
    expect((await stored())?.key?.reveal()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('takes the documented types when AccessLink does not know the newest, and nobody named any', async () => {
    gateway.simulator.setDialect('documented');
    expect((await create())?.webhook?.['events']).toHaveLength(6);
    await change('deleteWebhook');
    expect(codes(await create('{ events: [PHYSICAL_INFORMATION] }'))).toEqual(['REFUSED']);
  });

  it.each([
    ['{ events: [] }', 'INVALID_EVENTS', ['input', 'events']],
    ['{ events: [SLEEP, UNKNOWN] }', 'INVALID_EVENTS', ['input', 'events']],
    ['{ url: "ftp://example.com/" }', 'INVALID_URL', ['input', 'url']],
    ['{ url: "nowhere" }', 'INVALID_URL', ['input', 'url']],
    ['{ url: "http://127.0.0.1:1/" }', 'REFUSED', ['input', 'url']],
  ])('with %s creates nothing: %s', async (input, code, field) => {
    expect(await create(input)).toMatchObject({ webhook: null, userErrors: [{ code, field }] });
    expect(await stored()).toBeNull();
  });

  it('tells that there is one whose key is kept, and changes nothing', async () => {
    await create();
    const before = await stored();
    expect(codes(await create())).toEqual(['ALREADY_EXISTS']);
    expect((await stored())?.key?.reveal()).toBe(before?.key?.reveal());
  });

  it('tells that the key of the one there is was lost, offers to replace it, and does', async () => {
    await create('{ events: [SLEEP] }');
    const lost = await stored();
    await gateway.store.webhooks.delete(lost?.id ?? '');
    const told = await create();
    expect(told).toMatchObject({ webhook: { id: lost?.id, keyKept: false }, userErrors: [{ code: 'KEY_LOST' }] });
    expect(told?.userErrors[0]?.message).toContain('replace: true');
    expect(await gateway.simulator.deliver(SLEEP)).toBe(401);
    expect(codes(await create('{ replace: true }'))).toEqual([]);
    expect((await stored())?.id).not.toBe(lost?.id);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('replaces one whose key is kept, too', async () => {
    await create();
    const before = await stored();
    expect(codes(await create('{ replace: true, events: [SLEEP] }'))).toEqual([]);
    expect((await stored())?.key?.reveal()).not.toBe(before?.key?.reveal());
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('works when the one whose key is kept was deleted elsewhere: the old key does not refuse the PING', async () => {
    await create();
    const id = (await stored())?.id;
    await fetch(`${gateway.simulator.url}/v3/webhooks/${id}`, {
      method: 'DELETE',
      headers: { authorization: basicOf(CLIENT) },
    });
    const { data } = await gateway.partner<{ partner: { webhook: object } }>(`{ partner { webhook ${WEBHOOK} } }`);
    expect(data.partner.webhook).toMatchObject({ id, existsAtAccessLink: false, active: null, keyKept: true });
    expect(codes(await create())).toEqual([]);
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('deletes again what it cannot keep the key of', async () => {
    Object.assign(gateway.store.webhooks, { put: () => Promise.reject(new StoreError('full', 'no room')) });
    const { errors } = await gateway.partner(`mutation { createWebhook(input: {}) ${PAYLOAD} }`);
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(upstream().at(-1)).toMatch(/^DELETE /);
  });

  it('of two at once, one creates it and the other is told', async () => {
    const both = await Promise.all([create(), create()]);
    expect(both.map(codes).flat()).toHaveLength(1);
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

describe('the webhook that there is', () => {
  it('changes its types and its address', async () => {
    await create('{ events: [SLEEP] }');
    const changed = await change('updateWebhook(input: { events: [EXERCISE, SLEEP] })');
    expect(changed).toMatchObject({ userErrors: [], webhook: { events: ['EXERCISE', 'SLEEP'], keyKept: true } });
    expect(await stored()).toMatchObject({ events: ['EXERCISE', 'SLEEP'], url: `${gateway.url}/webhooks/polar` });
    const moved = await change(`updateWebhook(input: { url: "${gateway.url}/webhooks/polar?v=2" })`);
    expect(moved?.webhook?.['url']).toBe(`${gateway.url}/webhooks/polar?v=2`);
    expect(codes(await change('updateWebhook(input: { url: "http://127.0.0.1:1/" })'))).toEqual(['REFUSED']);
    expect(codes(await change('updateWebhook(input: { events: [] })'))).toEqual(['INVALID_EVENTS']);
    upstream();
    expect(codes(await change('updateWebhook(input: {})'))).toEqual([]);
    expect(upstream()).not.toContainEqual(expect.stringMatching(/^PATCH/));
  });

  it('is switched off and on', async () => {
    await create();
    expect((await change('deactivateWebhook'))?.webhook).toMatchObject({ active: false, paused: true });
    expect((await stored())?.pausedAt).toBe(NOW);
    expect(await gateway.simulator.deliver(SLEEP)).toBeNull();
    expect((await change('activateWebhook'))?.webhook).toMatchObject({ active: true, paused: false });
    expect(await gateway.simulator.deliver(SLEEP)).toBe(200);
  });

  it('is deleted in both places', async () => {
    await create();
    expect(await change('deleteWebhook')).toEqual({ webhook: null, userErrors: [] });
    expect(await stored()).toBeNull();
    expect(await gateway.simulator.deliver(SLEEP)).toBeNull();
  });

  it.each(['updateWebhook(input: { events: [SLEEP] })', 'activateWebhook', 'deactivateWebhook', 'deleteWebhook'])(
    'does not exist: %s says so',
    async (mutation) => {
      expect(await change(mutation)).toMatchObject({ webhook: null, userErrors: [{ code: 'NOT_FOUND' }] });
    },
  );
});

describe('the partner', () => {
  const QUERY =
    '{ partner { users(first: 2) { nodes { polarUserId linkState linkedAt } pageInfo { hasNextPage endCursor } } } }';

  it('sees the people who signed in, in pages, and asks AccessLink nothing for that', async () => {
    for (const id of ['47110001', '47110002', '47110003']) await gateway.signIn(id);
    await gateway.store.users.mark('47110002', 'broken');
    const { data } = await gateway.partner<{ partner: { users: object } }>(QUERY);
    expect(data.partner.users).toMatchObject({
      nodes: [
        { polarUserId: '47110001', linkState: 'LINKED', linkedAt: '2026-11-22T18:30:00.000Z' },
        { polarUserId: '47110002', linkState: 'BROKEN' },
      ],
      pageInfo: { hasNextPage: true, endCursor: '47110002' },
    });
    const rest = await gateway.partner<{ partner: { users: { edges: object[] } } }>(
      '{ partner { users(last: 5, after: "47110002") { edges { cursor node { polarUserId } } } } }',
    );
    expect(rest.data.partner.users.edges).toEqual([{ cursor: '47110003', node: { polarUserId: '47110003' } }]);
    expect(upstream()).toEqual([]);
  });

  it('sees for whom data wait', async () => {
    const { data } = await gateway.partner<{ partner: { notifications: { polarUserId: string; type: string }[] } }>(
      '{ partner { notifications { polarUserId type } } }',
    );
    expect(data.partner.notifications.length).toBeGreaterThan(0);
    expect(data.partner.notifications[0]).toEqual({
      polarUserId: expect.stringMatching(/^\d+$/),
      type: expect.any(String),
    });
  });

  it('may also come with the key', async () => {
    const { data } = await gateway.ask<{ partner: object }>(QUERY, { headers: { 'accesslink-partner-key': KEY } });
    expect(data.partner).not.toBeNull();
  });

  it('cannot plan a change: nothing is deleted here for it', async () => {
    await create();
    const { errors } = await gateway.partner(`mutation { deleteWebhook ${PAYLOAD} }`, { 'accesslink-plan': 'only' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await stored()).not.toBeNull();
  });
});

describe('whoever is not the partner', () => {
  it.each(['a person who signed in', 'a person with a token', 'nobody', 'somebody with another secret'])(
    '%s sees nothing of it, and changes nothing',
    async (who) => {
      await create();
      const people: Record<string, Record<string, string>> = {
        'a person who signed in': { authorization: await gateway.signIn() },
        'a person with a token': headersOf(gateway.simulator, 0),
        'somebody with another secret': { authorization: basicOf({ ...CLIENT, secret: 'wrong' }) },
      };
      const headers = people[who] ?? {};
      upstream();
      const query = `{ partner { users { nodes { polarUserId } } notifications { type } webhook ${WEBHOOK} } }`;
      expect((await gateway.ask<{ partner: null }>(query, { headers })).data.partner).toBeNull();
      for (const mutation of ['createWebhook(input: { replace: true })', 'deleteWebhook', 'deactivateWebhook']) {
        const { errors, data } = await gateway.ask(`mutation { ${mutation} ${PAYLOAD} }`, { headers });
        expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
      }
      expect(upstream()).toEqual([]);
      expect(await stored()).not.toBeNull();
    },
  );

  it('has no means to ask with the client credential, by its types', () => {
    expectTypeOf<Viewer>().not.toExtend<Partner>();
    expectTypeOf<Transport>().not.toExtend<ClientTransport>();
    expectTypeOf<Omit<Context, 'partner'>>().not.toHaveProperty('send');
    expectTypeOf<ReturnType<Context['partner']>>().toEqualTypeOf<Partner | null>();
  });
});
