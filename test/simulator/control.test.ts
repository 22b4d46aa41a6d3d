import { describe, expect, it } from 'vitest';
import { NOW, useSimulator } from './simulator-client.ts';

const steered = useSimulator({ control: true });
const plain = useSimulator();

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${steered.sim().url}/control/${path}`, init);
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text) };
}

describe('the control API', () => {
  it('is off by default', async () => {
    for (const path of ['requests', 'clock', 'faults']) {
      expect((await plain.request(`/control/${path}`)).status).toBe(404);
    }
  });

  it('lists and clears the recorded requests, which contain none of its own', async () => {
    await control('DELETE', 'requests');
    const { headers } = await steered.request('/v3/users/47110001');
    const seen = await control('GET', 'requests');
    const request = {
      method: 'GET',
      path: '/v3/users/47110001',
      userId: '47110001',
      credential: 'bearer',
      status: 200,
    };
    expect(seen.json).toEqual([request]);
    const next = await steered.request('/v3/users/47110001');
    const usage = (all: Headers): number => Number.parseInt(all.get('ratelimit-usage') ?? '', 10);
    expect(usage(next.headers) - usage(headers)).toBe(1);
    expect((await control('DELETE', 'requests')).status).toBe(204);
    expect((await control('GET', 'requests')).json).toEqual([]);
  });

  it('stops and restarts the clock', async () => {
    expect((await control('PUT', 'clock', { now: '2026-11-23T18:30:00Z' })).status).toBe(204);
    expect((await steered.request('/v3/users/activities/2026-11-23')).status).toBe(200);
    expect((await control('PUT', 'clock', { now: null })).status).toBe(204);
    expect((await steered.request('/v3/users/activities/2026-11-23')).status).toBe(204);
    expect(NOW).toBeLessThan(Date.parse('2026-11-23T00:00:00Z'));
  });

  it('changes the dialect', async () => {
    await control('PUT', 'dialect', { dialect: 'documented' });
    expect((await steered.request('/v3/users/47110001')).json).not.toHaveProperty('extra-info');
    await control('PUT', 'dialect', { dialect: 'live' });
    expect((await steered.request('/v3/users/47110001')).json).toHaveProperty('extra-info');
  });

  it('adds and clears faults', async () => {
    const fault = {
      kind: 'status',
      status: 418,
      path: '/v3/users',
      userId: '47110001',
      times: 3,
      delayMs: 0,
      json: [],
      headers: {},
    };
    expect((await control('POST', 'faults', fault)).status).toBe(204);
    expect((await steered.request('/v3/users/47110001')).status).toBe(418);
    expect((await control('DELETE', 'faults')).status).toBe(204);
    expect((await steered.request('/v3/users/47110001')).status).toBe(200);
  });

  it('consents automatically for a person, until that is switched off', async () => {
    const path = '/oauth2/authorization?response_type=code&client_id=simulator-client';
    expect((await control('PUT', 'auto-consent', { userId: '47110002' })).status).toBe(204);
    expect((await steered.request(path)).status).toBe(302);
    expect((await control('PUT', 'auto-consent', { userId: null })).status).toBe(204);
    expect((await steered.request(path)).status).toBe(200);
  });

  it('sets the limits', async () => {
    await control('PUT', 'limits', { short: 0, long: 100 });
    expect((await steered.request('/v3/users/47110001')).status).toBe(429);
    await control('PUT', 'limits', { short: 1e6, long: 1e6 });
    expect((await steered.request('/v3/users/47110001')).status).toBe(200);
  });

  it.each([
    ['PUT clock', { now: 'noon' }, /"noon"/],
    ['PUT clock', [], /object/],
    ['PUT dialect', { dialect: 'latin' }, /"latin".*documented.*live/],
    ['PUT limits', { short: 1 }, /long.*nothing/],
    ['PUT limits', { short: 1, long: -1 }, /long.*-1/],
    ['POST faults', { kind: 'fire' }, /"fire".*hang/],
    ['POST faults', { kind: 'status', status: 99 }, /99.*200 to 599/],
    ['POST faults', { kind: 'delay', delay: 5 }, /delay.*delayMs/],
    ['POST faults', { kind: 'hang', path: 5 }, /path.*5/],
    ['POST faults', { kind: 'status', headers: { a: 5 } }, /a.*5/],
    ['POST faults', { kind: 'status', headers: 5 }, /headers.*5/],
    ['POST faults', undefined, /nothing/],
    ['PUT auto-consent', { userId: 'nobody' }, /nobody/],
  ])('rejects %s with %j and says why', async (action, body, message) => {
    const [method = '', path = ''] = action.split(' ');
    const received = await control(method, path, body);
    expect(received).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
  });

  it('responds with 404 to an unknown path, and with 400 to a body that is not JSON', async () => {
    expect((await control('GET', 'nothing')).status).toBe(404);
    const response = await fetch(`${steered.sim().url}/control/clock`, { method: 'PUT', body: '{' });
    expect(response.status).toBe(400);
  });
});
