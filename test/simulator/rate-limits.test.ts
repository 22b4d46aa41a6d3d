import { afterEach, describe, expect, it } from 'vitest';
import { createRateWindows, documentedLimits } from '../../src/simulator/rate-limits.ts';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { NOW, get, send } from './simulator-client.ts';

let sim: Simulator;
afterEach(() => sim.close());

const QUARTER_MS = 15 * 60_000;
const PATH = '/v3/users/sleep/available';
const request = (): ReturnType<typeof get> => get(sim, PATH, sim.people[0]?.token ?? '');
const header = (received: Awaited<ReturnType<typeof request>>, name: string): string | null =>
  received.headers.get(`ratelimit-${name}`);

describe('the rate limit', () => {
  it('is 500 + 20n and 5000 + 100n by default, and every response states it', async () => {
    sim = await createSimulator({ now: () => NOW });
    const n = sim.people.filter(({ isRegistered }) => isRegistered).length;
    const received = await request();
    expect(header(received, 'limit')).toBe(`${500 + 20 * n}, ${5000 + 100 * n}`);
    expect(header(received, 'usage')).toBe('1, 1');
    expect(header(received, 'reset')).toBe('900, 86400');
    expect(documentedLimits(1)).toEqual({ short: 520, long: 5100 });
  });

  it('counts errors of every kind, whose responses have its headers too', async () => {
    sim = await createSimulator({ now: () => NOW });
    const unauthorized = await get(sim, PATH, 'nobody');
    const missing = await get(sim, '/nowhere', sim.people[0]?.token ?? '');
    expect([unauthorized.status, header(unauthorized, 'usage')]).toEqual([401, '1, 1']);
    expect([missing.status, header(missing, 'usage')]).toEqual([404, '2, 2']);
  });

  it('is exceeded with 429 in the short window, counts on in the long one, and resets after 15 minutes', async () => {
    sim = await createSimulator({ limits: { short: 2, long: 5 } });
    sim.setClock(NOW);
    await request();
    sim.setClock(NOW + QUARTER_MS - 1000);
    expect((await request()).status).toBe(200);
    const refused = await request();
    expect([refused.status, header(refused, 'usage'), header(refused, 'reset')]).toEqual([429, '3, 3', '1, 85501']);
    sim.setClock(NOW + QUARTER_MS);
    expect((await request()).status).toBe(200);
    expect((await request()).status).toBe(200);
    sim.setClock(NOW + 2 * QUARTER_MS);
    const exhausted = await request();
    expect([exhausted.status, header(exhausted, 'usage')]).toEqual([429, '1, 6']);
    sim.setClock(NOW + 96 * QUARTER_MS);
    expect((await request()).status).toBe(200);
  });

  it('counts requests of the client and changes of data too, with their faults', async () => {
    sim = await createSimulator({ now: () => NOW, limits: { short: 3, long: 9 } });
    const client = (request: string): ReturnType<typeof get> => send(sim, request, { authorization: 'client' });
    sim.addFault({ kind: 'status', status: 503, path: '/v3/webhooks', times: 1 });
    expect(header(await client('GET /v3/notifications'), 'usage')).toBe('1, 1');
    expect((await client('POST /v3/webhooks/activate')).status).toBe(503);
    expect((await client('DELETE /v3/users/47110001')).status).toBe(401);
    const refused = await client('GET /v3/notifications');
    expect([refused.status, header(refused, 'usage')]).toEqual([429, '4, 4']);
  });

  it('can be changed while it runs', async () => {
    sim = await createSimulator({ now: () => NOW });
    await request();
    sim.setLimits({ short: 1, long: 9 });
    expect((await request()).status).toBe(429);
    sim.setLimits({ short: 10, long: 90 });
    expect(header(await request(), 'limit')).toBe('10, 90');
  });

  it('starts its windows with the first request, not before', () => {
    const windows = createRateWindows({ short: 9, long: 9 });
    expect(windows.count(NOW).headers['RateLimit-Reset']).toBe('900, 86400');
    expect(windows.count(NOW + 60_500).headers['RateLimit-Reset']).toBe('840, 86340');
  });
});
