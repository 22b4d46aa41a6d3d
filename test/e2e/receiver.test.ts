// The receiver of deliveries on a real socket: it accepts what Polar has signed, and nothing else.
import { createHmac } from 'node:crypto';
import { request as openRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { forgery } from '../support/forgeries.ts';

const PATH = '/webhooks/polar';
const BODY = JSON.stringify({
  event: 'SLEEP',
  user_id: 47110001,
  date: '2026-11-21',
  timestamp: '2026-11-22T18:30:00Z',
});

let gateway: WebhookGateway;
let key: string;
beforeAll(async () => {
  gateway = await startWebhookGateway();
  await createWebhook(gateway);
  key = (await gateway.store.webhooks.find())?.key?.reveal() ?? '';
});
afterAll(() => gateway.close());
afterEach(() => gateway.idle());

const sign = (body: string | Buffer, by = key) => createHmac('sha256', by).update(body).digest('hex');
const nothing = async () => expect(await gateway.store.inbox.pending()).toBe(0);

async function post(body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(gateway.url + PATH, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  await response.body?.cancel();
  return response.status;
}

describe('a delivery that is signed', () => {
  it.each([
    ['in lower case', (signature: string) => signature],
    ['in upper case', (signature: string) => signature.toUpperCase()],
  ])('by %s is accepted', async (name, spell) => {
    const body = BODY.replace('18:30', name.includes('lower') ? '18:31' : '18:32');
    expect(await post(body, { 'polar-webhook-signature': spell(sign(body)) })).toBe(200);
  });

  it('is accepted without a Content-Length', async () => {
    const body = BODY.replace('18:30', '18:33');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = openRequest(gateway.url + PATH, {
        method: 'POST',
        headers: { 'polar-webhook-signature': sign(body), 'transfer-encoding': 'chunked' },
      });
      sent.on('error', reject).on('response', (response) => resolve(response.resume().statusCode));
      sent.write(body.slice(0, 20));
      setTimeout(() => sent.end(body.slice(20)), 20);
    });
    expect(status).toBe(200);
  });

  it('and cannot be parsed is accepted, and logged', async () => {
    gateway.notices.splice(0);
    for (const body of ['{', '[]', 'null', '"\u0000"', '{"event":5}', Buffer.from([0, 255, 254])]) {
      expect(await post(body, { 'polar-webhook-signature': sign(body) })).toBe(200);
    }
    await gateway.idle();
    expect(gateway.notices).toEqual(Array.from({ length: 6 }, () => 'unreadable delivery'));
  });
});

describe('a delivery that is not signed', () => {
  it('is rejected in each of a thousand forms, and nothing is stored', async () => {
    const statuses = new Map<number, number>();
    for (let round = 0; round < 1000; round += 20) {
      const batch = Array.from({ length: 20 }, (_, index) => forgery({ body: BODY, key }, round + index));
      for (const status of await Promise.all(batch.map(({ body, headers }) => post(body, headers)))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    expect([...statuses]).toEqual([[401, 1000]]);
    await nothing();
  });

  it.each([
    ['longer than 64 KiB, signed', { status: 413, body: Buffer.alloc(65_537, 32), encoding: 'identity' }],
    ['compressed', { status: 415, body: gzipSync(BODY), encoding: 'gzip' }],
    ['compressed according to its header', { status: 415, body: Buffer.from(BODY), encoding: 'br' }],
  ])('is rejected when it is %s', async (_, { status, body, encoding }) => {
    const headers = { 'polar-webhook-signature': sign(body), 'content-encoding': encoding };
    expect(await post(body, headers)).toBe(status);
    await nothing();
  });

  it('is rejected when it grows beyond 64 KiB without a Content-Length', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const sent = openRequest(gateway.url + PATH, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
      sent.on('error', () => {}).on('response', (response) => resolve(response.resume().statusCode));
      for (let chunk = 0; chunk < 9; chunk++) sent.write(Buffer.alloc(8192, 32));
    });
    expect(status).toBe(413);
    await nothing();
  });

  // At this pace the body would be whole after many times the time limit.
  it('is rejected when it does not come to its end', async () => {
    const hasty = await startWebhookGateway({ timerSpeed: 20 });
    const status = await new Promise<number | undefined>((resolve) => {
      const sent = openRequest(hasty.url + PATH, { method: 'POST', headers: { 'content-length': '200' } });
      sent.on('error', () => {}).on('response', (response) => resolve(response.resume().statusCode));
      sent.write(BODY.slice(0, 10));
      const drip = setInterval(() => sent.write(' '), 100);
      sent.on('response', () => clearInterval(drip));
    });
    expect([status, await hasty.store.inbox.pending()]).toEqual([408, 0]);
    await hasty.close();
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('is rejected when its method is %s', async (method) => {
    const response = await fetch(gateway.url + PATH, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('causes no report', () => {
    expect(gateway.reports).toEqual([]);
  });
});

describe('a server without a signing key', () => {
  let bare: WebhookGateway;
  beforeEach(async () => {
    bare = await startWebhookGateway();
    return () => bare.close();
  });
  const send = (body: string, by: string) =>
    fetch(bare.url + PATH, { method: 'POST', body, headers: { 'polar-webhook-signature': sign(body, by) } });

  it('acknowledges a PING, and accepts nothing else', async () => {
    expect((await send('{"event":"PING"}', 'any')).status).toBe(200);
    const headers = { 'polar-webhook-event': 'PING' };
    expect((await fetch(bare.url + PATH, { method: 'POST', headers })).status).toBe(200);
    for (const body of [BODY, '{}', '', '{"event":"PINGED"}', '{"type":"PING"}', 'PING PING']) {
      expect((await send(body, '')).status).toBe(401);
    }
    expect(await bare.store.inbox.pending()).toBe(0);
  });
});

describe('a delivery while the store fails', () => {
  it('gets 503, so that Polar tries again, and is accepted then', async () => {
    const broken = await startWebhookGateway();
    await createWebhook(broken);
    const { inbox } = broken.store;
    const working = { ...inbox };
    Object.assign(inbox, { add: () => Promise.reject(new StoreError('full', 'no room')) });
    await broken.signIn();
    const deliver = () => broken.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-21' });
    expect(await deliver()).toBe(503);
    Object.assign(inbox, working);
    expect(await deliver()).toBe(200);
    await broken.idle();
    expect(await broken.store.events.latest(AINO)).not.toBeNull();
    await broken.close();
  });
});
