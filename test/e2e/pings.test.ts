// A PING in every form in which AccessLink sends it: answered with 200, and nothing else.
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AINO, createWebhook, type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { codesOf, webhookDesk } from '../support/partner.ts';

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

const sign = (body: string, by = key) => createHmac('sha256', by).update(body).digest('hex');
const nothing = async () => expect(await gateway.store.inbox.pending()).toBe(0);

async function post(body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<number> {
  const url = gateway.url + PATH;
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
  await response.body?.cancel();
  return response.status;
}

describe('a PING', () => {
  const ping = '{"timestamp":"2026-11-22T18:30:00Z","event":"PING"}';
  const named = { 'polar-webhook-event': 'PING' };

  it.each([
    ['signed', ping, { 'polar-webhook-signature': () => sign(ping) }],
    ['unsigned', ping, {}],
    ['signed with another key', ping, { 'polar-webhook-signature': () => sign(ping, 'another key') }],
    ['signed with nonsense', ping, { 'polar-webhook-signature': () => 'PING' }],
    ['named by its header too', ping, named],
    ['named by its header alone, without a body', '', named],
    ['named by its header in small letters', '', { 'polar-webhook-event': ' ping ' }],
    ['named by its header alone, with a body that cannot be parsed', '{', named],
    ['named by its header alone, with a body of another form', '{"type":"PING"}', named],
    ['in small letters', '{"event":"ping"}', {}],
    ['in an object of its own', `{"data":${ping}}`, {}],
    ['a word alone', 'PING', { 'content-type': 'text/plain' }],
    ['a form', 'event=PING', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['named by its header, compressed', gzipSync(ping), { ...named, 'content-encoding': 'gzip' }],
    ['named by its header, too long', Buffer.alloc(70_000, 32), named],
  ])('is acknowledged, and does nothing, when it is %s', async (_, body, headers) => {
    const values = Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value()]);
    expect(await post(body, Object.fromEntries(values))).toBe(200);
    await nothing();
  });

  it('is no way around the signature: a body of another event is judged by itself', async () => {
    const body = BODY.replace('18:30', '18:40');
    expect(await post(body, named)).toBe(401);
    await nothing();
    expect(await post(body, { ...named, 'polar-webhook-signature': sign(body) })).toBe(200);
    await gateway.idle();
  });
});

describe('a webhook that was deactivated', () => {
  it('is activated although its key is stored: the PING of the activation may be unsigned', async () => {
    const desk = webhookDesk(gateway);
    await desk.change('deactivateWebhook');
    desk.upstream();
    const ping = '{"timestamp":"2026-01-18T08:25:10.02Z","event":"PING"}';
    expect(await post(ping, { 'polar-webhook-event': 'PING' })).toBe(200);
    expect(codesOf(await desk.change('activateWebhook'))).toEqual([]);
    expect(desk.upstream()[0]).toBe('POST /v3/webhooks/activate');
    expect(await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO })).toBe(200);
    await gateway.idle();
  });
});
