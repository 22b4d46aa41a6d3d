// The deletion of an account: at once for the user, eventually at AccessLink, and down to the bytes of the files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Browser,
  COOKIE,
  createBrowser,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
  tokenOf,
} from '../support/signing-in.ts';
import { partitionOfUser } from '../../src/loading/cache/keys.ts';

const DISCONNECT =
  'mutation { disconnect { disconnected confirmed erased { kind count } remaining userErrors { code message } } }';
const WEEK = '{ viewer { firstName days(range: { lastDays: 7 }) { nodes { activity { steps } } } } }';
const DELETED = {
  disconnect: { disconnected: true, confirmed: true, erased: expect.any(Array), remaining: 0, userErrors: [] },
};

/** Deletions are tried again soon; what AccessLink is asked has the usual time. */
const HASTY = { timerSpeed: 10, app: { timeouts: { connect: 20_000, headers: 50_000, total: 150_000 } } };

let gateway: SignInGateway;
let browser: Browser;
let userId: string;
beforeEach(async () => {
  gateway = await startSignInGateway(HASTY);
  browser = createBrowser(gateway);
  userId = gateway.simulator.people[0]?.userId ?? '';
  await browser.signIn(userId);
  takeUpstream(gateway);
});
afterEach(() => gateway.close());

const isSqlite = process.env.E2E_ENGINE !== 'postgres';
/** Everything in the files of the database. */
const bytesOf = (dataDir: string) =>
  readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
    .join('');
const deletion = () => `DELETE /v3/users/${userId}`;
/** What was deleted since: imports and the notifications of this hasty clock may come in between. */
const takeDeletions = (of: SignInGateway) => takeUpstream(of).filter((request) => request.startsWith('DELETE'));

describe('a user who disconnects', () => {
  // Postgres stores deleted bytes until it is vacuumed.
  it.runIf(isSqlite)('is deleted with one request, signed out everywhere, and in no file any more', async () => {
    const authorization = `Bearer ${await tokenOf(gateway, userId)}`;
    const { data } = await browser.ask<{ viewer: { firstName: string } }>(WEEK);
    expect(data.viewer.firstName).toBe('Aino');
    const profile = () => gateway.store.records.read(partitionOfUser(userId), 'user', ['record']);
    await expect.poll(async () => JSON.stringify(await profile())).toContain('Aino');
    // What was read is encrypted.
    expect(bytesOf(gateway.dataDir)).not.toContain('Aino');
    takeUpstream(gateway);
    const { data: payload, extensions } = await browser.ask(DISCONNECT);
    expect([payload, extensions.accesslink.calls]).toEqual([DELETED, 1]);
    expect(takeDeletions(gateway)).toEqual([deletion()]);
    const unauthenticated = [{ extensions: { code: 'UNAUTHENTICATED' } }];
    expect((await browser.ask(WEEK)).errors).toMatchObject(unauthenticated);
    expect((await gateway.ask(WEEK, { headers: { authorization } })).errors).toMatchObject(unauthenticated);
    const files = bytesOf(gateway.dataDir);
    for (const canary of ['Aino', 'Virtanen', userId, 'member-aino']) expect(files).not.toContain(canary);
    expect(takeUpstream(gateway).filter((request) => !request.includes('notifications'))).toEqual([]);
  });

  it('has no cached records after signing in again', async () => {
    await browser.ask(WEEK);
    await browser.ask(DISCONNECT);
    await browser.signIn(userId);
    takeUpstream(gateway);
    const { extensions } = await browser.ask(WEEK);
    expect(extensions.accesslink).toMatchObject({ calls: 2, fromMemory: 0, fromStore: 0 });
  });

  it('has no cached records in other processes', async () => {
    const other = await startSignInGateway({ ...HASTY, dataDir: gateway.dataDir });
    const there = createBrowser(other);
    await there.signIn(userId);
    await there.ask(WEEK);
    expect((await there.ask(WEEK)).extensions.accesslink.fromMemory).toBeGreaterThan(0);
    await other.store.signals.send({ type: 'erase', polarUserId: userId });
    await expect.poll(async () => (await there.ask(WEEK)).extensions.accesslink.fromMemory).toBe(0);
    await other.close();
  });

  it('is deleted when AccessLink does not know the user or the token any more', async () => {
    for (const status of [401, 404]) {
      await browser.signIn(userId);
      gateway.simulator.addFault({ kind: 'status', status, path: `/v3/users/${userId}`, times: 1 });
      expect((await browser.ask(DISCONNECT)).data).toEqual(DELETED);
      expect(await gateway.store.users.find(userId)).toBeNull();
    }
  });

  it('is deleted when the token is revoked', async () => {
    await gateway.store.users.mark(userId, 'reauthentication-required');
    expect((await browser.ask(DISCONNECT)).data).toEqual(DELETED);
    expect(await gateway.store.users.find(userId)).toBeNull();
  });

  it('is signed out at once while AccessLink fails, and erased as soon as it confirms', async () => {
    expect(bytesOf(gateway.dataDir).includes(userId)).toBe(isSqlite);
    expect(bytesOf(gateway.dataDir).includes('member-aino')).toBe(false);
    gateway.simulator.addFault({ kind: 'status', status: 503, path: `/v3/users/${userId}`, times: 2 });
    const { data, errors } = await browser.ask(DISCONNECT);
    expect([errors, data]).toEqual([
      undefined,
      { disconnect: { disconnected: true, confirmed: false, erased: [], remaining: null, userErrors: [] } },
    ]);
    expect((await gateway.store.users.find(userId))?.state).toBe('deletion-pending');
    expect((await browser.ask(WEEK)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await expect.poll(() => gateway.store.users.find(userId)).toBeNull();
    expect(takeDeletions(gateway)).toEqual([deletion(), deletion(), deletion()]);
  });

  it('is deleted by the next process when this one ended before AccessLink has confirmed', async () => {
    await gateway.store.users.mark(userId, 'deletion-pending');
    const next = await startSignInGateway({ ...HASTY, dataDir: gateway.dataDir });
    await expect.poll(() => gateway.store.users.find(userId)).toBeNull();
    expect(takeDeletions(next)).toEqual([deletion()]);
    await next.close();
  });

  it('may sign in again before AccessLink has confirmed, and starts with an empty account', async () => {
    await browser.ask(WEEK);
    // Records are written behind the answer, and those written after the erasure are those of a user who is back.
    const { records } = gateway.store;
    const stored = async (resource: string) =>
      (await records.metadata(partitionOfUser(userId), resource, '', '9999')).length;
    await expect.poll(() => stored('daily activity')).toBe(7);
    const profile = () => records.read(partitionOfUser(userId), 'user', ['record']);
    await expect.poll(async () => (await profile()).length).toBe(1);
    const old = createBrowser(gateway);
    old.cookies.set(COOKIE, browser.cookies.get(COOKIE) ?? '');
    // Every deletion fails until they are back, and the next attempt finds that there is nothing to delete any more.
    const path = `/v3/users/${userId}`;
    gateway.simulator.addFault({ kind: 'status', status: 503, path, method: 'DELETE' });
    await browser.ask(DISCONNECT);
    await browser.signIn(userId);
    gateway.simulator.clearFaults();
    takeUpstream(gateway);
    expect((await old.ask(WEEK)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const lookups = vi.spyOn(gateway.store.users, 'find');
    await expect.poll(() => lookups.mock.calls).toContainEqual([userId]);
    await Promise.all(lookups.mock.results.map(({ value }) => value));
    expect(takeDeletions(gateway)).toEqual([]);
    const { errors, extensions } = await browser.ask(WEEK);
    expect([errors, extensions.accesslink]).toMatchObject([undefined, { calls: 2, fromMemory: 0, fromStore: 0 }]);
  });
});

describe('the plan of a disconnect', () => {
  it('lists the request and changes nothing', async () => {
    const headers = {
      cookie: `${COOKIE}=${browser.cookies.get(COOKIE)}`,
      'accesslink-csrf': '1',
      'accesslink-plan': 'only',
    };
    const { extensions } = await gateway.ask(DISCONNECT, { headers });
    expect(extensions.accesslink.plan).toEqual([{ method: 'DELETE', path: `/v3/users/${userId}` }]);
    expect(takeUpstream(gateway)).toEqual([]);
    expect((await gateway.store.users.find(userId))?.state).toBe('connected');
  });
});

describe('a caller who did not sign in', () => {
  it.each([
    ['brings a token', { authorization: 'Bearer simulator-token-aino', 'polar-user-id': '47110001' }],
    ['brings nothing', {}],
    [
      'is the partner',
      { authorization: `Basic ${Buffer.from('gateway-client:canary-client-secret').toString('base64')}` },
    ],
    ['has a cookie and not the header', { cookie: `${COOKIE}=x` }],
  ])('with %s gets a user error: there is no account to delete', async (_, headers: Record<string, string>) => {
    const { data, errors } = await gateway.ask(DISCONNECT, { headers });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      disconnect: { disconnected: false, confirmed: false, userErrors: [{ code: 'NOT_SIGNED_IN' }] },
    });
    expect(takeUpstream(gateway)).toEqual([]);
  });
});
