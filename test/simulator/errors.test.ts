import { describe, expect, it } from 'vitest';
import { get, useSimulator } from './simulator-client.ts';

const { sim, request } = useSimulator();

const BAD_REQUESTS = [
  '/v3/users/activities/2026-02-30',
  '/v3/users/activities/yesterday',
  '/v3/users/activities/2025-11-21',
  '/v3/users/activities/?from=2025-11-21&to=2025-11-25',
  '/v3/users/activities/?from=2026-11-01&to=2026-11-29',
  '/v3/users/activities/?from=2026-10-25',
  '/v3/users/activities/?to=2026-11-20',
  '/v3/users/activities/samples/2025-11-21',
  '/v3/users/activities/samples/?from=2026-11-02&to=2026-11-01',
  '/v3/users/continuous-heart-rate',
  '/v3/users/continuous-heart-rate?from=2026-11-01',
  '/v3/users/continuous-heart-rate?from=2026-11-01&to=2026-11-29',
  '/v3/users/continuous-heart-rate/now',
  '/v3/users/cardio-load/2026-13-01',
  '/v3/users/cardio-load/date?from=2026-11-20&to=2026-11-01',
  '/v3/users/cardio-load/period/days/0',
  '/v3/users/cardio-load/period/days/181',
  '/v3/users/cardio-load/period/days/ten',
  '/v3/users/cardio-load/period/months/7',
  '/v3/users/sleepwise/alertness/date?from=2026-11-01&to=2026-11-29',
  '/v3/users/sleepwise/circadian-bedtime/date?to=2026-11-01',
  '/v3/users/biosensing/ecg?from=2026-11-01',
  '/v3/users/biosensing/spo2?to=2026-11-01',
  '/v3/users/biosensing/bodytemperature?from=2026-11-01&to=2026-11-29',
  '/v3/users/sleep/2026-1-1',
  '/v3/users/nightly-recharge/today',
];

const EMPTY: readonly (readonly [string, number])[] = [
  ['/v3/users/activities/2026-11-23', 204],
  ['/v3/users/activities/samples/2026-11-23', 204],
  ['/v3/users/continuous-heart-rate/2026-11-23', 404],
  ['/v3/users/sleep/2026-11-23', 404],
  ['/v3/users/nightly-recharge/2026-11-23', 404],
  ['/v3/exercises/nosuchid', 404],
  ['/v3/users/sleepwise/alertness/date?from=2026-12-01&to=2026-12-02', 204],
  ['/v3/users/sleepwise/circadian-bedtime/date?from=2026-12-01&to=2026-12-02', 204],
  ['/v3/users/biosensing/bodytemperature?from=2026-12-01&to=2026-12-02', 204],
  ['/v3/users/biosensing/ecg?from=2026-12-01&to=2026-12-02', 204],
  ['/v3/users/123456', 204],
];

const EMPTY_LISTS = [
  '/v3/users/activities/?from=2026-11-23&to=2026-11-25',
  '/v3/users/activities/samples/?from=2026-11-23&to=2026-11-25',
  '/v3/users/cardio-load/2026-11-23',
  '/v3/users/cardio-load/date?from=2026-11-23&to=2026-11-25',
];

describe.each(['live', 'documented'] as const)('in the %s dialect', (dialect) => {
  it.each(BAD_REQUESTS)('%s is rejected with 400 and a reason', async (path) => {
    const received = await request(path, { dialect });
    expect(received).toMatchObject({ status: 400, json: { status: 400, errorType: 'bad_request' } });
    expect(received.text).toContain('Cannot');
  });

  it.each(EMPTY)('%s has no data and responds with %i', async (path, status) => {
    const received = await request(path, { dialect });
    expect(received.status).toBe(status);
    expect(received.text === '').toBe(status === 204);
  });

  it.each(EMPTY_LISTS)('%s has no data and responds with an empty list', async (path) => {
    expect(await request(path, { dialect })).toMatchObject({ status: 200, text: '[]' });
  });

  it.each(['/', '/v3', '/v3/users/me', '/v3/users/sleep/2026-11-01/more', '/v3/nights', '//'])(
    '%s is no resource',
    async (path) => {
      const received = await request(path, { dialect });
      expect(received).toMatchObject({ status: 404, json: { status: 404, errorType: 'not_found' } });
      expect(received.json).toHaveProperty('corrId');
      expect(received.json).toHaveProperty('timestamp');
    },
  );

  it('a token that is missing, unknown or no bearer token is rejected', async () => {
    sim().setDialect(dialect);
    const [url, token] = [`${sim().url}/v3/users/sleep`, sim().people[0]?.token];
    const bare = await fetch(url);
    const basic = await fetch(url, { headers: { authorization: `Basic ${token}` } });
    const unknown = await get(sim(), '/v3/users/sleep', 'expired');
    expect([bare.status, basic.status, unknown.status]).toEqual([401, 401, 401]);
    expect(unknown.headers.get('content-type')).toContain(dialect === 'live' ? 'text/html' : 'application/json');
  });

  it('the word bearer is accepted in any case, with one token only', async () => {
    const token = sim().people[0]?.token;
    const asked = (authorization: string): Promise<Response> =>
      fetch(`${sim().url}/v3/users/sleep/available`, { headers: { authorization } });
    expect((await asked(`bearer ${token}`)).status).toBe(200);
    expect((await asked(`Bearer ${token} more`)).status).toBe(401);
  });

  it('a method that the resource does not have is rejected', async () => {
    const headers = { authorization: `Bearer ${sim().people[0]?.token}` };
    const received = await fetch(`${sim().url}/v3/users/sleep`, { method: 'POST', headers, body: '{}' });
    expect(received.status).toBe(405);
    expect((await request('/v3/users', { dialect })).status).toBe(405);
  });

  it('a body beyond the limit is rejected', async () => {
    const headers = { authorization: `Bearer ${sim().people[0]?.token}` };
    const received = await fetch(`${sim().url}/v3/users`, { method: 'POST', headers, body: 'x'.repeat(70_000) });
    expect(received.status).toBe(413);
  });
});

it('another user is 403 when live, and 204 where documented', async () => {
  const path = `/v3/users/${sim().people[1]?.userId}`;
  expect((await request(path, { dialect: 'live' })).status).toBe(403);
  expect((await request(path, { dialect: 'documented' })).status).toBe(204);
});
