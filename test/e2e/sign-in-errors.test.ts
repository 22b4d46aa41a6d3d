// Errors of Polar's sign-in: each reaches the app, the browser and the log as what it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

let gateway: SignInGateway;
let browser: Browser;
let userId: string;
beforeEach(async () => {
  gateway = await startSignInGateway();
  browser = createBrowser(gateway);
  userId = gateway.simulator.people.find(({ isRegistered }) => !isRegistered)?.userId ?? '';
});
afterEach(() => gateway.close());

/** Polar redirects back with this query and the state of a sign-in. */
async function callback(result: string, query = ''): Promise<Response> {
  const back = await browser.consent(userId, query);
  takeUpstream(gateway);
  return browser.open(`/auth/callback?${result}&state=${back.searchParams.get('state')}`);
}

const resultOf = (response: Response) =>
  Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);

describe('an error of the consent page', () => {
  const errors = [
    ['access_denied', 403],
    ['invalid_request', 502],
    ['unauthorized_client', 502],
    ['unsupported_response_type', 502],
    ['invalid_scope', 502],
    ['server_error', 502],
    ['temporarily_unavailable', 503],
  ] as const;

  it.each(errors)('%s reaches the app as it is, without a request', async (error) => {
    const response = await callback(`error=${error}&error_description=canary`, appSignIn().query);
    expect(resultOf(response)).toEqual({
      error,
      error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
      state: 'of the app',
    });
    expect(JSON.stringify(resultOf(response))).not.toContain('canary');
    expect(takeUpstream(gateway)).toEqual([]);
  });

  it.each(errors)('%s has the status %i and a page of its own in a browser', async (error, status) => {
    const response = await callback(`error=${error}`);
    const page = await response.text();
    expect([response.status, page.includes('canary')]).toEqual([status, false]);
    const isFaultOfServer = status === 502 && error !== 'server_error';
    expect(page.includes(error)).toBe(isFaultOfServer);
    expect(page.includes('Sign in again')).toBe(!isFaultOfServer);
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  it.each(errors)('%s is in the log unless somebody declined', async (error) => {
    await callback(`error=${error}`);
    const line = { method: 'GET', path: '/oauth2/authorization', status: 302, errorType: error, cause: 'refused' };
    expect(gateway.upstreamFailures).toEqual(error === 'access_denied' ? [] : [line]);
    expect(gateway.reports).toEqual([]);
  });

  it.each(['error=unheard_of', 'error=', 'error=access_denied&error=server_error', 'x=1'])(
    'that the standard does not know is a server_error: %s',
    async (result) => {
      expect(resultOf(await callback(result, appSignIn().query))).toMatchObject({ error: 'server_error' });
    },
  );
});

describe('a client that Polar does not accept', () => {
  const faults = [
    ['401 by name', { status: 401, json: { error: 'invalid_client', error_description: 'Bad client credentials' } }],
    ['401 without a word', { status: 401, json: {} }],
    ['400 by name', { status: 400, json: { error: 'invalid_client' } }],
    ['403 by name', { status: 403, json: { error: 'unauthorized_client' } }],
  ] as const;
  beforeEach(() => takeUpstream(gateway));

  it.each(faults)('%s is named in the browser, and nobody is asked to try again', async (_, fault) => {
    gateway.simulator.addFault({ kind: 'status', path: '/v2/oauth2/token', ...fault });
    const response = await browser.signIn(userId);
    const page = await response.text();
    expect([response.status, page.includes('POLAR_CLIENT_SECRET')]).toEqual([502, true]);
    expect(page).not.toContain('/auth/login');
    expect(takeUpstream(gateway)).toEqual([EXCHANGE]);
  });

  it.each(faults)('%s is named for the app', async (_, fault) => {
    gateway.simulator.addFault({ kind: 'status', path: '/v2/oauth2/token', ...fault });
    expect(resultOf(await browser.signIn(userId, appSignIn().query))).toMatchObject({
      error: 'server_error',
      error_description: expect.stringContaining('POLAR_CLIENT_SECRET'),
    });
  });

  it('is named in the log with address, status and error', async () => {
    gateway.simulator.addFault({ kind: 'status', path: '/v2/oauth2/token', ...faults[0][1] });
    await browser.signIn(userId);
    expect(gateway.upstreamFailures).toEqual([
      { method: 'POST', path: '/v2/oauth2/token', status: 401, errorType: 'invalid_client', cause: 'client-rejected' },
    ]);
  });
});

describe('a code that Polar rejects', () => {
  it('is no fault of the client: another sign-in may succeed', async () => {
    gateway.simulator.addFault({
      kind: 'status',
      path: '/v2/oauth2/token',
      status: 400,
      json: { error: 'invalid_grant' },
    });
    const page = await (await browser.signIn(userId)).text();
    expect(page).toContain('Polar says: invalid_grant');
    expect(page).toContain('Sign in again');
    expect(gateway.upstreamFailures).toMatchObject([{ errorType: 'invalid_grant', cause: 'refused' }]);
  });
});

describe('a registration', () => {
  it.each([204, 404])('that is answered with %i has registered nobody', async (status) => {
    takeUpstream(gateway);
    gateway.simulator.addFault({ kind: 'status', status, path: '/v3/users', json: {} });
    const response = await browser.signIn(userId);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('did not register you')]);
    expect(takeUpstream(gateway)).toEqual([EXCHANGE, REGISTER]);
    expect([browser.cookies.has(COOKIE), await gateway.store.users.find(userId)]).toEqual([false, null]);
    expect(gateway.upstreamFailures).toMatchObject([{ method: 'POST', path: '/v3/users', status, cause: 'invalid' }]);
    const app = await browser.signIn(userId, appSignIn().query);
    expect(resultOf(app)).toMatchObject({ error: 'server_error' });
  });

  it('that is denied shows what AccessLink says', async () => {
    const json = { error: { message: 'Consent "A" is missing', corr_id: 'c-7' } };
    gateway.simulator.addFault({ kind: 'status', status: 403, path: '/v3/users', json });
    const page = await (await browser.signIn(userId)).text();
    expect(page).toContain('Polar says: Consent &quot;A&quot; is missing. Correlation id: c-7');
    const { error, error_description: description } = resultOf(await browser.signIn(userId, appSignIn().query));
    expect([error, description]).toEqual(['access_denied', expect.stringContaining("Consent 'A' is missing")]);
  });
});
