// Sign-ins during which Polar declines, fails, or responds with garbage: a clear page, nothing stored, no code sent twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/simulator.ts';
import {
  appSignIn,
  type Browser,
  COOKIE,
  createBrowser,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
} from '../support/signing-in.ts';

const EXCHANGE = 'POST /v2/oauth2/token';
const REGISTER = 'POST /v3/users';
const WHO = '{ viewer { polarUserId } }';

let gateway: SignInGateway;
let browser: Browser;
const personWith = (isRegistered: boolean) =>
  gateway.simulator.people.find((one) => one.isRegistered === isRegistered)?.userId ?? '';
const start = async (options: Parameters<typeof startSignInGateway>[0] = {}) => {
  gateway = await startSignInGateway(options);
  browser = createBrowser(gateway);
};
beforeEach(() => start());
afterEach(() => gateway.close());

/** What does not respond is given up soon: everything else has the time that it always has. */
const startAnewFor = async ({ kind }: Pick<Fault, 'kind'>) => {
  if (kind !== 'hang' && kind !== 'delay') return;
  await gateway.close();
  await start({ app: { timeouts: { connect: 1_000, headers: 1_000, total: 1_000 } } });
};

const expectNothingStored = async (userId: string) => {
  expect(browser.cookies.has(COOKIE)).toBe(false);
  expect(await gateway.store.users.find(userId)).toBeNull();
  expect(gateway.reports).toEqual([]);
};

describe('a token endpoint', () => {
  const faults: readonly (readonly [string, Omit<Fault, 'path'>, RegExp])[] = [
    ['is down', { kind: 'status', status: 503 }, /^502 .*is not available/s],
    ['does not respond', { kind: 'hang' }, /^504 .*did not respond in time/s],
    ['is slow', { kind: 'delay', delayMs: 5_000 }, /^504 .*did not respond in time/s],
    ['breaks off its response', { kind: 'cut' }, /^502 .*is not available/s],
    ['sends no JSON', { kind: 'garbage' }, /^502 .*cannot be read/s],
    ['sends an HTML page', { kind: 'html', status: 200 }, /^502 .*HTML page in the place of JSON/s],
    ['sends 96 MB', { kind: 'oversize' }, /^502 .*too large/s],
    ['sends nothing', { kind: 'status', status: 204 }, /^502 .*cannot be read/s],
    ['sends no token', { kind: 'status', status: 200 }, /^502 .*cannot be read/s],
    ['redirects', { kind: 'redirect' }, /^502 .*redirects to another address/s],
    ['rejects the code', { kind: 'status', status: 400 }, /^502 .*did not accept/s],
    ['rejects the client', { kind: 'status', status: 401 }, /^502 .*POLAR_CLIENT_SECRET(?!.*Sign in again)/s],
    [
      'rejects the client by name',
      { kind: 'status', status: 400, json: { error: 'invalid_client' } },
      /^502 .*POLAR_CLIENT_SECRET.*invalid_client(?!.*Sign in again)/s,
    ],
    ['has a used-up request budget', { kind: 'status', status: 429 }, /^429 .*request budget/s],
  ];
  it.each(faults)('that %s gets one request, and the browser a page with the reason', async (_, fault, expected) => {
    await startAnewFor(fault);
    const userId = personWith(false);
    gateway.simulator.addFault({ ...fault, path: '/v2/oauth2/token' });
    const response = await browser.signIn(userId);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(`${response.status} ${await response.text()}`).toMatch(expected);
    expect(takeUpstream(gateway)).toEqual([EXCHANGE]);
    await expectNothingStored(userId);
    gateway.simulator.clearFaults();
    expect((await browser.signIn(userId)).status).toBe(302);
  });

  it('that fails for an app is reported to the app by an OAuth error', async () => {
    gateway.simulator.addFault({ kind: 'status', path: '/v2/oauth2/token' });
    const response = await browser.signIn(personWith(false), appSignIn().query);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      error: 'temporarily_unavailable',
      error_description: expect.stringMatching(/^[\x20-\x7e]+$/),
      state: 'of the app',
    });
  });
});

describe('a registration', () => {
  it('whose member id is taken is repeated once, with another one', async () => {
    const userId = personWith(false);
    gateway.simulator.addFault({ kind: 'status', status: 409, path: '/v3/users', times: 1 });
    expect((await browser.signIn(userId)).status).toBe(302);
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER, `GET /v3/users/${userId}`, REGISTER]);
    const { memberId } = (await gateway.store.users.find(userId)) ?? {};
    expect(memberId).toMatch(/^[\w-]{43}$/);
  });

  it('whose second member id is taken too fails with a page', async () => {
    const userId = personWith(false);
    gateway.simulator.addFault({ kind: 'status', status: 409, path: '/v3/users', times: 1 });
    gateway.simulator.addFault({ kind: 'status', status: 204, path: `/v3/users/${userId}`, times: 2 });
    gateway.simulator.addFault({ kind: 'status', status: 409, path: '/v3/users', times: 1 });
    const response = await browser.signIn(userId);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('did not register you')]);
    expect(takeUpstream(gateway).filter((one) => one === REGISTER)).toHaveLength(2);
    await expectNothingStored(userId);
  });

  it('without the mandatory consents fails with the remedy, for a browser and for an app', async () => {
    const userId = personWith(false);
    gateway.simulator.addFault({ kind: 'status', status: 403, path: '/v3/users' });
    const response = await browser.signIn(userId);
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('account.polar.com')]);
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
    await expectNothingStored(userId);
    const app = await browser.signIn(userId, appSignIn().query);
    const { searchParams } = new URL(app.headers.get('location') ?? '');
    expect(searchParams.get('error')).toBe('access_denied');
    expect(searchParams.get('error_description')).toContain('account.polar.com');
  });

  it('of a user whose data are denied fails with the other remedy', async () => {
    const userId = personWith(true);
    gateway.simulator.addFault({ kind: 'status', status: 403, path: `/v3/users/${userId}` });
    const response = await browser.signIn(userId);
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('Remove this service')]);
    await expectNothingStored(userId);
  });

  it.each(['hang', 'cut', 'garbage', 'html', 'status'] as const)(
    'that meets the fault %s stores nothing',
    async (kind) => {
      await startAnewFor({ kind });
      const userId = personWith(false);
      gateway.simulator.addFault({ kind, path: '/v3/users' });
      expect((await browser.signIn(userId)).status).toBeGreaterThanOrEqual(400);
      expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
      await expectNothingStored(userId);
    },
  );
});

describe('a user', () => {
  it('who declines gets a page that says so, without a request', async () => {
    const { searchParams } = await browser.consent(personWith(true));
    takeUpstream(gateway);
    const response = await browser.open(`/auth/callback?error=access_denied&state=${searchParams.get('state')}`);
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('You are not signed in')]);
    expect(takeUpstream(gateway)).toEqual([]);
    expect(browser.cookies.size).toBe(0);
  });

  it('whose token is revoked gets REAUTHENTICATE, first with a request and then without, until they sign in again', async () => {
    const userId = personWith(true);
    await browser.signIn(userId);
    takeUpstream(gateway);
    gateway.simulator.addFault({ kind: 'html', status: 401, userId });
    const STEPS = '{ viewer { day(date: "2026-11-20") { activity { steps } } } }';
    expect((await browser.ask(STEPS)).errors).toMatchObject([{ extensions: { code: 'REAUTHENTICATE' } }]);
    expect(takeUpstream(gateway)).toHaveLength(1);
    for (const query of [STEPS, WHO, STEPS]) {
      expect((await browser.ask(query)).errors).toMatchObject([{ extensions: { code: 'REAUTHENTICATE' } }]);
    }
    expect(takeUpstream(gateway)).toEqual([]);
    gateway.simulator.clearFaults();
    await browser.signIn(userId);
    expect((await browser.ask(STEPS)).errors).toBeUndefined();
  });

  it('who has signed in again stays connected when the old token is not accepted', async () => {
    const userId = personWith(true);
    await browser.signIn(userId);
    const other = createBrowser(gateway);
    gateway.simulator.addFault({ kind: 'delay', delayMs: 200, userId, path: '/activities' });
    gateway.simulator.addFault({ kind: 'html', status: 401, userId, path: '/activities' });
    const response = browser.ask('{ viewer { day(date: "2026-11-20") { activity { steps } } } }');
    await other.signIn(userId);
    expect((await response).errors).toMatchObject([{ extensions: { code: 'REAUTHENTICATE' } }]);
    expect((await gateway.store.users.find(userId))?.state).toBe('connected');
  });
});

describe('a hundred callbacks at once with one state', () => {
  it('make one exchange and one session', async () => {
    const { pathname, search } = await browser.consent(personWith(false));
    const cookies = new Map(browser.cookies);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => {
        const tab = createBrowser(gateway);
        for (const [name, value] of cookies) tab.cookies.set(name, value);
        return tab.open(pathname + search).then(({ status }) => ({ status, tab }));
      }),
    );
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(99);
    expect(answers.filter(({ tab }) => tab.cookies.has(COOKIE))).toHaveLength(1);
  });
});
