import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type TestResponse, NOW, at, send } from './simulator-client.ts';
import { type Receiver, hmac, startReceiver } from './webhook-receiver.ts';

const AINO = '47110001';
const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;

let sim: Simulator;
let receiver: Receiver;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW });
  receiver = await startReceiver();
});
afterEach(async () => {
  await sim.close();
  await receiver.close();
});

const client = (request: string, body?: unknown): Promise<TestResponse> =>
  send(sim, request, { authorization: 'client', body });
const create = (events: readonly string[] = ['SLEEP', 'EXERCISE', 'ACTIVITY_SUMMARY']): Promise<TestResponse> =>
  client('POST /v3/webhooks', { events, url: receiver.url });
const isActive = async (): Promise<unknown> => at((await client('GET /v3/webhooks')).json, 'data', 0, 'active');

async function created(): Promise<{ id: string; key: string }> {
  const { json } = await create();
  return { id: String(at(json, 'data', 'id')), key: String(at(json, 'data', 'signature_secret_key')) };
}

describe('creating the webhook', () => {
  it('pings the url first, with a signature by the key that only the response contains', async () => {
    const received = await create(['SLEEP', 'SLEEP']);
    const key = String(at(received.json, 'data', 'signature_secret_key'));
    expect(received.status).toBe(201);
    expect(at(received.json, 'data')).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      events: ['SLEEP'],
      url: receiver.url,
      signature_secret_key: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    expect(receiver.deliveries).toHaveLength(1);
    const [ping] = receiver.deliveries;
    expect(ping?.body).toBe('{"timestamp":"2026-11-22T18:30:00Z","event":"PING"}');
    expect(ping?.headers).toMatchObject({
      'polar-webhook-event': 'PING',
      'polar-webhook-signature': hmac(ping?.body ?? '', key),
    });
    const listed = await client('GET /v3/webhooks');
    expect(listed.text).not.toContain(key);
    expect(at(listed.json, 'data')).toMatchObject([{ events: ['SLEEP'], url: receiver.url, active: true }]);
  });

  it.each([204, 302, 500, 0])('creates nothing when the response to the ping is %i', async (status) => {
    receiver.answerWith(status);
    expect(await create()).toMatchObject({ status: 400, json: { errorType: 'bad_request' } });
    expect((await client('GET /v3/webhooks')).json).toEqual({ data: [] });
  });

  it('creates one and no second, also when both requests are concurrent', async () => {
    const statuses = await Promise.all([create(), create()]);
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await create()).status).toBe(409);
  });

  it.each([
    [{ events: ['SLEEP'] }],
    [{ events: ['SLEEP'], url: 'nowhere' }],
    [{ events: ['SLEEP'], url: 'ftp://127.0.0.1/' }],
    [{ events: [], url: 'http://127.0.0.1:1/' }],
    [{ events: ['SLEEP', 'FIRE'], url: 'http://127.0.0.1:1/' }],
    [undefined],
  ])('rejects %j with 400', async (body) => {
    expect((await client('POST /v3/webhooks', body)).status).toBe(400);
  });

  it('accepts PHYSICAL_INFORMATION in the live dialect only', async () => {
    sim.setDialect('documented');
    expect((await create(['PHYSICAL_INFORMATION'])).status).toBe(400);
    sim.setDialect('live');
    expect((await create(['PHYSICAL_INFORMATION'])).status).toBe(201);
  });
});

describe('managing the webhook', () => {
  it('changes events without a ping, and the url with one', async () => {
    const { id } = await created();
    const events = await client(`PATCH /v3/webhooks/${id}`, { events: ['EXERCISE'], url: receiver.url });
    expect(events).toMatchObject({ status: 200, json: { data: [{ id, events: ['EXERCISE'], active: true }] } });
    expect(receiver.deliveries).toHaveLength(1);
    const moved = await client(`PATCH /v3/webhooks/${id}`, { url: `${receiver.url}/2` });
    expect(moved).toMatchObject({ status: 200, json: { data: [{ events: ['EXERCISE'], url: `${receiver.url}/2` }] } });
    expect(receiver.deliveries).toHaveLength(2);
    receiver.answerWith(500);
    expect((await client(`PATCH /v3/webhooks/${id}`, { url: receiver.url })).status).toBe(400);
    expect(at((await client('GET /v3/webhooks')).json, 'data', 0, 'url')).toBe(`${receiver.url}/2`);
  });

  it('deletes it by its id, once', async () => {
    const { id } = await created();
    expect((await client('DELETE /v3/webhooks/other')).status).toBe(404);
    expect((await client('PATCH /v3/webhooks/other', { events: ['SLEEP'] })).status).toBe(404);
    expect((await client(`DELETE /v3/webhooks/${id}`)).status).toBe(204);
    expect((await client(`DELETE /v3/webhooks/${id}`)).status).toBe(404);
    expect((await create()).status).toBe(201);
  });

  it('deactivates it, and activates it with a ping', async () => {
    expect((await client('POST /v3/webhooks/activate')).status).toBe(204);
    expect((await client('POST /v3/webhooks/deactivate')).status).toBe(204);
    await created();
    expect((await client('POST /v3/webhooks/deactivate')).status).toBe(200);
    expect([await isActive(), await sim.deliver(SLEEP)]).toEqual([false, null]);
    receiver.answerWith(404);
    expect((await client('POST /v3/webhooks/activate')).status).toBe(400);
    expect(await isActive()).toBe(false);
    receiver.answerWith(200);
    expect((await client('POST /v3/webhooks/activate')).status).toBe(200);
    expect([await isActive(), await sim.deliver(SLEEP)]).toEqual([true, 200]);
  });

  it('accepts the client only, which cannot read data of users', async () => {
    const paths = ['GET /v3/webhooks', 'POST /v3/webhooks/activate', 'DELETE /v3/webhooks/x'];
    const strangers = ['', 'Bearer simulator-token-aino', `Basic ${btoa('simulator-client:wrong')}`];
    for (const path of paths) {
      for (const authorization of strangers) expect((await send(sim, path, { authorization })).status).toBe(401);
    }
    expect((await client('GET /v3/users/sleep')).status).toBe(401);
    expect((await client('GET /v3/nowhere')).status).toBe(404);
  });
});
