// Signing in with a browser and with an app, from the first click to the first answer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  APP_URI,
  appSignIn,
  askToken,
  type Browser,
  COOKIE,
  createBrowser,
  LOOPBACK_URI,
  ORIGIN,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
  tokenOf,
} from '../support/signing-in.ts';

const EXCHANGE = 'POST /v2/oauth2/token';
const REGISTER = 'POST /v3/users';
const WHO = '{ viewer { polarUserId } }';

let gateway: SignInGateway;
let browser: Browser;
let registered: string;
let newcomer: string;
beforeEach(async () => {
  gateway = await startSignInGateway();
  browser = createBrowser(gateway);
  registered = gateway.simulator.people.find(({ isRegistered }) => isRegistered)?.userId ?? '';
  newcomer = gateway.simulator.people.find(({ isRegistered }) => !isRegistered)?.userId ?? '';
});
afterEach(() => gateway.close());

const whoIs = async (one: Browser) =>
  (await one.ask<{ viewer: { polarUserId: string } }>(WHO)).data?.viewer.polarUserId;

describe('a browser', () => {
  it('is redirected to Polar with a state of its own and all parameters that Polar needs', async () => {
    const first = await browser.open('/auth/login');
    const second = await browser.open('/auth/login');
    const url = new URL(first.headers.get('location') ?? '');
    expect([first.status, url.origin + url.pathname]).toEqual([302, `${gateway.simulator.url}/oauth2/authorization`]);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'gateway-client',
      redirect_uri: `${ORIGIN}/auth/callback`,
      scope: 'accesslink.read_all',
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(second.headers.get('location')).not.toBe(url.href);
    expect(first.headers.get('set-cookie')).toMatch(
      /^__Host-accesslink-sign-in-[\w-]{12}=[\w.-]{100,300}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(takeUpstream(gateway)).toEqual([]);
  });

  it('signs in a new user with two requests, and is that user then', async () => {
    const response = await browser.signIn(newcomer, '?return_to=/graphql?tab=1');
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
    expect([response.status, response.headers.get('location')]).toEqual([302, `${ORIGIN}/graphql?tab=1`]);
    const [cookie] = response.headers.getSetCookie().filter((line) => line.startsWith(`${COOKIE}=`));
    expect(cookie).toMatch(/^__Host-accesslink=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/);
    expect([...browser.cookies.keys()]).toEqual([COOKIE]);
    expect(await whoIs(browser)).toBe(newcomer);
    expect(takeUpstream(gateway)).toEqual([]);
    const { data, errors } = await browser.ask<object>(
      '{ viewer { memberId day(date: "2026-11-22") { activity { steps } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ viewer: { memberId: expect.stringMatching(/^[\w-]{43}$/) } });
    expect(gateway.simulator.requests.every(({ userId }) => userId === newcomer)).toBe(true);
  });

  it('signs in a registered user with three requests, and stores the member id of AccessLink', async () => {
    await browser.signIn(registered);
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER, `GET /v3/users/${registered}`]);
    const user = await gateway.store.users.find(registered);
    expect(user).toMatchObject({ state: 'connected', memberId: 'member-aino', registeredAt: expect.any(Number) });
    expect(await whoIs(browser)).toBe(registered);
  });

  it('gets a new session when it signs in again, and the old one ends', async () => {
    await browser.signIn(registered);
    const old = new Map(browser.cookies);
    await browser.signIn(newcomer);
    expect(browser.cookies.get(COOKIE)).not.toBe(old.get(COOKIE));
    expect(await whoIs(browser)).toBe(newcomer);
    const thief = createBrowser(gateway);
    thief.cookies.set(COOKIE, old.get(COOKIE) ?? '');
    expect((await thief.ask(WHO)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('may sign in from two tabs at once', async () => {
    const one = await browser.consent(registered);
    const two = await browser.consent(newcomer);
    for (const { pathname, search } of [one, two]) expect((await browser.open(pathname + search)).status).toBe(302);
  });

  it('signs out with the button, and not with a link', async () => {
    await browser.signIn(registered);
    const value = browser.cookies.get(COOKIE) ?? '';
    const page = await browser.open('/auth/logout');
    expect(await page.text()).toContain('<form method="post" action="/auth/logout">');
    const foreign = await browser.open('/auth/logout', { method: 'POST', headers: { origin: 'https://evil.test' } });
    expect([foreign.status, await whoIs(browser)]).toEqual([403, registered]);
    expect((await browser.open('/auth/logout', { method: 'POST', headers: { origin: ORIGIN } })).status).toBe(200);
    expect(browser.cookies.size).toBe(0);
    browser.cookies.set(COOKIE, value);
    expect((await browser.ask(WHO)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is signed in for 30 days', async () => {
    await browser.signIn(registered);
    gateway.later = 30 * 86_400_000 - 1;
    expect(await whoIs(browser)).toBe(registered);
    gateway.later += 1;
    expect((await browser.ask(WHO)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('an app', () => {
  it.each([
    ['by an address of its own', APP_URI],
    ['on a port that it happened to get', 'http://127.0.0.1:51234/signed-in'],
    ['on no port', LOOPBACK_URI],
  ])('with a redirect URI on %s gets its state and a code, and a token for the code', async (_, redirectUri) => {
    const { verifier, query } = appSignIn({ redirect_uri: redirectUri, state: 'a b&c=ü' });
    const response = await browser.signIn(newcomer, query);
    const location = response.headers.get('location') ?? '';
    expect(location.startsWith(`${redirectUri}?`)).toBe(true);
    const answer = new URL(location).searchParams;
    expect([...answer.keys(), answer.get('state')]).toEqual(['code', 'state', 'a b&c=ü']);
    expect(browser.cookies.size).toBe(0);
    const { status, headers, json } = await askToken(gateway, {
      code: answer.get('code'),
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(json).toEqual({
      access_token: expect.stringMatching(/^alg_[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 7_776_000,
    });
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
    const authorization = `Bearer ${String(json['access_token'])}`;
    expect((await gateway.ask(WHO, { headers: { authorization } })).data).toEqual({
      viewer: { polarUserId: newcomer },
    });
  });

  it('signs out with its token', async () => {
    const authorization = `Bearer ${await tokenOf(gateway, registered)}`;
    const response = await gateway.app.fetch(
      new Request(`${ORIGIN}/auth/logout`, { method: 'POST', headers: { authorization } }),
    );
    expect(response.status).toBe(204);
    const { errors } = await gateway.ask(WHO, { headers: { authorization } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('two users', () => {
  it('never see each other, whichever ids they send', async () => {
    const other = createBrowser(gateway);
    await browser.signIn(registered);
    await other.signIn(newcomer);
    const token = await tokenOf(gateway, newcomer);
    const ID = '{ viewer { id polarUserId } }';
    const [mine, theirs] = await Promise.all([browser, other].map((one) => one.ask<{ viewer: { id: string } }>(ID)));
    expect(mine?.data).toMatchObject({ viewer: { polarUserId: registered } });
    expect(theirs?.data).toMatchObject({ viewer: { polarUserId: newcomer } });
    const foreign = `{ node(id: "${mine?.data.viewer.id}") { id } }`;
    expect((await other.ask(foreign)).data).toEqual({ node: null });
    const headers = { authorization: `Bearer ${token}`, 'polar-user-id': registered };
    expect((await gateway.ask(ID, { headers })).data).toEqual(theirs?.data);
  });
});
