import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type TestResponse, NOW, at, send } from './simulator-client.ts';
import { type Receiver, hmac, startReceiver } from './webhook-receiver.ts';

const AINO = '47110001';
const SLEEP = { type: 'SLEEP', userId: AINO, date: '2026-11-20' } as const;
const DAY_MS = 86_400_000;

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

describe('a delivery', () => {
  it.each([
    [{ type: 'SLEEP', date: '2026-11-20' }, { date: '2026-11-20' }, '/users/sleep/2026-11-20'],
    [{ type: 'ACTIVITY_SUMMARY' }, { date: '2026-11-22' }, '/users/activities/2026-11-22'],
    [{ type: 'CONTINUOUS_HEART_RATE' }, { date: '2026-11-22' }, '/users/continuous-heart-rate/2026-11-22'],
    [{ type: 'EXERCISE', entityId: 'aQlC83' }, { entity_id: 'aQlC83' }, '/exercises/aQlC83'],
    [
      { type: 'SLEEP_WISE_ALERTNESS', from: '2026-11-20', to: '2026-11-22' },
      { from: '2026-11-20', to: '2026-11-22' },
      '/users/sleepwise/alertness/date?from=2026-11-20&to=2026-11-22',
    ],
    [
      { type: 'SLEEP_WISE_CIRCADIAN_BEDTIME' },
      { from: '2026-11-22', to: '2026-11-22' },
      '/users/sleepwise/circadian_bedtime/date?from=2026-11-22&to=2026-11-22',
    ],
    [{ type: 'PHYSICAL_INFORMATION' }, {}, '/users/physical-info'],
  ] as const)('of %j looks as documented, and is signed over its bytes', async (event, subject, url) => {
    const received = await create([event.type]);
    const key = String(at(received.json, 'data', 'signature_secret_key'));
    expect(await sim.deliver({ ...event, userId: AINO })).toBe(200);
    const delivered = receiver.deliveries.at(-1);
    expect(JSON.parse(delivered?.body ?? '')).toEqual({
      event: event.type,
      user_id: 47_110_001,
      ...subject,
      timestamp: '2026-11-22T18:30:00Z',
      url: `https://www.polaraccesslink.com/v3${url}`,
    });
    expect(delivered?.headers['content-type']).toBe('application/json');
    expect(delivered?.headers['polar-webhook-event']).toBe(event.type);
    expect(delivered?.headers['polar-webhook-signature']).toBe(hmac(delivered?.body ?? '', key));
  });

  it('of an event without a subscription, or without a webhook, is not sent', async () => {
    expect(await sim.deliver(SLEEP)).toBeNull();
    await create(['EXERCISE']);
    expect(await sim.deliver(SLEEP)).toBeNull();
    expect(receiver.deliveries).toHaveLength(1);
    await expect(sim.deliver({ type: 'EXERCISE', userId: AINO })).rejects.toThrow(/entityId is missing/);
  });

  it('keeps every digit of a 64-bit user id', async () => {
    await created();
    await sim.deliver({ ...SLEEP, userId: '9007199254740993' });
    expect(receiver.deliveries.at(-1)?.body).toContain('"user_id":9007199254740993,');
  });

  it('can be sent several times, unsigned, badly signed, or with any body', async () => {
    const { key } = await created();
    expect(await sim.deliver(SLEEP, { times: 3 })).toBe(200);
    expect(new Set(receiver.deliveries.slice(1).map(({ body }) => body)).size).toBe(1);
    expect(receiver.deliveries).toHaveLength(4);
    await sim.deliver(SLEEP, { unsigned: true });
    expect(receiver.deliveries.at(-1)?.headers).not.toHaveProperty('polar-webhook-signature');
    await sim.deliver(SLEEP, { badSignature: true });
    const forged = receiver.deliveries.at(-1);
    expect(forged?.headers['polar-webhook-signature']).toMatch(/^[0-9a-f]{64}$/);
    expect(forged?.headers['polar-webhook-signature']).not.toBe(hmac(forged?.body ?? '', key));
    await sim.deliver(SLEEP, { body: 'ü{' });
    const odd = receiver.deliveries.at(-1);
    expect([odd?.body, odd?.headers['polar-webhook-signature']]).toEqual(['ü{', hmac('ü{', key)]);
  });

  it('resolves with the status of the response, and with 0 without a response', async () => {
    await created();
    for (const status of [503, 302, 0]) {
      receiver.answerWith(status);
      expect(await sim.deliver(SLEEP)).toBe(status);
    }
  });

  it('deactivates the webhook when all fail for seven days, and not when one succeeds in between', async () => {
    await created();
    const failOn = async (day: number, status = 500): Promise<unknown> => {
      sim.setClock(NOW + day * DAY_MS);
      receiver.answerWith(status);
      await sim.deliver(SLEEP);
      return isActive();
    };
    expect([await failOn(0), await failOn(6.9), await failOn(6.95, 200)]).toEqual([true, true, true]);
    expect([await failOn(7), await failOn(13.9), await failOn(14)]).toEqual([true, true, false]);
    expect(await sim.deliver(SLEEP)).toBeNull();
  });
});
