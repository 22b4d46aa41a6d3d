import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { NOW, type TestResponse, get, send } from './simulator-client.ts';

const SLEEP = '/v3/users/sleep/available';
const [AINO, OSKAR, SOFIA, EMIL] = ['aino', 'oskar', 'sofia', 'emil'].map((name) => `simulator-token-${name}`);

let sim: Simulator;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW });
});
afterEach(() => sim.close());

const register = (token: string | undefined, body: string): Promise<TestResponse> =>
  send(sim, 'POST /v3/users', { authorization: `Bearer ${token}`, body });
const member = (name: string): string => JSON.stringify({ 'member-id': name });

describe('a person who is not registered', () => {
  it('reads nothing, and is no user yet', async () => {
    expect((await get(sim, SLEEP, SOFIA ?? '')).status).toBe(403);
    expect((await get(sim, '/v3/exercises', SOFIA ?? '')).status).toBe(403);
    expect((await get(sim, '/v3/users/47110009', SOFIA ?? '')).status).toBe(204);
  });

  it('reads everything after the registration, which shows the user', async () => {
    const received = await register(SOFIA, member('sofia-at-home'));
    expect(received.status).toBe(200);
    expect(received.json).toMatchObject({
      'polar-user-id': 47_110_009,
      'member-id': 'sofia-at-home',
      'registration-date': '2026-11-22T18:30:00.000Z',
    });
    expect((await get(sim, SLEEP, SOFIA ?? '')).status).toBe(200);
    expect((await get(sim, '/v3/users/47110009', SOFIA ?? '')).json).toEqual(received.json);
  });

  it('has no exercises from before the registration, only those that are uploaded later', async () => {
    await register(SOFIA, member('sofia'));
    expect((await get(sim, '/v3/exercises', SOFIA ?? '')).json).toEqual([]);
    sim.setClock(NOW + 3 * 86_400_000);
    expect((await get(sim, '/v3/exercises', SOFIA ?? '')).json).toHaveLength(1);
  });

  it('cannot be registered while mandatory consents are missing', async () => {
    expect((await register(EMIL, member('emil'))).status).toBe(403);
    expect((await get(sim, SLEEP, EMIL ?? '')).status).toBe(403);
  });
});

describe('registration', () => {
  it('is 409 for a registered user, and for the member-id of another user', async () => {
    expect((await register(AINO, member('new-name'))).status).toBe(409);
    expect((await register(SOFIA, member('member-aino'))).status).toBe(409);
    expect((await register(SOFIA, member('member-sofia'))).status).toBe(200);
  });

  it('accepts XML too, whatever the content type', async () => {
    const received = await register(SOFIA, '<register><member-id>from-xml</member-id></register>');
    expect(received.json).toMatchObject({ 'member-id': 'from-xml' });
  });

  it.each(['', '{', '{}', '{"member-id": 5}', '{"member-id": " "}', '[]', 'null'])(
    'refuses %j with 400',
    async (body) => {
      expect((await register(SOFIA, body)).status).toBe(400);
    },
  );

  it('accepts a token of the user and nothing else', async () => {
    expect((await register('nobody', member('x'))).status).toBe(401);
    const received = await send(sim, 'POST /v3/users', { authorization: 'client', body: member('x') });
    expect(received.status).toBe(401);
  });
});

describe('removal', () => {
  const remove = (token: string | undefined, userId: string): Promise<TestResponse> =>
    send(sim, `DELETE /v3/users/${userId}`, { authorization: `Bearer ${token}` });

  it('responds with 204 and revokes the token', async () => {
    expect((await remove(AINO, '47110001')).status).toBe(204);
    expect((await get(sim, SLEEP, AINO ?? '')).status).toBe(401);
    expect((await remove(AINO, '47110001')).status).toBe(401);
  });

  it('frees the member-id', async () => {
    await remove(AINO, '47110001');
    expect((await register(SOFIA, member('member-aino'))).status).toBe(200);
  });

  it('works after every consent is withdrawn, and never for another user', async () => {
    expect((await remove(OSKAR, '47110006')).status).toBe(204);
    expect((await remove(AINO, '47110002')).status).toBe(403);
    expect((await get(sim, SLEEP, 'simulator-token-liam')).status).toBe(200);
  });
});

it('a recorded request has the kind of its credential, and never the credential', async () => {
  await get(sim, SLEEP, 'a-secret-token');
  await send(sim, `GET ${SLEEP}`, { authorization: 'client' });
  await send(sim, `GET ${SLEEP}`, { authorization: 'Digest x' });
  expect(sim.requests.map(({ credential }) => credential)).toEqual(['bearer', 'basic', 'none']);
  expect(JSON.stringify(sim.requests)).not.toMatch(/a-secret-token|c2ltdW/);
});
