// Token requests that are rejected, and requests that a session does not authenticate.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  APP_URI,
  appSignIn,
  askToken,
  type Browser,
  createBrowser,
  ORIGIN,
  type SignInGateway,
  startSignInGateway,
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

describe('the token endpoint', () => {
  const { verifier, query } = appSignIn();
  const good = (code: string) => ({ code, code_verifier: verifier });
  type Fields = Readonly<Record<string, string | null>>;
  const ways: readonly (readonly [string, (code: string) => Fields, string])[] = [
    ['without a verifier', (code) => ({ code }), 'invalid_request'],
    [
      'with the challenge as the verifier',
      (code) => ({ code, code_verifier: new URLSearchParams(query).get('code_challenge') }),
      'invalid_grant',
    ],
    ['with another verifier', (code) => ({ code, code_verifier: 'y'.repeat(43) }), 'invalid_grant'],
    ['with another code', () => good('z'.repeat(43)), 'invalid_grant'],
    ['without a code', () => ({ code_verifier: verifier }), 'invalid_request'],
    ['without a redirect URI', (code) => ({ ...good(code), redirect_uri: null }), 'invalid_request'],
    [
      'with another redirect URI',
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

  it.each(ways)('issues no token %s', async (_, fields, error) => {
    const { status, json } = await askToken(gateway, fields(await codeFor()));
    expect([status, json['error'], json['access_token']]).toEqual([400, error, undefined]);
  });

  it('issues no token after a minute', async () => {
    const code = await codeFor();
    gateway.later = 60_000;
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('issues no token after a wrong verifier', async () => {
    const code = await codeFor();
    await askToken(gateway, { code, code_verifier: 'y'.repeat(43) });
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('revokes the token when the code is replayed', async () => {
    const code = await codeFor();
    const { json } = await askToken(gateway, good(code));
    const headers = { authorization: `Bearer ${String(json['access_token'])}` };
    expect((await gateway.ask(WHO, { headers })).errors).toBeUndefined();
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
    expect((await gateway.ask(WHO, { headers })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('issues no token for a user whose deletion is pending', async () => {
    const code = await codeFor();
    await gateway.store.users.mark(userId, 'deletion-pending');
    expect((await askToken(gateway, good(code))).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('issues no token when the code is replayed before the first response', async () => {
    const code = await codeFor();
    const { users } = gateway.store;
    const find = users.find.bind(users);
    const replies: unknown[] = [];
    // The second request runs from its beginning to its end between two steps of the first.
    users.find = async (polarUserId) => {
      users.find = find;
      replies.push((await askToken(gateway, good(code))).json['error']);
      return find(polarUserId);
    };
    replies.push((await askToken(gateway, good(code))).json['error']);
    expect(replies).toEqual(['invalid_grant', 'invalid_grant']);
  });

  it('leaves no valid token after 30 requests at once with one code', async () => {
    const code = await codeFor();
    const answers = await Promise.all(Array.from({ length: 30 }, () => askToken(gateway, good(code))));
    for (const { json } of answers.filter(({ status }) => status === 200)) {
      const headers = { authorization: `Bearer ${String(json['access_token'])}` };
      expect((await gateway.ask(WHO, { headers })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(29);
  });

  it('rejects a repeated client id, although one of the two is right', async () => {
    const fields = {
      ...good(await codeFor()),
      grant_type: 'authorization_code',
      redirect_uri: APP_URI,
      client_id: 'an-app',
    };
    const body = new URLSearchParams(fields);
    body.append('client_id', 'another-app');
    const response = await gateway.app.fetch(new Request(`${ORIGIN}/auth/token`, { method: 'POST', body }));
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['nothing', {}, ''],
    [
      'two codes',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'grant_type=authorization_code&code=a&code=b',
    ],
  ])('rejects %s', async (_, headers, body) => {
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
  ])('does not authenticate %s', async (_, headers, method) => {
    await browser.signIn(userId);
    const query = `?query=${encodeURIComponent(WHO)}`;
    const init = { method, headers: { 'content-type': 'application/json', accept: 'application/json', ...headers } };
    const post = method === 'POST' ? { ...init, body: JSON.stringify({ query: WHO }) } : init;
    const response = await browser.open(method === 'POST' ? '/graphql' : `/graphql${query}`, post);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
