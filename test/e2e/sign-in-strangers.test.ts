// What strangers can have this server do before they have signed in: nothing is written, and nothing grows.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecret } from '../../src/secret.ts';
import { CLIENT } from '../support/client.ts';
import {
  appSignIn,
  askToken,
  type Browser,
  createBrowser,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
} from '../support/signing-in.ts';

const EXCHANGE = 'POST /v2/oauth2/token';
/** What browsers store of one cookie, name, value and attributes included. */
const MAX_COOKIE_BYTES = 4_096;

let gateway: SignInGateway;
let browser: Browser;
let userId: string;
beforeEach(async () => {
  gateway = await startSignInGateway();
  browser = createBrowser(gateway);
  userId = gateway.simulator.people[0]?.userId ?? '';
});
afterEach(() => gateway.close());

/** Every byte of the database, the log included; not the log's index (`-shm`), in which readers write too. */
const bytes = () =>
  readdirSync(gateway.dataDir)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => readFileSync(join(gateway.dataDir, name), 'latin1'));

/** Resolves when the jobs of the start have written: the log was moved into the database, and nothing changes any more. */
async function settled(): Promise<void> {
  const empty = 4_096;
  let last = '';
  await expect
    .poll(() => {
      const [earlier, now] = [last, bytes().join('')];
      last = now;
      return statSync(join(gateway.dataDir, 'accesslink.db')).size > empty && earlier === now;
    })
    .toBe(true);
}

/** The cookie of the only sign-in that is pending in a browser. */
const pendingOf = ({ cookies }: Browser) => ({
  name: [...cookies.keys()].join(),
  sealed: [...cookies.values()].join(),
});

describe('a stranger', () => {
  it('who begins sign-ins, makes up codes and comes back with made-up states has nothing written', async () => {
    await browser.open('/auth/login');
    await settled();
    const before = bytes();
    for (let index = 0; index < 50; index++) {
      const stranger = createBrowser(gateway);
      await stranger.open(`/auth/login?return_to=/${'x'.repeat(900)}`);
      await stranger.open(`/auth/login${appSignIn({ state: 'x'.repeat(900) }).query}`);
      await stranger.open(`/auth/callback?code=x&state=${'s'.repeat(43)}`);
      const { status } = await askToken(gateway, { code: `made up ${index}`, code_verifier: 'v'.repeat(43) });
      expect(status).toBe(400);
    }
    expect(bytes()).toEqual(before);
    expect(takeUpstream(gateway)).toEqual([]);
  });

  it('who begins many sign-ins in one browser has at most four of them pending, and the last ones work', async () => {
    for (let index = 0; index < 9; index++) await browser.consent(userId);
    expect(browser.cookies.size).toBe(4);
    const { pathname, search } = await browser.consent(userId);
    expect((await browser.open(pathname + search)).status).toBe(302);
  });

  it.each([
    ['the longest state', { state: '\\'.repeat(1_000), client_id: '"'.repeat(200) }],
    ['a state of other letters', { state: 'ü'.repeat(500) }],
  ])('of an app with %s has a cookie that browsers store', async (_, changes) => {
    const response = await browser.open(`/auth/login${appSignIn(changes).query}`);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(new URL(response.headers.get('location') ?? '').origin).toBe(gateway.simulator.url);
    expect(cookie.length).toBeLessThan(MAX_COOKIE_BYTES);
  });

  it('with a path to return to that is too long returns to GraphiQL', async () => {
    const response = await browser.signIn(userId, `?return_to=/${'x'.repeat(1_000)}`);
    expect(response.headers.get('location')).toMatch(/\/graphql$/);
  });

  it.each(['code', 'redirect_uri', 'code_verifier', 'client_id'])(
    'whose %s at the token endpoint is too long is rejected',
    async (field) => {
      const fields = { code: 'c', code_verifier: 'v', [field]: 'x'.repeat(2_001) };
      expect((await askToken(gateway, fields)).json).toMatchObject({ error: 'invalid_request' });
    },
  );
});

describe('a sealed state', () => {
  it('works with the state that it was sealed for, and with no other of the same browser', async () => {
    const one = await browser.consent(userId);
    const { name: first, sealed } = pendingOf(browser);
    await browser.consent(userId);
    const second = [...browser.cookies.keys()].find((name) => name !== first) ?? '';
    browser.cookies.set(first, browser.cookies.get(second) ?? '');
    takeUpstream(gateway);
    expect((await browser.open(one.pathname + one.search)).status).toBe(400);
    expect(takeUpstream(gateway)).toEqual([]);
    browser.cookies.set(first, sealed);
    expect((await browser.open(one.pathname + one.search)).status).toBe(302);
  });

  it.each([
    ['altered', (sealed: string) => `${sealed.slice(0, -3)}AAA`],
    ['cut', (sealed: string) => sealed.slice(0, 40)],
    ['replaced by something else', () => 'x.y.z.w'],
  ])('that was %s signs nobody in, and the right one does afterwards', async (_, change) => {
    const back = await browser.consent(userId);
    const { name, sealed } = pendingOf(browser);
    browser.cookies.set(name, change(sealed));
    takeUpstream(gateway);
    expect((await browser.open(back.pathname + back.search)).status).toBe(400);
    expect(takeUpstream(gateway)).toEqual([]);
    browser.cookies.set(name, sealed);
    expect((await browser.open(back.pathname + back.search)).status).toBe(302);
  });

  it('says nothing of what it is for', async () => {
    const response = await browser.open(`/auth/login${appSignIn({ state: 'canary-of-the-app' }).query}`);
    const [cookie = ''] = response.headers.getSetCookie();
    const decoded = cookie.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(`${cookie}${decoded.join('')}`).not.toContain('canary');
  });

  it('is refused when so many sign-ins have ended lately that no more are remembered', async () => {
    const { oneTimeTokens } = gateway.store;
    const claim = oneTimeTokens.claimState.bind(oneTimeTokens);
    oneTimeTokens.claimState = (state) => claim({ ...state, limit: 1 });
    await browser.signIn(userId);
    takeUpstream(gateway);
    const response = await browser.signIn(userId);
    expect([response.status, takeUpstream(gateway)]).toEqual([503, []]);
  });
});

it('a callback that is opened eight times at once in two processes exchanges its code once', async () => {
  const { url } = gateway.simulator;
  const client = {
    id: CLIENT.id,
    secret: createSecret(CLIENT.secret),
    authorizeUrl: `${url}/oauth2/authorization`,
    tokenUrl: `${url}/v2/oauth2/token`,
  };
  const other = await startSignInGateway({ dataDir: gateway.dataDir, app: { accessLinkUrl: url, client } });
  const { pathname, search } = await browser.consent(userId);
  takeUpstream(gateway);
  const cookie = Array.from(browser.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  const open = ({ app }: SignInGateway) =>
    app.fetch(new Request(`https://gateway.test${pathname}${search}`, { headers: { cookie } }));
  const responses = await Promise.all(Array.from({ length: 8 }, (_, index) => open(index % 2 ? other : gateway)));
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    302,
    ...Array.from({ length: 7 }, () => 400),
  ]);
  expect(takeUpstream(gateway).filter((call) => call === EXCHANGE)).toHaveLength(1);
  await other.close();
});
