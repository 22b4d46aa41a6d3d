// Everything that is almost a sign-in: nothing is exchanged, and no session and no token comes out of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  APP_URI,
  appSignIn,
  askToken,
  type Browser,
  COOKIE,
  createBrowser,
  ORIGIN,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
} from '../support/signing-in.ts';

const WHO = '{ viewer { polarUserId } }';

let gateway: SignInGateway;
let browser: Browser;
let userId: string;
beforeAll(async () => {
  gateway = await startSignInGateway();
  userId = gateway.simulator.people[0]?.userId ?? '';
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.later = 0;
  browser = createBrowser(gateway);
});

type Way = readonly [what: string, go: (back: URL) => Promise<Response>];

describe('a callback', () => {
  const again = (back: URL) => browser.open(back.pathname + back.search);
  const changed = (change: (parameters: URLSearchParams) => void) => (back: URL) => {
    change(back.searchParams);
    return again(back);
  };
  const ways: readonly Way[] = [
    ['without a state', changed((one) => one.delete('state'))],
    ['with an empty state', changed((one) => one.set('state', ''))],
    ['with another state', changed((one) => one.set('state', 'x'.repeat(43)))],
    ['with half a state', changed((one) => one.set('state', one.get('state')?.slice(0, 21) ?? ''))],
    ['with two states', changed((one) => one.append('state', one.get('state') ?? ''))],
    ['without a code', changed((one) => one.delete('code'))],
    ['with an empty code', changed((one) => one.set('code', ''))],
    ['with two codes', changed((one) => one.append('code', one.get('code') ?? ''))],
    ['with a code and an error', changed((one) => one.set('error', 'access_denied'))],
    ['in another browser', (back) => createBrowser(gateway).open(back.pathname + back.search)],
    [
      'in a browser with a sign-in of its own',
      async (back) => {
        const other = createBrowser(gateway);
        const [own] = (await other.consent(userId), [...other.cookies]);
        const [name] = [...browser.cookies.keys()];
        other.cookies.set(name ?? '', own?.[1] ?? '');
        return other.open(back.pathname + back.search);
      },
    ],
    [
      'after ten minutes',
      (back) => {
        gateway.later = 600_000;
        return again(back);
      },
    ],
    ['by POST', (back) => browser.open(back.pathname + back.search, { method: 'POST' })],
    ['by HEAD', (back) => browser.open(back.pathname + back.search, { method: 'HEAD' })],
  ];

  it.each(ways)('%s signs nobody in', async (_, go) => {
    const back = await browser.consent(userId);
    takeUpstream(gateway);
    const response = await go(back);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.getSetCookie().filter((line) => line.startsWith(`${COOKIE}=`))).toEqual([]);
    expect(takeUpstream(gateway)).toEqual([]);
  });

  it('that comes again signs nobody in, and its browser stays signed in', async () => {
    const back = await browser.consent(userId);
    const cookies = new Map(browser.cookies);
    await again(back);
    takeUpstream(gateway);
    const thief = createBrowser(gateway);
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect((await thief.open(back.pathname + back.search)).status).toBe(400);
    expect([thief.cookies.has(COOKIE), takeUpstream(gateway)]).toEqual([false, []]);
    expect((await browser.ask(WHO)).errors).toBeUndefined();
  });
});

describe('an app', () => {
  it.each([
    ['no address', { redirect_uri: null }],
    ['an empty address', { redirect_uri: '' }],
    ['another address', { redirect_uri: 'com.example.app:/elsewhere' }],
    ['another scheme', { redirect_uri: 'com.example.other:/signed-in' }],
    ['a slash too many', { redirect_uri: `${APP_URI}/` }],
    ['another case', { redirect_uri: 'com.example.app:/Signed-in' }],
    ['a query', { redirect_uri: `${APP_URI}?x=1` }],
    ['a fragment', { redirect_uri: `${APP_URI}#x` }],
    ['another path on loopback', { redirect_uri: 'http://127.0.0.1:5000/other' }],
    ['a path below', { redirect_uri: 'http://127.0.0.1:5000/signed-in/x' }],
    ['a path and back', { redirect_uri: 'http://127.0.0.1:5000/x/../signed-in' }],
    ['another loopback host', { redirect_uri: 'http://localhost:5000/signed-in' }],
    ['a host that begins like loopback', { redirect_uri: 'http://127.0.0.1.evil.test/signed-in' }],
    ['userinfo', { redirect_uri: 'http://127.0.0.1:80@evil.test/signed-in' }],
    ['a user before the host', { redirect_uri: 'http://me@127.0.0.1:5000/signed-in' }],
    ['TLS on loopback', { redirect_uri: 'https://127.0.0.1:5000/signed-in' }],
    ['no port after the colon', { redirect_uri: 'http://127.0.0.1:/signed-in' }],
    ['a port that is none', { redirect_uri: 'http://127.0.0.1:99999/signed-in' }],
    ['no name', { client_id: null }],
    ['an empty name', { client_id: '' }],
  ])('with %s is not signed in for, and nobody is sent anywhere', async (_, changes) => {
    const response = await browser.open(`/auth/login${appSignIn(changes).query}`);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ['without PKCE', { code_challenge: null, code_challenge_method: null }, 'invalid_request'],
    ['without a challenge', { code_challenge: null }, 'invalid_request'],
    ['without a method, which means plain', { code_challenge_method: null }, 'invalid_request'],
    ['with the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with the method s256', { code_challenge_method: 's256' }, 'invalid_request'],
    ['with a challenge too short', { code_challenge: 'x'.repeat(42) }, 'invalid_request'],
    ['with a challenge that is no base64url', { code_challenge: `${'x'.repeat(42)}=` }, 'invalid_request'],
    ['for a token', { response_type: 'token' }, 'unsupported_response_type'],
    ['for nothing', { response_type: null }, 'invalid_request'],
    ['for more', { scope: 'everything' }, 'invalid_scope'],
    ['with a state too long', { state: 'x'.repeat(2_001) }, 'invalid_request'],
  ])('%s is refused before anybody signs in', async (_, changes, error) => {
    const response = await browser.open(`/auth/login${appSignIn(changes).query}`);
    const location = response.headers.get('location') ?? '';
    expect([response.status, location.startsWith(`${APP_URI}?error=${error}`)]).toEqual([302, true]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each(['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'state'])(
    'that says its %s twice is refused',
    async (name) => {
      const { query } = appSignIn();
      const response = await browser.open(`/auth/login${query}&${name}=x`);
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    },
  );
});

describe('the token endpoint', () => {
  const { verifier, query } = appSignIn();
  const good = (code: string) => ({ code, code_verifier: verifier });
  type Fields = Readonly<Record<string, string | null>>;
  const ways: readonly (readonly [string, (code: string) => Fields, string])[] = [
    ['without a verifier', (code) => ({ code }), 'invalid_request'],
    [
      'with the challenge for a verifier',
      (code) => ({ code, code_verifier: new URLSearchParams(query).get('code_challenge') }),
      'invalid_grant',
    ],
    ['with another verifier', (code) => ({ code, code_verifier: 'y'.repeat(43) }), 'invalid_grant'],
    ['with another code', () => good('z'.repeat(43)), 'invalid_grant'],
    ['without a code', () => ({ code_verifier: verifier }), 'invalid_request'],
    ['without an address', (code) => ({ ...good(code), redirect_uri: null }), 'invalid_request'],
    [
      'with another address',
      (code) => ({ ...good(code), redirect_uri: 'http://127.0.0.1/signed-in' }),
      'invalid_grant',
    ],
    ['for another app', (code) => ({ ...good(code), client_id: 'another-app' }), 'invalid_grant'],
    ['with another grant', (code) => ({ ...good(code), grant_type: 'password' }), 'unsupported_grant_type'],
    ['without a grant', (code) => ({ ...good(code), grant_type: null }), 'invalid_request'],
  ];

  const codeFor = async () => {
    const response = await browser.signIn(userId, query);
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };

  it.each(ways)('%s gives no token', async (_, fields, error) => {
    const { status, json } = await askToken(gateway, fields(await codeFor()));
    expect([status, json['error'], json['access_token']]).toEqual([400, error, undefined]);
  });

  it('gives no token after a minute', async () => {
    const code = await codeFor();
    gateway.later = 60_000;
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('gives no second token after a wrong verifier', async () => {
    const code = await codeFor();
    await askToken(gateway, { code, code_verifier: 'y'.repeat(43) });
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('takes the token back when the code comes again', async () => {
    const code = await codeFor();
    const { json } = await askToken(gateway, good(code));
    const headers = { authorization: `Bearer ${String(json['access_token'])}` };
    expect((await gateway.ask(WHO, { headers })).errors).toBeUndefined();
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
    expect((await gateway.ask(WHO, { headers })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('asked 30 times at once with one code leaves no token that works', async () => {
    const code = await codeFor();
    const answers = await Promise.all(Array.from({ length: 30 }, () => askToken(gateway, good(code))));
    for (const { json } of answers.filter(({ status }) => status === 200)) {
      const headers = { authorization: `Bearer ${String(json['access_token'])}` };
      expect((await gateway.ask(WHO, { headers })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(29);
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['nothing', {}, ''],
    [
      'two codes',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'grant_type=authorization_code&code=a&code=b',
    ],
  ])('refuses %s', async (_, headers, body) => {
    const request = new Request(`${ORIGIN}/auth/token`, { method: 'POST', headers, body });
    const response = await gateway.app.fetch(request);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_request' }),
    ]);
  });
});

describe('a session', () => {
  it.each([
    ['without the header', {}, 'POST'],
    ['with the header and a foreign origin', { 'accesslink-csrf': '1', origin: 'https://evil.test' }, 'POST'],
    ['by GET', { 'accesslink-csrf': '1' }, 'GET'],
  ])('is of no use %s', async (_, headers, method) => {
    await browser.signIn(userId);
    const query = `?query=${encodeURIComponent(WHO)}`;
    const init = { method, headers: { 'content-type': 'application/json', accept: 'application/json', ...headers } };
    const post = method === 'POST' ? { ...init, body: JSON.stringify({ query: WHO }) } : init;
    const response = await browser.open(method === 'POST' ? '/graphql' : `/graphql${query}`, post);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
