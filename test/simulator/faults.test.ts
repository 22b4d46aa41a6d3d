import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { NOW, get } from './simulator-client.ts';

let sim: Simulator;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW });
});
afterEach(() => sim.close());

const SLEEP = '/v3/users/sleep/available';
const token = (person = 0): string => sim.people[person]?.token ?? '';
const request = (path = SLEEP, person = 0): ReturnType<typeof get> => get(sim, path, token(person));

describe('a fault', () => {
  it('responds with a status, 503 by default', async () => {
    sim.addFault({ kind: 'status', times: 1 });
    sim.addFault({ kind: 'status', status: 429, times: 1 });
    expect([(await request()).status, (await request()).status, (await request()).status]).toEqual([503, 429, 200]);
  });

  it('responds with a body and headers of its own', async () => {
    sim.addFault({ kind: 'status', status: 400, json: { error: { corr_id: 'c1' } }, headers: { 'Retry-After': '7' } });
    const response = await fetch(sim.url + SLEEP);
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      400,
      '7',
      { error: { corr_id: 'c1' } },
    ]);
  });

  it('redirects with a status and to an address of its own', async () => {
    sim.addFault({ kind: 'redirect', status: 301, headers: { Location: 'https://www.example.org/' } });
    const response = await fetch(sim.url + SLEEP, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, 'https://www.example.org/']);
  });

  it('delays the ordinary response, and delays add up', async () => {
    sim.addFault({ kind: 'delay', delayMs: 60 });
    sim.addFault({ kind: 'delay', delayMs: 60, path: 'sleep' });
    const start = performance.now();
    expect((await request()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('delays and then fails', async () => {
    sim.addFault({ kind: 'delay', delayMs: 60 });
    sim.addFault({ kind: 'status', status: 500 });
    const start = performance.now();
    expect((await request()).status).toBe(500);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  it('hangs until the client gives up', async () => {
    sim.addFault({ kind: 'hang' });
    await expect(fetch(sim.url + SLEEP, { signal: AbortSignal.timeout(1000) })).rejects.toThrow(/timeout/i);
    expect(sim.requests[0]?.status).toBe(0);
  });

  it('hangs without keeping the simulator from closing', async () => {
    sim.addFault({ kind: 'hang' });
    const asked = request().catch((error: unknown) => String(error));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sim.close();
    expect(await asked).toContain('fetch failed');
  });

  it('cuts the connection in the middle of the body', async () => {
    sim.addFault({ kind: 'cut' });
    const response = await fetch(sim.url + SLEEP);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated|aborted/);
  });

  it('responds with 200 and a body that is not JSON', async () => {
    sim.addFault({ kind: 'garbage' });
    const received = await request();
    expect(received).toMatchObject({ status: 200, json: null });
    expect(received.headers.get('content-type')).toBe('application/json');
  });

  it('responds with a page, 401 by default', async () => {
    sim.addFault({ kind: 'html', times: 1 });
    sim.addFault({ kind: 'html', status: 502 });
    const [first, second] = [await request(), await request()];
    expect([first.status, second.status]).toEqual([401, 502]);
    expect(second.text).toContain('<html>');
  });

  it('redirects to another path', async () => {
    sim.addFault({ kind: 'redirect' });
    const received = await request();
    expect([received.status, received.headers.get('location')]).toEqual([302, '/elsewhere']);
  });

  it('streams far more than 64 MiB of valid JSON', async () => {
    sim.addFault({ kind: 'oversize', times: 1 });
    const text = await (await fetch(sim.url + SLEEP)).text();
    expect(text.length).toBeGreaterThan(90 * 1024 * 1024);
    expect(JSON.parse(text)).toHaveLength(1536);
  });

  it('stops streaming when the client hangs up', async () => {
    sim.addFault({ kind: 'oversize', times: 1 });
    const response = await fetch(sim.url + SLEEP);
    await response.body?.cancel();
    expect((await request()).status).toBe(200);
  });

  it('applies only to its path, its user and its number of requests', async () => {
    sim.addFault({ kind: 'status', path: '/sleep', userId: sim.people[0]?.userId ?? '', times: 2 });
    expect((await request('/v3/users/activities')).status).toBe(200);
    expect((await request(SLEEP, 1)).status).toBe(200);
    expect([(await request()).status, (await request()).status, (await request()).status]).toEqual([503, 503, 200]);
  });

  it('ends when it is cleared', async () => {
    sim.addFault({ kind: 'status' });
    expect((await request()).status).toBe(503);
    sim.clearFaults();
    expect((await request()).status).toBe(200);
  });
});

it('every request is recorded with its user and status, in order', async () => {
  sim.addFault({ kind: 'status', path: 'activities', status: 500 });
  await request();
  await request('/v3/users/activities?steps=true');
  await get(sim, '/v3/exercises', 'nobody');
  expect(sim.requests).toEqual([
    { method: 'GET', path: SLEEP, userId: '47110001', credential: 'bearer', status: 200 },
    { method: 'GET', path: '/v3/users/activities?steps=true', userId: '47110001', credential: 'bearer', status: 500 },
    { method: 'GET', path: '/v3/exercises', userId: null, credential: 'bearer', status: 401 },
  ]);
  sim.clearRequests();
  expect(sim.requests).toEqual([]);
});
