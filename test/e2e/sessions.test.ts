// Where a person is signed in, and how they sign out of it from elsewhere.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AINO, startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import {
  type Browser,
  createBrowser,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
  tokenOf,
} from '../support/signing-in.ts';
import { subscribeByEvents } from '../support/subscribing.ts';

const SESSIONS = '{ viewer { sessions { id kind createdAt lastUsedAt expiresAt isCurrent } } }';
const WHO = '{ viewer { polarUserId } }';
const DAY = 86_400_000;

interface Sessions {
  readonly viewer: {
    readonly sessions: readonly { readonly id: string; readonly kind: string; readonly isCurrent: boolean }[];
  };
}

let gateway: SignInGateway;
let browser: Browser;
let app: { readonly authorization: string };
let userId: string;
beforeEach(async () => {
  gateway = await startSignInGateway();
  userId = gateway.simulator.people[0]?.userId ?? '';
  browser = createBrowser(gateway);
  await browser.signIn(userId);
  gateway.later = 1_000;
  app = { authorization: `Bearer ${await tokenOf(gateway, userId)}` };
  takeUpstream(gateway);
});
afterEach(() => gateway.close());

const sessionsOf = async (one: Browser) => (await one.ask<Sessions>(SESSIONS)).data.viewer.sessions;
const isSignedIn = async () => ({
  browser: (await browser.ask(WHO)).errors === undefined,
  app: (await gateway.ask(WHO, { headers: app })).errors === undefined,
});

it('lists where a person is signed in, newest first, without a request to AccessLink', async () => {
  const sessions = await sessionsOf(browser);
  expect(sessions).toMatchObject([
    { kind: 'APP', isCurrent: false, createdAt: '2026-11-22T18:30:01.000Z', expiresAt: '2027-02-20T18:30:01.000Z' },
    { kind: 'BROWSER', isCurrent: true, createdAt: '2026-11-22T18:30:00.000Z' },
  ]);
  gateway.later = DAY + 500;
  await sessionsOf(browser);
  const used = async () => (await sessionsOf(browser)).map((one) => ({ ...one }));
  await expect
    .poll(used)
    .toMatchObject([{ lastUsedAt: '2026-11-22T18:30:01.000Z' }, { lastUsedAt: '2026-11-23T18:30:00.500Z' }]);
  expect(takeUpstream(gateway)).toEqual([]);
});

it('ends one session from elsewhere, at once, and no other', async () => {
  const [ofApp] = await sessionsOf(browser);
  const end = `mutation { endSession(id: "${ofApp?.id}") { ended userErrors { code } } }`;
  expect((await browser.ask(end)).data).toEqual({ endSession: { ended: true, userErrors: [] } });
  expect(await isSignedIn()).toEqual({ browser: true, app: false });
  expect((await browser.ask(end)).data).toEqual({
    endSession: { ended: false, userErrors: [{ code: 'NOT_FOUND' }] },
  });
});

it('ends no session of another person', async () => {
  const other = createBrowser(gateway);
  await other.signIn(gateway.simulator.people.find(({ isRegistered }) => !isRegistered)?.userId ?? '');
  const [session] = await sessionsOf(browser);
  const end = `mutation { endSession(id: "${session?.id}") { ended userErrors { code } } }`;
  expect((await other.ask(end)).data).toMatchObject({ endSession: { ended: false } });
  expect(await isSignedIn()).toEqual({ browser: true, app: true });
});

it('ends all sessions of a person, also when Polar has revoked the token', async () => {
  await gateway.store.users.mark(userId, 'reauthentication-required');
  const end = 'mutation { endAllSessions { endedCount userErrors { code } } }';
  const { data } = await gateway.ask(end, { headers: app });
  expect(data).toEqual({ endAllSessions: { endedCount: 2, userErrors: [] } });
  expect(await isSignedIn()).toEqual({ browser: false, app: false });
  expect(takeUpstream(gateway)).toEqual([]);
});

it('does nothing for callers without a session, and nothing as a plan', async () => {
  const { userId: polarUserId = '', token = '' } = gateway.simulator.people[0] ?? {};
  const own = { authorization: `Bearer ${token}`, 'polar-user-id': polarUserId };
  const end = 'mutation { endAllSessions { endedCount userErrors { code } } }';
  expect((await gateway.ask(SESSIONS, { headers: own })).data).toEqual({ viewer: { sessions: null } });
  expect((await gateway.ask(end, { headers: own })).data).toEqual({
    endAllSessions: { endedCount: 0, userErrors: [{ code: 'NOT_SIGNED_IN' }] },
  });
  await gateway.ask(end, { headers: { ...app, 'accesslink-plan': 'only' } });
  expect(await isSignedIn()).toEqual({ browser: true, app: true });
});

it('ends the subscriptions of a session that is ended from elsewhere', async () => {
  const webhooks: WebhookGateway = await startWebhookGateway();
  const [here, there] = [await webhooks.signIn(), await webhooks.signIn()];
  const query = 'subscription { dataAvailable { id } }';
  const subscriber = await subscribeByEvents(webhooks.url, { query, headers: { authorization: there } });
  const { data } = await webhooks.ask<Sessions>(SESSIONS, { headers: { authorization: here } });
  const others = data.viewer.sessions.filter(({ isCurrent }) => !isCurrent);
  for (const { id } of others) {
    const end = `mutation { endSession(id: "${id}") { ended } }`;
    await webhooks.ask(end, { headers: { authorization: here } });
  }
  expect(await subscriber.next()).toBeNull();
  expect(await webhooks.store.sessions.list(AINO, 0)).toHaveLength(1);
  await webhooks.close();
});
