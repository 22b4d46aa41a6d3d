import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, type SimulatorOptions, createSimulator } from '../../src/simulator/simulator.ts';
import { NOW, get } from './simulator-client.ts';
import { CALLBACK, askToken, authorizationPath, basic, signIn, unfollowed } from './consent-client.ts';

const AINO = '47110001';
const SLEEP = '/v3/users/sleep/available';

let sim: Simulator;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  await sim?.close();
  sim = await createSimulator({ now: () => NOW, ...options });
};
beforeEach(() => start());
afterEach(() => sim.close());

const locationOf = async (changes: Record<string, string | null>): Promise<URL> => {
  const response = await unfollowed(sim, authorizationPath(changes));
  return new URL(response.headers.get('location') ?? `about:${response.status}`);
};

describe('the authorization endpoint', () => {
  it('shows a page without scripts that lists everybody', async () => {
    const response = await unfollowed(sim, authorizationPath({ state: '"><script>' }));
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const { userId } of sim.people) expect(page).toContain(`value="${userId}"`);
    expect(page).toContain('value="&quot;>&lt;script>"'.replaceAll('>', '>'));
    expect(page).not.toContain('<script');
  });

  it('redirects with a code and the unchanged state after consent', async () => {
    const location = await signIn(sim, { userId: AINO, state: 'a b&c=ü' });
    expect(location.href.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{32}$/);
    expect(location.searchParams.get('state')).toBe('a b&c=ü');
  });

  it('redirects with access_denied and the state after a denial, or for an unknown person', async () => {
    for (const answer of [{ decision: 'deny', userId: AINO }, { userId: '5' }]) {
      const { searchParams } = await signIn(sim, { ...answer, state: 's' });
      expect([...searchParams]).toEqual([
        ['error', 'access_denied'],
        ['state', 's'],
      ]);
    }
  });

  it.each([
    ['response_type', 'token', 'unsupported_response_type'],
    ['response_type', null, 'invalid_request'],
    ['scope', 'everything', 'invalid_scope'],
    ['redirect_uri', `${CALLBACK}/`, 'invalid_request'],
    ['redirect_uri', 'http://localhost:4001/auth/callback', 'invalid_request'],
  ])('rejects %s %s with %s at a registered redirect URL', async (name, value, error) => {
    const location = await locationOf({ [name]: value, state: 's' });
    expect(`${location.origin}${location.pathname}`).toBe(CALLBACK);
    expect([...location.searchParams]).toEqual([
      ['error', error],
      ['state', 's'],
    ]);
  });

  it('redirects nowhere for an unknown client', async () => {
    expect((await unfollowed(sim, authorizationPath({ client_id: 'else' }))).status).toBe(400);
  });

  it('accepts a registered redirect URL other than the default one, and uses the default without one', async () => {
    sim.setAutoConsent(AINO);
    const other = await locationOf({ redirect_uri: 'http://127.0.0.1:4000/auth/callback' });
    expect([other.host, other.searchParams.has('code')]).toEqual(['127.0.0.1:4000', true]);
    expect((await locationOf({ redirect_uri: null })).host).toBe('localhost:4000');
  });

  it('accepts any loopback port only when the client allows it', async () => {
    await start({ client: { anyLoopbackPort: true } });
    sim.setAutoConsent(AINO);
    expect((await locationOf({ redirect_uri: 'http://localhost:51234/auth/callback' })).port).toBe('51234');
    const elsewhere = await locationOf({ redirect_uri: 'http://localhost:51234/other' });
    expect([elsewhere.port, elsewhere.searchParams.get('error')]).toEqual(['4000', 'invalid_request']);
  });

  it('redirects at once for the person of the automatic consent, which must exist', async () => {
    sim.setAutoConsent('47110002');
    expect((await locationOf({})).searchParams.has('code')).toBe(true);
    expect(() => sim.setAutoConsent('5')).toThrow(/nobody has the id 5/);
    sim.setAutoConsent(null);
    expect((await unfollowed(sim, authorizationPath({}))).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  const codeOf = async (): Promise<string> =>
    (await signIn(sim, { userId: AINO })).searchParams.get('code') ?? 'no code';

  it('issues a token of the person who signed in', async () => {
    const { status, json } = await askToken(sim, { code: await codeOf() });
    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      token_type: 'bearer',
      expires_in: 31_535_999,
      x_user_id: 47_110_001,
    });
    const { access_token: token } = json as { access_token: string };
    expect((await get(sim, SLEEP, token)).status).toBe(200);
    expect(sim.requests.at(-1)).toMatchObject({ userId: AINO, credential: 'bearer' });
  });

  it('keeps every digit of a 64-bit user id', async () => {
    const { searchParams } = await signIn(sim, { userId: '9007199254740993' });
    const { text } = await askToken(sim, { code: searchParams.get('code') ?? '' });
    expect(text).toContain('"x_user_id":9007199254740993');
  });

  it('rejects a code that is used twice, and revokes every token of its user only', async () => {
    const code = await codeOf();
    const { json } = await askToken(sim, { code });
    const { access_token: token } = json as { access_token: string };
    expect(await askToken(sim, { code })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await get(sim, SLEEP, token)).status).toBe(401);
    expect((await get(sim, SLEEP, 'simulator-token-aino')).status).toBe(401);
    expect((await get(sim, SLEEP, 'simulator-token-liam')).status).toBe(200);
  });

  it('accepts a code for ten minutes and no longer', async () => {
    const [early, late] = [await codeOf(), await codeOf()];
    sim.setClock(NOW + 600_000);
    expect((await askToken(sim, { code: early })).status).toBe(200);
    sim.setClock(NOW + 600_001);
    expect(await askToken(sim, { code: late })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  it.each([
    [{ redirect_uri: null }, 'invalid_grant'],
    [{ redirect_uri: 'http://127.0.0.1:4000/auth/callback' }, 'invalid_grant'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: null }, 'invalid_request'],
    [{ client_secret: 'simulator-secret' }, 'invalid_request'],
  ])('rejects %j with 400 %s, and the code stays valid', async (changes, error) => {
    const code = await codeOf();
    expect(await askToken(sim, { code, ...changes })).toMatchObject({ status: 400, json: { error } });
    expect((await askToken(sim, { code })).status).toBe(200);
  });

  it('rejects an unknown code, and a client without its secret', async () => {
    expect(await askToken(sim, { code: 'x' })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    const code = await codeOf();
    for (const authorization of ['', basic('simulator-client', 'x'), basic('x', 'simulator-secret'), 'Bearer x']) {
      const received = await askToken(sim, { code }, authorization);
      expect(received).toMatchObject({ status: 400, json: { error: 'invalid_client' } });
    }
    expect((await askToken(sim, { code })).status).toBe(200);
  });

  it('accepts the client that the simulator was started with', async () => {
    await start({ client: { id: 'me', secret: 'my:secret', redirectUris: ['https://me.example/back?x=1'] } });
    sim.setAutoConsent(AINO);
    const location = await locationOf({ client_id: 'me', redirect_uri: 'https://me.example/back?x=1' });
    const form = { code: location.searchParams.get('code') ?? '', redirect_uri: 'https://me.example/back?x=1' };
    expect(location.searchParams.get('x')).toBe('1');
    expect((await askToken(sim, form, basic('me', 'my:secret'))).status).toBe(200);
  });

  it('issues the same codes and tokens for the same seed, and others for another', async () => {
    const first = await codeOf();
    await start();
    expect(await codeOf()).toBe(first);
    expect(await codeOf()).not.toBe(first);
    await start({ seed: 2 });
    expect(await codeOf()).not.toBe(first);
  });
});

it('a sign-in does not count against the rate limit of the data', async () => {
  await start({ limits: { short: 1, long: 1 } });
  const response = await unfollowed(sim, authorizationPath({}));
  await unfollowed(sim, authorizationPath({}));
  expect(response.headers.has('ratelimit-usage')).toBe(false);
  expect((await get(sim, SLEEP, 'simulator-token-aino')).status).toBe(200);
});

it('faults apply to a sign-in too', async () => {
  sim.addFault({ kind: 'status', status: 500, path: '/v2/oauth2/token', times: 1 });
  expect((await askToken(sim, { code: 'x' })).status).toBe(500);
});
