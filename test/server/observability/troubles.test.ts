// A day on which everything goes wrong: each kind of trouble has its line in the log, and nothing of anybody is in any line
// or in the metrics.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract/store.ts';
import { StoreError } from '../../../src/store/contract/errors.ts';
import { CLIENT_SECRET } from '../../support/signing-in.ts';
import { AINO, createWebhook } from '../../support/delivering.ts';
import { createRequests } from './troubled-requests.ts';
import { PARTNER_KEY, startWatchedGateway, type WatchedGateway } from './watched-gateway.ts';

let gateway: WatchedGateway;
let trouble: 'none' | 'locked' | 'bug' = 'none';
let session: string;
let signingKey: string;

/** SQLite's error for a file that another process has locked, as the driver gives it, with a canary in its text. */
const LOCKED = Object.assign(new Error('database is locked: canary-driver'), { code: 'ERR_SQLITE_ERROR', errcode: 5 });

const troubled = (store: Store): Store => ({
  ...store,
  sessions: {
    ...store.sessions,
    find: async (...given: Parameters<Store['sessions']['find']>) => {
      if (trouble === 'locked') throw new StoreError('unavailable', 'Cannot do sessions.find: canary-store', LOCKED);
      if (trouble === 'bug') throw new RangeError('canary-bug');
      return store.sessions.find(...given);
    },
  },
});

beforeAll(async () => {
  gateway = await startWatchedGateway(troubled);
  session = await gateway.signIn();
});
afterAll(() => gateway.close());

const { ask, askUnder, deliver, deliverSigned } = createRequests(() => ({ gateway, signingKey }));

const TOKEN = { authorization: 'Bearer canary-polar-token', 'polar-user-id': '47119999' };
const DELIVERY = JSON.stringify({ event: 'SLEEP', user_id: 47119999, date: '2026-11-21', timestamp: 'canary' });
/** AccessLink's own words, which people see and the log does not. */
const SAID = { error: { error_type: 'ServiceFailure', message: 'canary-said', correlation_id: 'c0441d00-1122' } };

/** Every kind of trouble with the line that it has; in the order in which they happen. */
const troubles: readonly (readonly [string, () => Promise<unknown>, object])[] = [
  [
    'an outage',
    () => askUnder({ kind: 'status', status: 500, json: SAID }, TOKEN),
    { event: 'upstream-failed', status: 500 },
  ],
  ['garbage', () => askUnder({ kind: 'garbage' }, TOKEN), { event: 'upstream-failed', cause: 'invalid' }],
  ['silence', () => askUnder({ kind: 'hang' }, TOKEN), { event: 'upstream-failed', cause: 'timeout' }],
  ['an HTML page', () => askUnder({ kind: 'html', status: 403 }, TOKEN), { event: 'upstream-failed', status: 403 }],
  ['a token that is not accepted', () => ask(TOKEN), { event: 'upstream-failed', status: 401, cause: 'unauthorized' }],
  [
    'a sign-in with an unknown state',
    () => fetch(`${gateway.url}/auth/callback?code=canary-code&state=canary-state`),
    { event: 'sign-in-failed', step: 'callback', reason: 'unknown-state' },
  ],
  [
    'a sign-in of an app at a wrong address',
    () => fetch(`${gateway.url}/auth/login?client_id=canary&response_type=code&redirect_uri=https://canary.example/x`),
    { event: 'sign-in-failed', step: 'authorization-request', reason: 'invalid' },
  ],
  [
    'a code that an app made up',
    () =>
      fetch(`${gateway.url}/auth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: 'canary-code',
          redirect_uri: 'https://canary.example/x',
          code_verifier: 'canary-verifier'.repeat(4),
        }),
      }),
    { event: 'sign-in-failed', step: 'app-token', reason: 'invalid_grant' },
  ],
  [
    'a wrong key of the partner',
    () => ask({ 'accesslink-partner-key': 'canary-guess' }),
    { event: 'partner-rejected', credential: 'partner-key' },
  ],
  [
    'a wrong secret of the client',
    () => ask({ authorization: `Basic ${btoa('canary-client:canary-guess')}` }),
    { event: 'partner-rejected', credential: 'client' },
  ],
  ['a delivery without a webhook', () => deliver(DELIVERY), { event: 'delivery-rejected', reason: 'no-key' }],
  [
    'a forged delivery',
    async () => {
      await createWebhook(gateway);
      signingKey = (await gateway.store.webhooks.find())?.key?.reveal() ?? '';
      await deliver(DELIVERY, { 'polar-webhook-signature': 'canary-signature' });
    },
    { event: 'delivery-rejected', reason: 'bad-signature' },
  ],
  [
    'a delivery that is too large',
    () => deliver(`canary${'x'.repeat(70_000)}`),
    { event: 'delivery-rejected', reason: 'too-large' },
  ],
  [
    'a compressed delivery',
    () => deliver('canary', { 'content-encoding': 'gzip' }),
    { event: 'delivery-rejected', reason: 'compressed' },
  ],
  [
    'a delivery about a stranger',
    () => deliverSigned(DELIVERY).then(() => gateway.idle()),
    { event: 'delivery-dropped' },
  ],
  [
    'a delivery that is no event',
    () => deliverSigned('canary-body').then(() => gateway.idle()),
    { event: 'delivery-unreadable' },
  ],
  [
    'a store that is locked',
    async () => {
      trouble = 'locked';
      await ask({ authorization: 'Bearer alg_canary-session-1' });
    },
    { event: 'store-failed', operation: 'sessions.find', code: 'unavailable', engine: 'sqlite', system: 'SQLITE:5' },
  ],
  [
    'a bug',
    async () => {
      trouble = 'bug';
      await ask({ authorization: 'Bearer alg_canary-session-2' });
      trouble = 'none';
    },
    { event: 'unexpected-failure', kind: 'RangeError', at: expect.any(Array) },
  ],
  [
    'the rate limit',
    () => askUnder({ kind: 'status', status: 429 }, { authorization: session }),
    { event: 'upstream-failed', status: 429, cause: 'rate-limited' },
  ],
];

/** Everything that must be in no line. */
function secrets(): string[] {
  const { simulator } = gateway;
  const aino = simulator.people.find(({ userId }) => userId === AINO);
  const values = ['canary', 'Canary', '47119999', AINO, aino?.token, session.slice('Bearer '.length), signingKey];
  return [...values, CLIENT_SECRET, PARTNER_KEY, 'Aino', '2026-11-21'].flatMap((value) => value ?? []);
}

describe('a day on which everything goes wrong', () => {
  it.each(troubles)('has a line for %s', async (_, happen, line) => {
    gateway.lines.length = 0;
    await happen();
    await expect.poll(() => gateway.lines).toContainEqual(expect.objectContaining({ ...line, count: 1 }));
  });

  it('has one line more a minute later for what goes on, with how often it happened', async () => {
    gateway.lines.length = 0;
    for (let times = 0; times < 30; times += 1) await deliver(DELIVERY);
    expect(gateway.lines).toEqual([]);
    await gateway.logClock.advance(65_000);
    expect(gateway.lines).toContainEqual(
      expect.objectContaining({ event: 'delivery-rejected', reason: 'bad-signature', count: 30 }),
    );
  });

  it('leaves no token, name, code, value or query in a line or in the metrics', async () => {
    gateway.flushLog();
    expect(new Set(gateway.history.map(({ event }) => event)).size).toBeGreaterThan(7);
    const text = gateway.history.map((line) => JSON.stringify(line)).join('\n');
    const metrics = await gateway.metrics();
    expect(metrics).toContain('accesslink_store_calls_total{operation="sessions.find",outcome="unavailable"}');
    expect(secrets().length).toBeGreaterThan(9);
    expect(secrets().filter((secret) => text.includes(secret) || metrics.includes(secret))).toEqual([]);
  });

  it('has no line for clients that hang up, or send what is no operation', async () => {
    await gateway.logClock.advance(120_000);
    gateway.lines.length = 0;
    const headers = { 'content-type': 'application/json' };
    for (const body of ['', '{', '{"query":"{ canary }"}', '[]']) {
      await (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).text();
      const stop = new AbortController();
      const sent = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: stop.signal });
      stop.abort();
      await sent.catch(() => {});
    }
    await fetch(`${gateway.url}/canary?canary=1`);
    expect(gateway.lines).toEqual([]);
  });
});
