// Secrets of a sign-in: they appear in no response, report, log or file that should not have them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  appSignIn,
  askToken,
  CLIENT_SECRET,
  COOKIE,
  createBrowser,
  type SignInGateway,
  startSignInGateway,
} from '../support/signing-in.ts';

let gateway: SignInGateway;
let userId: string;
beforeEach(async () => {
  gateway = await startSignInGateway({ app: { timeouts: { connect: 1_000, headers: 1_000, total: 1_500 } } });
  userId = gateway.simulator.people[0]?.userId ?? '';
});
afterEach(() => gateway.close());

/** Everything in the files of the database. */
const files = () =>
  readdirSync(gateway.dataDir)
    .map((name) => readFileSync(join(gateway.dataDir, name)).toString('latin1'))
    .join('');
const inspected = (value: unknown) => inspect(value, { depth: null, showHidden: true, maxStringLength: null });
const textOf = async (response: Response) => inspected([...response.headers]) + (await response.text());
const tokenOf = async () => (await gateway.store.users.find(userId))?.token.reveal() ?? '';

it('a complete sign-in leaves no secret in a file, and sends none of ours to Polar', async () => {
  const browser = createBrowser(gateway);
  const back = await browser.consent(userId);
  const state = back.searchParams.get('state') ?? '';
  const bound = [...browser.cookies.values()][0] ?? '';
  expect(files()).not.toContain(state);
  expect(files()).not.toContain(bound);
  const received = await textOf(await browser.open(back.pathname + back.search));
  const session = browser.cookies.get(COOKIE) ?? '';
  const { verifier, query } = appSignIn();
  const app = await browser.signIn(userId, query);
  const code = new URL(app.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { json } = await askToken(gateway, { code, code_verifier: verifier });
  const appToken = String(json['access_token']);
  await browser.ask('{ viewer { firstName } }');
  const polarToken = await tokenOf();
  const polarCode = back.searchParams.get('code') ?? '';
  expect(files()).toContain(userId);
  const secrets = { state, bound, session, code, appToken, verifier, polarToken, polarCode, CLIENT_SECRET };
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, secret.length > 15, files().includes(secret)]).toEqual([name, true, false]);
  }
  for (const secret of [polarToken, polarCode, CLIENT_SECRET, appToken]) expect(received).not.toContain(secret);
  const requests = inspected(gateway.simulator.requests);
  for (const secret of [session, appToken, code, verifier, CLIENT_SECRET]) expect(requests).not.toContain(secret);
  expect(gateway.reports).toEqual([]);
});

it.each(['hang', 'cut', 'garbage', 'html', 'redirect', 'status'] as const)(
  'a sign-in that meets the fault %s reveals neither the code, the state nor the secret',
  async (kind) => {
    const browser = createBrowser(gateway);
    const back = await browser.consent(userId);
    gateway.simulator.addFault({ kind, path: '/v2/oauth2/token' });
    const received = await textOf(await browser.open(back.pathname + back.search));
    for (const secret of [back.searchParams.get('code'), back.searchParams.get('state'), CLIENT_SECRET]) {
      expect(received).not.toContain(secret);
      expect(inspected(gateway.reports)).not.toContain(secret);
    }
  },
);

it('a store that fails during a sign-in reveals neither the code nor the token, and is reported', async () => {
  const browser = createBrowser(gateway);
  const back = await browser.consent(userId);
  const { users } = gateway.store;
  const link = users.connect.bind(users);
  let token = '';
  users.connect = async (user) => {
    token = user.token.reveal();
    await link({ ...user, polarUserId: null as never });
  };
  const response = await browser.open(back.pathname + back.search);
  const received = await textOf(response);
  expect([response.status, browser.cookies.has(COOKIE)]).toEqual([500, false]);
  expect(gateway.reports).toHaveLength(1);
  for (const secret of [token, back.searchParams.get('code') ?? '', CLIENT_SECRET]) {
    expect(secret.length).toBeGreaterThan(15);
    expect(received + inspected(gateway.reports)).not.toContain(secret);
  }
});

it('a response under /auth is stored in no cache and shown in no frame', async () => {
  const browser = createBrowser(gateway);
  const responses = [
    await browser.open('/auth/login'),
    await browser.open('/auth/logout'),
    await browser.open('/auth/callback'),
    await browser.signIn(userId),
    await browser.open('/auth/token', { method: 'POST' }),
  ];
  for (const { headers } of responses) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});
