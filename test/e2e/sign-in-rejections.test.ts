// Sign-ins that are rejected: no code is exchanged, and no session and no token is created.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  APP_URI,
  appSignIn,
  type Browser,
  COOKIE,
  createBrowser,
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

/** How a callback is opened, given the URL to which Polar redirects. */
type Way = readonly [name: string, open: (back: URL) => Promise<Response>];

describe('a callback', () => {
  const again = (back: URL) => browser.open(back.pathname + back.search);
  const changed = (change: (query: URLSearchParams) => void) => (back: URL) => {
    change(back.searchParams);
    return again(back);
  };
  const ways: readonly Way[] = [
    ['without a state', changed((query) => query.delete('state'))],
    ['with an empty state', changed((query) => query.set('state', ''))],
    ['with another state', changed((query) => query.set('state', 'x'.repeat(43)))],
    ['with half a state', changed((query) => query.set('state', query.get('state')?.slice(0, 21) ?? ''))],
    ['with two states', changed((query) => query.append('state', query.get('state') ?? ''))],
    ['without a code', changed((query) => query.delete('code'))],
    ['with an empty code', changed((query) => query.set('code', ''))],
    ['with two codes', changed((query) => query.append('code', query.get('code') ?? ''))],
    ['with a code and an error', changed((query) => query.set('error', 'access_denied'))],
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

  it.each(ways)('%s signs nobody in', async (_, open) => {
    const back = await browser.consent(userId);
    takeUpstream(gateway);
    const response = await open(back);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.getSetCookie().filter((line) => line.startsWith(`${COOKIE}=`))).toEqual([]);
    expect(takeUpstream(gateway)).toEqual([]);
  });

  it('that is opened twice signs nobody in, and the first browser stays signed in', async () => {
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

describe('a callback in another browser', () => {
  it('does not end the sign-in of the browser that started it', async () => {
    const back = await browser.consent(userId);
    expect((await createBrowser(gateway).open(back.pathname + back.search)).status).toBe(400);
    expect((await browser.open(back.pathname + back.search)).status).toBe(302);
  });
});

describe('the request of an app', () => {
  it.each([
    ['no redirect URI', { redirect_uri: null }],
    ['an empty redirect URI', { redirect_uri: '' }],
    ['another redirect URI', { redirect_uri: 'com.example.app:/elsewhere' }],
    ['another scheme', { redirect_uri: 'com.example.other:/signed-in' }],
    ['an extra slash', { redirect_uri: `${APP_URI}/` }],
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
    ['a port out of range', { redirect_uri: 'http://127.0.0.1:99999/signed-in' }],
    ['no client id', { client_id: null }],
    ['an empty client id', { client_id: '' }],
  ])('with %s is rejected with a page, without a redirect', async (_, changes) => {
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
    ['with a challenge that is not base64url', { code_challenge: `${'x'.repeat(42)}=` }, 'invalid_request'],
    ['for a token', { response_type: 'token' }, 'unsupported_response_type'],
    ['without a response type', { response_type: null }, 'invalid_request'],
    ['with an unknown scope', { scope: 'everything' }, 'invalid_scope'],
    ['with a state too long', { state: 'x'.repeat(2_001) }, 'invalid_request'],
  ])('%s is rejected at the redirect URI, before anybody signs in', async (_, changes, error) => {
    const response = await browser.open(`/auth/login${appSignIn(changes).query}`);
    const location = response.headers.get('location') ?? '';
    expect([response.status, location.startsWith(`${APP_URI}?error=${error}`)]).toEqual([302, true]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each(['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'state'])(
    'that repeats its %s is rejected',
    async (name) => {
      const { query } = appSignIn();
      const response = await browser.open(`/auth/login${query}&${name}=x`);
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    },
  );
});
